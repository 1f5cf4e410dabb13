import { overlap, type Interval } from "@/domain/interval";
import { freeStretches } from "@/domain/free-time";
import { instant, later, type Duration, type Instant } from "@/domain/time";
import type { Zone } from "@/domain/zone";
import { FINE_SECONDS, STEP_SECONDS } from "./cargo";
import { sameTimeAfter } from "./grid-place";

/** A key that moves something that is held, as far as it is named by an event. */
export type StepKey = { readonly key: string; readonly shiftKey: boolean; readonly altKey: boolean };

/** So many days a key leads away: by one, or by the week that the page turns. */
const DAYS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, k: -7, p: -7, j: 7, n: 7 };

/**
 * Where a key takes what is held: up and down five minutes (one with Alt), left and right a day, PageUp and
 * PageDown an hour, and a week the keys that turn the page by one; with Shift the end moves instead. Null for any
 * other key. On the day of 25 hours every step is a step of real time, so both passes are gone through.
 */
export function steppedBy(zone: Zone, at: Interval, { key, shiftKey, altKey }: StepKey): Interval | null {
  const step = (altKey ? FINE_SECONDS : STEP_SECONDS) * 1000;
  const by: Record<string, number> = { ArrowUp: -step, ArrowDown: step, PageUp: -3_600_000, PageDown: 3_600_000 };
  const moved = by[key];
  if (moved !== undefined) {
    const endsAt = instant(at.endsAt + moved);
    if (!shiftKey) return { startsAt: instant(at.startsAt + moved), endsAt };
    return endsAt > at.startsAt ? { startsAt: at.startsAt, endsAt } : at;
  }
  const days = DAYS[key];
  if (days === undefined) return null;
  const startsAt = sameTimeAfter(zone, at.startsAt, days);
  return startsAt === null ? at : { startsAt, endsAt: instant(startsAt + (at.endsAt - at.startsAt)) };
}

/** Where a thing from the library is first held: the next free time that fits, at or after `from`; else at `from`. */
export function firstPlace(from: Instant, within: Interval, held: readonly Interval[], length: Duration): Interval {
  const step = STEP_SECONDS * 1000;
  const start = instant(Math.ceil(Math.max(from, within.startsAt) / step) * step);
  const room = { startsAt: start, endsAt: within.endsAt };
  const starts = freeStretches(
    room,
    held.filter((each) => overlap(each, room)),
    length,
  ).map((free) => ({ ...free, at: instant(Math.ceil(free.startsAt / step) * step) }));
  const at = starts.find((free) => later(free.at, length) <= free.endsAt)?.at ?? start;
  return { startsAt: at, endsAt: later(at, length) };
}
