import type { SlotId } from "../ids";
import { lengthOf, type Interval } from "../interval";
import { later, seconds, timeBetween } from "../time";
import {
  dayAfter,
  dayAt,
  firstInstantFrom,
  instantsOf,
  wallClockAt,
  wallClockOn,
  type CalendarDay,
  type Zone,
} from "../zone";

/** A slot that is copied, as far as its copy goes. */
export type Original = Interval & { readonly id: SlotId };

/** Which days are copied, and onto which. */
export type DaysCopied = { readonly from: CalendarDay; readonly to: CalendarDay; readonly days: number };

/** A slot as it would stand on its other day. */
export type Copy<T extends Original = Original> = {
  readonly of: T;
  /** The same local start and the same length; where the clock skips that start, from the moment it goes on. */
  readonly to: Interval;
  /** Does the clock show that start on the other day, twice, or never? */
  readonly start: "once" | "twice" | "never";
  /** The other of the two places where the start comes twice. */
  readonly otherPass?: Interval;
  /** By how many seconds its end is later by the station's clock than the original's, because the clock changes within one of them; 0 on most days. */
  readonly endShift: number;
};

/**
 * The slots that start on those days, as they would stand on the others: what starts at 20:00 starts at 20:00,
 * whatever the clock does in between, and lasts as long. Of a start that comes twice the first is taken, unless
 * the original stands in the second. For a slot of two hours from 01:00 on the Sunday of spring, the end is at
 * 04:00 by the clock, an hour later than the original's.
 */
export function copyOf<T extends Original>(zone: Zone, slots: readonly T[], { from, to, days }: DaysCopied): Copy<T>[] {
  const end = dayAfter(from, days);
  return slots
    .filter((slot) => from <= dayAt(zone, slot.startsAt) && dayAt(zone, slot.startsAt) < end)
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .map((slot) => copied(zone, slot, daysBetween(from, to)));
}

function copied<T extends Original>(zone: Zone, slot: T, days: number): Copy<T> {
  const wall = wallClockAt(zone, slot.startsAt);
  const day = dayAt(zone, slot.startsAt);
  const wished = wallClockOn(dayAfter(day, days), (wall - wallClockOn(day)) / 1000);
  const at = instantsOf(zone, wished);
  const isSecond = instantsOf(zone, wall)[1] === slot.startsAt;
  const startsAt = (isSecond ? at[1] : undefined) ?? at[0] ?? firstInstantFrom(zone, wished);
  const there = (start: typeof startsAt): Interval => ({ startsAt: start, endsAt: later(start, lengthOf(slot)) });
  const otherPass = at.find((each) => each !== startsAt);
  return {
    of: slot,
    to: there(startsAt),
    start: at.length === 0 ? "never" : at.length === 1 ? "once" : "twice",
    ...(otherPass === undefined ? {} : { otherPass: there(otherPass) }),
    endShift: at.length === 0 ? 0 : wallLength(zone, there(startsAt)) - wallLength(zone, slot),
  };
}

/** How far the station's clock goes from start to end, in seconds. */
function wallLength(zone: Zone, { startsAt, endsAt }: Interval): number {
  return timeBetween(startsAt, endsAt) + seconds(zone.offsetAt(endsAt) - zone.offsetAt(startsAt));
}

/** How many days of the calendar one is after the other. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((wallClockOn(to) - wallClockOn(from)) / 86_400_000);
}
