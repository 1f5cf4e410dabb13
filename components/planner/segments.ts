import type { Interval } from "@/domain/interval";
import { instant, type Instant } from "@/domain/time";
import {
  calendarDay,
  clockChangesIn,
  dayAfter,
  firstInstantFrom,
  wallClockAt,
  wallClockOn,
  type CalendarDay,
  type ClockChange,
  type Zone,
} from "@/domain/zone";

/** Which pass of an hour that the clock shows twice. */
export type Pass = "first" | "second";

/** A piece of a stretch of time as a day's column shows it: 24 equal rows, whatever the clock does. */
export type Segment = Interval & {
  readonly day: CalendarDay;
  /** Seconds of the wall clock since 00:00, `[from, to)`, `to` at most 86,400. */
  readonly from: number;
  readonly to: number;
  /** In a repeated hour, which of the two; the column is halved there. */
  readonly pass: Pass | null;
};

const HOUR = 3_600_000;

/**
 * Cuts a stretch of time where a column cannot show it in one piece: at midnight, where the clock jumps, and
 * at either end of a repeated hour. A slot that ends at midnight has no piece in the next day (R1). On the
 * day of 25 hours, 01:30 to the second 02:30 is 01:30–02:00, then 02:00–03:00 (first), 02:00–02:30 (second).
 */
export function segmentsOf(zone: Zone, stretch: Interval, changes = changesAround(zone, stretch)): Segment[] {
  const segments: Segment[] = [];
  let at = stretch.startsAt;
  while (at < stretch.endsAt) {
    const wall = wallClockAt(zone, at);
    const day = calendarDay(wall);
    const end = nextCut(zone, at, day, stretch.endsAt, changes);
    const from = (wall - wallClockOn(day)) / 1000;
    segments.push({ startsAt: at, endsAt: end, day, from, to: from + (end - at) / 1000, pass: passAt(at, changes) });
    at = end;
  }
  return segments;
}

/** The changes of the clock that can matter to a stretch of time. */
export function changesAround(zone: Zone, { startsAt, endsAt }: Interval): ClockChange[] {
  return clockChangesIn(zone, { startsAt: instant(startsAt - 3 * HOUR), endsAt: instant(endsAt + 3 * HOUR) });
}

/** Which pass of a repeated hour the instant is in; null in every other hour. */
export function passAt(at: Instant, changes: readonly ClockChange[]): Pass | null {
  const back = changes.find(
    (each) => Math.abs(at - each.at) <= twice(each) && at >= each.at - twice(each) && at < each.at + twice(each),
  );
  if (!back) return null;
  return at < back.at ? "first" : "second";
}

/** How much of the clock comes twice at that change, in milliseconds; 0 in spring. */
export function twice(change: ClockChange): number {
  return Math.max(0, change.from - change.to);
}

function nextCut(zone: Zone, at: Instant, day: CalendarDay, end: Instant, changes: readonly ClockChange[]): Instant {
  const cuts = changes.flatMap((each) => [each.at - twice(each), each.at, each.at + twice(each)]);
  const midnight = firstInstantFrom(zone, wallClockOn(dayAfter(day)));
  return instant(Math.min(end, midnight, ...cuts.filter((cut) => cut > at)));
}
