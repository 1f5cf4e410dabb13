import { inTheWay } from "../conflicts";
import { nearestFreeTimes } from "../free-time";
import { covers } from "../interval";
import type { Instant } from "../time";
import { calendarDay, dayAfter, instantsOf, wallClockAt, wallClockOn, type Zone } from "../zone";
import type { Way } from "./option";
import { placed, startingAt, type Situation } from "./situation";

/** The place itself, when nobody is there: what a wish meets after the other has gone. */
export function asWished(situation: Situation): Way[] {
  const { wish, blockers, now } = situation;
  if (blockers.length > 0 || wish.to.startsAt < now) return [];
  return [{ kind: "as-wished", effects: [placed(situation, wish.to)] }];
}

/** The nearest free time before and after; nobody else moves. */
export function nearest(situation: Situation): Way[] {
  const { wish, held, open, policy } = situation;
  const near = nearestFreeTimes(wish.to, held, { within: open, step: policy.step });
  const there = (kind: "nearest-before" | "nearest-after", at: Instant | null): Way[] =>
    at === null ? [] : [{ kind, effects: [placed(situation, startingAt(at, wish.to))] }];
  return [...there("nearest-after", near.after), ...there("nearest-before", near.before)];
}

/** The nearest days first, and of two the later one: a premiere is rather late than early. */
const otherDays = [1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6] as const;

/** The same time of the station's clock on the nearest day on which it is free. */
export function anotherDay(situation: Situation): Way[] {
  const { wish, held, open, policy } = situation;
  for (const days of otherDays) {
    const at = sameTimeOn(policy.zone, wish.to.startsAt, days);
    if (at === null) continue;
    const to = startingAt(at, wish.to);
    if (covers(open, to) && inTheWay(to, held).length === 0)
      return [{ kind: "another-day", effects: [placed(situation, to)] }];
  }
  return [];
}

/** That time of the wall clock some days later: the earlier one where it comes twice, null where it never comes. */
function sameTimeOn(zone: Zone, at: Instant, days: number): Instant | null {
  const wall = wallClockAt(zone, at);
  const day = calendarDay(wall);
  return instantsOf(zone, wallClockOn(dayAfter(day, days), (wall - wallClockOn(day)) / 1000))[0] ?? null;
}
