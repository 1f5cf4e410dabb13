import { zone } from "../given.test-kit";
import type { Interval } from "../interval";
import { dayAfter, wallClockAt, weekInterval, type CalendarDay } from "../zone";
import type { Rule } from "./rule";

export const paris = zone("Europe/Paris");

export const day = (text: string): CalendarDay => text as CalendarDay;

export const MONDAY = day("2026-11-23");

export const week = weekInterval(paris, MONDAY);

export const weeks = (count: number): Interval => ({
  startsAt: week.startsAt,
  endsAt: weekInterval(paris, dayAfter(MONDAY, 7 * (count - 1))).endsAt,
});

/** Night Waves, Tuesday 20:00, an hour, every week, premiere. */
export function aRule(over: Partial<Rule> = {}): Rule {
  return {
    id: "night",
    showId: "waves",
    weekday: 2,
    startTime: "20:00",
    minutes: 60,
    everyWeeks: 1,
    anchor: MONDAY,
    kind: "premiere",
    follows: null,
    from: null,
    until: null,
    skipped: [],
    ...over,
  };
}

export const shown = ({ startsAt, endsAt }: Interval): string =>
  `${new Date(wallClockAt(paris, startsAt)).toISOString().slice(5, 16)}–${new Date(wallClockAt(paris, endsAt)).toISOString().slice(11, 16)}`;
