import type { Interval } from "./interval";
import { DAY, instant, seconds, YEARS, type Duration, type Instant } from "./time";

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

const DAY_MS = DAY * 1000;
const zones = new Map<string, Zone>();

/** The zone of that IANA name; null when the runtime does not know it. */
export function zoneOf(name: string): Zone | null {
  const known = zones.get(name);
  if (known) return known;
  const format = formatFor(name);
  if (!format) return null;
  const read = (at: Instant): Duration => readOffset(format, at);
  // Reading costs microseconds, and the grid asks thousands of times: each day of UTC is read once.
  const days = new Map<number, OffsetsOfDay>();
  const offsetAt = (at: Instant): Duration => {
    const day = Math.floor(at / DAY_MS);
    let offsets = days.get(day);
    if (!offsets) days.set(day, (offsets = offsetsOfDay(read, day)));
    return at < offsets.changesAt ? offsets.before : offsets.after;
  };
  const zone = { name, offsetAt };
  zones.set(name, zone);
  return zone;
}

/** The offsets of one day of UTC: no clock changes twice in it. */
type OffsetsOfDay = { readonly before: Duration; readonly after: Duration; readonly changesAt: Instant };

function offsetsOfDay(read: Zone["offsetAt"], day: number): OffsetsOfDay {
  const [startsAt, endsAt] = [instant(day * DAY_MS), instant((day + 1) * DAY_MS)];
  const [before, after] = [read(startsAt), read(endsAt)];
  return { before, after, changesAt: before === after ? endsAt : changeBetween(read, startsAt, endsAt) };
}

/** The first instant of the other offset, for two instants with one change between them. Clocks change on a whole second. */
function changeBetween(offsetAt: Zone["offsetAt"], from: Instant, to: Instant): Instant {
  const before = offsetAt(from);
  let [low, high] = [Math.floor(from / 1000), Math.ceil(to / 1000)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(instant(middle * 1000)) === before) low = middle;
    else high = middle;
  }
  return instant(high * 1000);
}

function formatFor(name: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
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
  // No zone is a day away from UTC, and no clock changes twice in two days: these two offsets are all there can be.
  const offsets = new Set([zone.offsetAt(instant(wall - DAY_MS)), zone.offsetAt(instant(wall + DAY_MS))]);
  const candidates = [...offsets].map((offset) => instant(wall - offset * 1000));
  // Two are left only where the offset shrinks, and so the one by the offset before comes first.
  return candidates.filter((at) => wallClockAt(zone, at) === wall);
}

/** The wall clock at that day and second of the day, whether or not the clock ever shows it. */
export function wallClockOn(day: CalendarDay, secondOfDay = 0): WallClock {
  return (Date.parse(`${day}T00:00:00Z`) + secondOfDay * 1000) as WallClock;
}

/** Reads a day of the calendar, "2026-11-24"; null for any other text, 30 February, and years outside of `YEARS`. */
export function parseDay(text: string): CalendarDay | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const [day, year] = [text as CalendarDay, Number(text.slice(0, 4))];
  const wall = wallClockOn(day);
  if (Number.isNaN(wall) || calendarDay(wall) !== day) return null;
  return year < YEARS.first || year >= YEARS.last ? null : day;
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
  return calendarDay((wallClockOn(day) + count * DAY_MS) as WallClock);
}

/** The Monday of that day's week. */
export function mondayOf(day: CalendarDay): CalendarDay {
  return dayAfter(day, -((new Date(wallClockOn(day)).getUTCDay() + 6) % 7));
}

/** The first instant at or after the wall clock: in a skipped hour, the moment after the skip. */
export function firstInstantFrom(zone: Zone, wall: WallClock): Instant {
  return instantsOf(zone, wall)[0] ?? changeBetween(zone.offsetAt, instant(wall - DAY_MS), instant(wall + DAY_MS));
}

/** From the day's first instant to the next day's: 23, 24 or 25 hours. */
export function dayInterval(zone: Zone, day: CalendarDay): Interval {
  return {
    startsAt: firstInstantFrom(zone, wallClockOn(day)),
    endsAt: firstInstantFrom(zone, wallClockOn(dayAfter(day))),
  };
}

/** From that Monday's first instant to the next Monday's. */
export function weekInterval(zone: Zone, monday: CalendarDay): Interval {
  return { startsAt: dayInterval(zone, monday).startsAt, endsAt: dayInterval(zone, dayAfter(monday, 7)).startsAt };
}

/** A change of the station's clock: the wall clock jumps from `from` to `to` at `at`. */
export type ClockChange = { readonly at: Instant; readonly from: WallClock; readonly to: WallClock };

/** The changes of the clock within that interval, in order; one at its very start belongs to it. */
export function clockChangesIn(zone: Zone, interval: Interval): ClockChange[] {
  const changes: ClockChange[] = [];
  const last = interval.endsAt - 1;
  for (let from = interval.startsAt - 1; from < last; from += DAY_MS) {
    const [low, high] = [instant(from), instant(Math.min(from + DAY_MS, last))];
    const [before, after] = [zone.offsetAt(low), zone.offsetAt(high)];
    if (before === after) continue;
    const at = changeBetween(zone.offsetAt, low, high);
    changes.push({ at, from: (at + before * 1000) as WallClock, to: (at + after * 1000) as WallClock });
  }
  return changes;
}
