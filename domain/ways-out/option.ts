import type { EpisodeId, SlotId } from "../ids";
import type { Interval } from "../interval";
import type { Duration } from "../time";
import type { Zone } from "../zone";

/** A place that somebody wishes for an episode, a live hold or a webstream. */
export type PlaceWish = {
  /** Absent for what holds no episode. */
  readonly episodeId?: EpisodeId;
  /** Whole seconds of its track; null while it has none, and for what lasts as long as its slot. */
  readonly trackSeconds: number | null;
  readonly to: Interval;
  /** The slot of ours that moves there, which is in the week; absent for what comes from the library. */
  readonly from?: { readonly slotId: SlotId };
};

/** What the station holds to when it looks for other places. */
export type Policy = {
  readonly zone: Zone;
  /** Free time is looked for in here, and nobody is pushed out of it. */
  readonly within: Interval;
  /** What starts are snapped to where there is room for it. */
  readonly step: Duration;
  /** A slot trimmed to less than this is none. */
  readonly shortest: Duration;
};

/** Every way out there is. */
export const wayKinds = [
  "as-wished",
  "trim-wish",
  "trim-others",
  "nearest-after",
  "nearest-before",
  "swap",
  "push-later",
  "pull-earlier",
  "make-room",
  "replace-and-move",
  "another-day",
  "replace-to-library",
] as const;

/** How a conflict is left. */
export type WayKind = (typeof wayKinds)[number];

/** What happens to one slot. */
export type Effect = {
  /** Null for the slot that is yet to be made. */
  readonly slotId: SlotId | null;
  readonly episodeId?: EpisodeId;
  /** Where it is; null when it comes from the library. */
  readonly before: Interval | null;
  /** Where it will be; null when it goes back to the library. */
  readonly after: Interval | null;
};

/** How much an option disturbs, in the units that people argue in. */
export type Disturbance = {
  /** How far from the wished start the wish would start, in seconds. */
  readonly wishShifted: number;
  /** Seconds of the wished track that nobody would hear, beyond what the wish itself cuts. */
  readonly cut: number;
  /** How many other slots change. */
  readonly others: number;
  /** How far these move, together, in seconds; half a day each at most, further is just far. */
  readonly othersShifted: number;
  /** How many of these go back to the library. */
  readonly sentBack: number;
};

/** A way out: everything that would happen, the wish first, then the others in order of time. It travels as JSON. */
export type Option = {
  readonly kind: WayKind;
  readonly effects: readonly Effect[];
  readonly disturbance: Disturbance;
  /** The disturbance as one number: seconds of shifting the wish that would be as bad. */
  readonly cost: number;
};

/** An option that nobody has weighed yet. */
export type Way = Pick<Option, "kind" | "effects">;
