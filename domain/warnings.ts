import type { Content } from "./content";
import type { Interval } from "./interval";
import type { Warning } from "./slots";
import { timeBetween, type Instant } from "./time";

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

/** Said when playout may look too late for it. */
export function lateWarnings(startsAt: Instant, now: Instant, leadTimeSeconds: number): Warning[] {
  const ahead = (startsAt - now) / 1000;
  return ahead >= 0 && ahead < leadTimeSeconds ? [{ code: "LATE_CHANGE", playoutPollsEvery: PLAYOUT_POLLS_EVERY }] : [];
}
