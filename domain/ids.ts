/** Payload's id of a show. */
export type ShowId = string;
/** Payload's id of an episode. */
export type EpisodeId = string;
/** What a slot on the grid is called: Payload's id for ours, `instance:12` or `row:34` for a foreign one. */
export type SlotId = string;
