import { earlier, hours, instant, seconds, type Duration, type Instant } from "./time";
import type { Interval } from "./interval";

/**
 * A moment of the station's wall clock, as the milliseconds that UTC would have when its clock shows the
 * same. It is no instant: a calendar may draw it, nothing may compare it with one.
 */
export type WallClock = number & { readonly wallClock: unique symbol };

/** A day of the station's calendar, `2026-03-29`. */
export type CalendarDay = string & { readonly calendarDay: unique symbol };

/** The station's time zone: the only clock that a programmer reads. */
export type Zone = {
  /** The IANA name, `Europe/Paris`. */
  readonly name: string;
  /** How far the zone is ahead of UTC at that instant. */
  readonly offsetAt: (at: Instant) => Duration;
};

const HOUR = 3_600_000;
const zones = new Map<string, Zone>();

/** The zone of that IANA name; null when the runtime does not know it. */
export function zoneOf(name: string): Zone | null {
  const known = zones.get(name);
  if (known) return known;
  const format = formatFor(name);
  if (!format) return null;
  const byQuarter = new Map<number, Duration>();
  const offsetAt = (at: Instant): Duration => {
    // Every change of a clock since 1970 fell on a quarter of an hour of UTC.
    const quarter = Math.floor(at / (HOUR / 4));
    const cached = byQuarter.get(quarter);
    if (cached !== undefined) return cached;
    if (byQuarter.size > 20_000) byQuarter.clear();
    const offset = readOffset(format, instant(quarter * (HOUR / 4)));
    byQuarter.set(quarter, offset);
    return offset;
  };
  const zone = { name, offsetAt };
  zones.set(name, zone);
  return zone;
}

function formatFor(name: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone: name, hourCycle: "h23",
      year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
    });
  } catch {
    return null;
  }
}

function readOffset(format: Intl.DateTimeFormat, at: Instant): Duration {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  const wall = Date.UTC(part["year"]!, part["month"]! - 1, part["day"], part["hour"], part["minute"], part["second"]);
  return seconds((wall - at) / 1000);
}

/** What the station's clock shows at that instant. */
export function wallClockAt(zone: Zone, at: Instant): WallClock {
  return (at + zone.offsetAt(at) * 1000) as WallClock;
}

/**
 * The instants at which the station's clock shows that: one on most days, none in the hour that is skipped
 * in spring, two (earlier first) in the hour that is repeated in autumn.
 */
export function instantsOf(zone: Zone, wall: WallClock): Instant[] {
  const around = [instant(wall - 26 * HOUR), instant(wall + 26 * HOUR)].map(zone.offsetAt);
  const candidates = [...new Set(around)].map((offset) => instant(wall - offset * 1000));
  return candidates.filter((at) => wallClockAt(zone, at) === wall).toSorted((a, b) => a - b);
}

/** The wall clock at that day and second of the day, whether or not the clock ever shows it. */
export function wallClockOn(day: CalendarDay, secondOfDay = 0): WallClock {
  return (Date.parse(`${day}T00:00:00Z`) + secondOfDay * 1000) as WallClock;
}

/** The day of the station's calendar that the wall clock shows. */
export function calendarDay(wall: WallClock): CalendarDay {
  return new Date(wall).toISOString().slice(0, 10) as CalendarDay;
}

/** The station's calendar day at that instant. */
export function dayAt(zone: Zone, at: Instant): CalendarDay {
  return calendarDay(wallClockAt(zone, at));
}

/** That many days later in the calendar; a negative count goes back. */
export function dayAfter(day: CalendarDay, count = 1): CalendarDay {
  return calendarDay((wallClockOn(day) + count * 24 * HOUR) as WallClock);
}

/** The Monday of that day's week. */
export function mondayOf(day: CalendarDay): CalendarDay {
  return dayAfter(day, -((new Date(wallClockOn(day)).getUTCDay() + 6) % 7));
}

/** The first instant at or after the wall clock: in a skipped hour, the moment after the skip. */
export function firstInstantFrom(zone: Zone, wall: WallClock): Instant {
  const exact = instantsOf(zone, wall)[0];
  if (exact !== undefined) return exact;
  // Inside a skip the offset before it, which is the smaller one, leads to a moment after the skip, as far after as wall was inside.
  const before = zone.offsetAt(instant(wall - 26 * HOUR));
  const after = zone.offsetAt(instant(wall + 26 * HOUR));
  const landed = instant(wall - before * 1000);
  const skip = seconds(after - before);
  let [low, high] = [earlier(landed, skip), landed];
  while (high - low > 1000) {
    const middle = instant(Math.floor((low + high) / 2000) * 1000);
    if (zone.offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** From the day's first instant to the next day's: 23, 24 or 25 hours. */
export function dayInterval(zone: Zone, day: CalendarDay): Interval {
  return { startsAt: firstInstantFrom(zone, wallClockOn(day)), endsAt: firstInstantFrom(zone, wallClockOn(dayAfter(day))) };
}

/** From that Monday's first instant to the next Monday's. */
export function weekInterval(zone: Zone, monday: CalendarDay): Interval {
  return { startsAt: dayInterval(zone, monday).startsAt, endsAt: dayInterval(zone, dayAfter(monday, 7)).startsAt };
}

/** A change of the station's clock: the wall clock jumps from `from` to `to` at `at`. */
export type ClockChange = { readonly at: Instant; readonly from: WallClock; readonly to: WallClock };

/** The changes of the clock within that interval, in order. */
export function clockChangesIn(zone: Zone, interval: Interval): ClockChange[] {
  const changes: ClockChange[] = [];
  const step = hours(0.25) * 1000;
  for (let at = Math.ceil(interval.startsAt / step) * step; at < interval.endsAt; at += step) {
    const [before, after] = [zone.offsetAt(instant(at - step)), zone.offsetAt(instant(at))];
    if (before !== after) changes.push({ at: instant(at), from: (at + before * 1000) as WallClock, to: (at + after * 1000) as WallClock });
  }
  return changes;
}
