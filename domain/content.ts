import type { EpisodeId } from "./ids";
import { lengthOf, type Interval } from "./interval";
import { seconds, type Duration } from "./time";
import { fitTrack, type Fit } from "./tracks";

/** What a slot of ours holds: a track of an episode; an hour that is kept for a live programme, locked for files; or a webstream. */
export type Content =
  /** `trackSeconds`: whole seconds of the track when it was planned. */
  | { readonly kind: "track"; readonly episodeId: EpisodeId; readonly trackId: number; readonly trackSeconds: number }
  | { readonly kind: "live" }
  /** LibreTime's id of the webstream. */
  | { readonly kind: "stream"; readonly streamId: number };

/** What a row plays. LibreTime keeps both columns; playout takes the file where there is one (probes). */
export type Media = { readonly trackId: number | null; readonly streamId: number | null };

/** The one row that a slot needs, and when it plays what. */
export type WantedRow = Fit & Media;

/**
 * The row that a slot needs in LibreTime; null for a live hold, which is whole without one: whoever is live is
 * heard, and what lay in it would be heard instead of them. A webstream plays as long as its slot.
 */
export function wantedRow(slot: Interval & { readonly content: Content; readonly cueIn?: Duration }): WantedRow | null {
  const { content, cueIn = seconds(0) } = slot;
  if (content.kind === "live") return null;
  const length = content.kind === "track" ? seconds(content.trackSeconds) : lengthOf(slot);
  return { ...fitTrack({ cueIn, length }, slot), ...mediaOf(content) };
}

/** What a row of it plays; nothing for a live hold. */
export function mediaOf(content: Content): Media {
  return {
    trackId: content.kind === "track" ? content.trackId : null,
    streamId: content.kind === "stream" ? content.streamId : null,
  };
}

/** Do they play the same? Nothing is never the same as nothing. */
export function playsSame(a: Media, b: Media): boolean {
  return a.trackId === null
    ? b.trackId === null && a.streamId !== null && a.streamId === b.streamId
    : a.trackId === b.trackId;
}

/** The episode that it holds, if it holds one. */
export function episodeIn(content: Content): EpisodeId | undefined {
  return content.kind === "track" ? content.episodeId : undefined;
}

/** Is it about the same thing: the same episode, whatever its track; the same webstream; or live as well? */
export function isSameThing(a: Content, b: Content): boolean {
  if (a.kind === "track") return episodeIn(b) === a.episodeId;
  return a.kind === b.kind && mediaOf(a).streamId === mediaOf(b).streamId;
}

/** Is it the same thing, heard the same? */
export function isSameContent(a: Content, b: Content): boolean {
  return isSameThing(a, b) && mediaOf(a).trackId === mediaOf(b).trackId;
}

/** What a slot without an episode is asked to hold. What is live is called as people call it, a webstream as it is in LibreTime. */
export type Hold =
  | { readonly kind: "live"; readonly title?: string | undefined }
  | { readonly kind: "stream"; readonly streamId: number };

/** What would be asked for to hold the same again; null for an episode. */
export function holdIn({
  content,
  title,
}: {
  readonly content?: Content | undefined;
  readonly title: string;
}): Hold | null {
  if (!content || content.kind === "track") return null;
  return content.kind === "live" ? { kind: "live", title } : { kind: "stream", streamId: content.streamId };
}

/** What a slot holds that was asked for so. */
export function contentOf(hold: Hold): Content {
  return hold.kind === "live" ? { kind: "live" } : { kind: "stream", streamId: hold.streamId };
}
