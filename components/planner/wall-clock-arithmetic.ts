import { instant, type Instant } from "@/domain/time";
import { wallClockAt, wallClockOn, type CalendarDay, type Zone } from "@/domain/zone";

/** What react-big-calendar calls its units. */
export type Unit = "milliseconds" | "seconds" | "minutes" | "hours" | "day" | "date" | "week" | "month";

const MS: Record<Exclude<Unit, "month">, number> = {
  milliseconds: 1,
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  day: 86_400_000,
  date: 86_400_000,
  week: 7 * 86_400_000,
};
const DAY = MS.day;
const MONDAY = 1;

/** The station's wall clock in the UTC fields of a Date: all that the calendar ever sees (R6). */
export function wallDate(zone: Zone, at: Instant): Date {
  return new Date(wallClockAt(zone, at));
}

/** That day and second of the station's calendar, for the calendar. */
export function dateOn(day: CalendarDay, second = 0): Date {
  return new Date(wallClockOn(day, second));
}

/** The day of the station's calendar that such a Date stands for. */
export function dayOf(date: Date): CalendarDay {
  return date.toISOString().slice(0, 10) as CalendarDay;
}

function startOf(date: Date, unit: Unit = "milliseconds", firstOfWeek = MONDAY): Date {
  const at = instant(+date);
  if (unit === "month") return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1));
  if (unit === "week") return new Date(floor(at, DAY) - ((date.getUTCDay() - firstOfWeek + 7) % 7) * DAY);
  return new Date(floor(at, MS[unit]));
}

function floor(at: number, ms: number): number {
  return Math.floor(at / ms) * ms;
}

function add(date: Date, count: number, unit: Unit): Date {
  if (unit !== "month") return new Date(+date + count * MS[unit]);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, date.getUTCDate()) + (+date % DAY));
}

function difference(a: Date, b: Date, unit?: Unit): number {
  return +startOf(a, unit) - +startOf(b, unit);
}

function inRange(date: Date, from: Date | null, to: Date | null, unit: Unit = "day"): boolean {
  return (!from || difference(date, from, unit) >= 0) && (!to || difference(date, to, unit) <= 0);
}

function diff(a: Date, b: Date, unit: Unit = "milliseconds"): number {
  return Math.round(Math.abs(difference(a, b, unit)) / (unit === "month" ? 30 * DAY : MS[unit]));
}

const minutesOf = (date: Date): number => Math.floor((+date - floor(+date, DAY)) / MS.minutes);

/**
 * What a calendar computes with dates, on integers: a day has 24 equal rows, whatever the browser's zone and
 * whatever day of the year. Two native getters of the calendar leak (R7); both need props that we always pass.
 */
export const wallClockArithmetic = {
  startOf,
  endOf: (date: Date, unit: Unit = "milliseconds", firstOfWeek = MONDAY) =>
    new Date(+add(startOf(date, unit, firstOfWeek), 1, unit) - 1),
  add,
  inRange,
  diff,
  lt: (a: Date, b: Date, unit?: Unit) => difference(a, b, unit) < 0,
  lte: (a: Date, b: Date, unit?: Unit) => difference(a, b, unit) <= 0,
  gt: (a: Date, b: Date, unit?: Unit) => difference(a, b, unit) > 0,
  gte: (a: Date, b: Date, unit?: Unit) => difference(a, b, unit) >= 0,
  eq: (a: Date, b: Date, unit?: Unit) => difference(a, b, unit) === 0,
  neq: (a: Date, b: Date, unit?: Unit) => difference(a, b, unit) !== 0,
  merge: (date: Date, time: Date) => new Date(floor(+date, DAY) + (+time - floor(+time, DAY))),
  range: (from: Date, to: Date, unit: Unit = "day") => {
    const dates: Date[] = [];
    for (let each = from; difference(each, to, unit) <= 0; each = add(each, 1, unit)) dates.push(each);
    return dates;
  },
  ceil: (date: Date, unit: Unit) => (+startOf(date, unit) === +date ? date : add(startOf(date, unit), 1, unit)),
  min: (...dates: Date[]) => new Date(Math.min(...dates.map(Number))),
  max: (...dates: Date[]) => new Date(Math.max(...dates.map(Number))),
  minutes: minutesOf,
  daySpan: (from: Date, to: Date) => diff(from, to, "day"),
  getSlotDate: (date: Date, minutesFromMidnight: number, offset: number) =>
    new Date(floor(+date, DAY) + (minutesFromMidnight + offset) * MS.minutes),
  getTimezoneOffset: () => 0,
  getDstOffset: () => 0,
  getTotalMin: (from: Date, to: Date) => diff(from, to, "minutes"),
  getMinutesFromMidnight: minutesOf,
  continuesPrior: (from: Date, first: Date) => difference(from, first, "day") < 0,
  continuesAfter: (_from: Date, to: Date, last: Date) => difference(to, last, "minutes") > 0,
  sortEvents: ({ evtA, evtB }: { evtA: Stretch; evtB: Stretch }) => +evtA.start - +evtB.start || +evtB.end - +evtA.end,
  inEventRange: ({ event, range }: { event: Stretch; range: Stretch }) =>
    difference(event.start, range.end, "day") <= 0 && +event.end >= +range.start,
  isSameDate: (a: Date, b: Date) => difference(a, b, "day") === 0,
  startAndEndAreDateOnly: () => false,
  browserTZOffset: () => 0,
};

type Stretch = { readonly start: Date; readonly end: Date };

/** How many seconds the station's clock is past 00:00. */
export function secondOfDay(zone: Zone, at: Instant): number {
  return (wallClockAt(zone, at) - floor(wallClockAt(zone, at), DAY)) / 1000;
}
