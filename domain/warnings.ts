import type { Content } from "./content";
import type { AudioOf } from "./heard";
import { lengthOf, without, type Interval } from "./interval";
import type { Row } from "./station-rows";
import type { Warning } from "./slots";
import { timeBetween, type Instant } from "./time";
import { audioEndOf, type Track } from "./tracks";

/** How often playout looks, in seconds, when nobody tells it (libretime/README 6.4). */
const PLAYOUT_POLLS_EVERY = 400;

/** Dead air in a slot up to here comes from rounding up to five minutes: it is said, but does not alarm. */
export const NOTED_SECONDS = 300;

/** What a slot and its track leave of each other, in whole seconds: silence, or an end that is not heard. What is live and a webstream last as long as their slot. */
export function fitWarnings(slot: Interval, content: Content): Warning[] {
  if (content.kind !== "track") return [];
  const difference = timeBetween(slot.startsAt, slot.endsAt) - content.trackSeconds;
  if (difference >= 1) return [{ code: "DEAD_AIR", seconds: difference }];
  if (difference <= -1) return [{ code: "TRACK_CUT", seconds: -difference }];
  return [];
}

/** A slot as LibreTime has it: when it is heard, the row that plays its track, and the track as its file is now. */
type Standing = {
  readonly heard: readonly Interval[];
  readonly row?: Row | undefined;
  readonly track?: Track | undefined;
  readonly audioOf: AudioOf;
};

/**
 * What is not heard of a slot that stands in LibreTime, in whole seconds: silence inside it, and the end of its track
 * that its row leaves out. Both can be true of a file that has become longer than its row.
 */
export function heardWarnings(slot: Interval, { heard, row, track, audioOf }: Standing): Warning[] {
  const silence = Math.floor(without(slot, heard).reduce((sum, each) => sum + lengthOf(each), 0));
  const audio = track && audioOf(track.id);
  const playsUntil =
    row?.trackId === track?.id
      ? audioEndOf(row?.cues.cueOut ?? null, typeof audio === "object" ? audio.length : null)
      : Infinity;
  const cut = track ? Math.floor(track.cueIn + track.length - playsUntil) : 0;
  return [
    ...(silence >= 1 ? [{ code: "DEAD_AIR" as const, seconds: silence }] : []),
    ...(cut >= 1 ? [{ code: "TRACK_CUT" as const, seconds: cut }] : []),
  ];
}

/** Said when playout may look too late for it. */
export function lateWarnings(startsAt: Instant, now: Instant, leadTimeSeconds: number): Warning[] {
  const ahead = (startsAt - now) / 1000;
  return ahead >= 0 && ahead < leadTimeSeconds ? [{ code: "LATE_CHANGE", playoutPollsEvery: PLAYOUT_POLLS_EVERY }] : [];
}
