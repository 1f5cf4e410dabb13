import { lengthOf, type Interval } from "@/domain/interval";
import type { Instant } from "@/domain/time";
import type { Words } from "@/components/language/words";
import { lengthText } from "./library/lengths";
import { dayAt, instantsOf, wallClockAt, wallClockOn, dayAfter, type CalendarDay } from "@/domain/zone";

const names = new Map<string, Intl.DateTimeFormat>();

/** The name of a day or of its month, in the language of the page. */
function nameIn({ locale }: Words, day: CalendarDay, style: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${JSON.stringify(style)}`;
  const format = names.get(key) ?? new Intl.DateTimeFormat(locale, { ...style, timeZone: "UTC" });
  names.set(key, format);
  return format.format(wallClockOn(day));
}

/** The day's name: "Tuesday". */
export function weekdayOf(words: Words, day: CalendarDay): string {
  return nameIn(words, day, { weekday: "long" });
}

/** The day's name where room is short: "Tue". */
export function shortWeekdayOf(words: Words, day: CalendarDay): string {
  return nameIn(words, day, { weekday: "short" });
}

/** The day as a column's head says it: "Tue 24". */
export function shortDay(words: Words, day: CalendarDay): string {
  return words.t("time.shortDay", { weekday: shortWeekdayOf(words, day), day: dayOfMonth(day) });
}

/** The day and its month, where its week is not in sight: "Tue 24 Nov". */
export function shortDate(words: Words, day: CalendarDay): string {
  const month = monthOf(words, day, "short");
  return words.t("time.shortDate", { weekday: shortWeekdayOf(words, day), day: dayOfMonth(day), month });
}

/** The day in full: "Tuesday 24 November 2026". */
export function longDay(words: Words, day: CalendarDay): string {
  const [weekday, month] = [weekdayOf(words, day), monthOf(words, day)];
  return words.t("time.longDay", { weekday, day: dayOfMonth(day), month, year: yearOf(day) });
}

/** The week from that Monday: "23 – 29 November 2026", "30 November – 6 December 2026". */
export function weekTitle(words: Words, monday: CalendarDay): string {
  const sunday = dayAfter(monday, 6);
  const [from, to] = [dayOfMonth(monday), dayOfMonth(sunday)];
  const [month, year] = [monthOf(words, sunday), yearOf(sunday)];
  if (monday.slice(0, 7) === sunday.slice(0, 7)) return words.t("time.weekInMonth", { from, to, month, year });
  const [fromMonth, fromYear] = [monthOf(words, monday), yearOf(monday)];
  return fromYear === year
    ? words.t("time.weekInYear", { from, fromMonth, to, month, year })
    : words.t("time.weekOverYears", { from, fromMonth, fromYear, to, month, year });
}

/** The name of that day's month: "November", or "Nov" where room is short. */
export function monthOf(words: Words, day: CalendarDay, month: "long" | "short" = "long"): string {
  return nameIn(words, day, { month });
}

function dayOfMonth(day: CalendarDay): string {
  return String(Number(day.slice(8)));
}

function yearOf(day: CalendarDay): string {
  return day.slice(0, 4);
}

/**
 * What the station's clock shows: "16:30", with seconds only where there are any, and with A or B in the
 * hour that is repeated in autumn: "02:30 A" comes an hour before "02:30 B".
 */
export function clockText({ t, zone }: Words, at: Instant): string {
  const wall = wallClockAt(zone, at);
  const [hour, rest] = [new Date(wall).toISOString().slice(11, 16), new Date(wall).toISOString().slice(16, 19)];
  const both = instantsOf(zone, wall);
  const clock = `${hour}${rest === ":00" ? "" : rest}`;
  return both.length < 2 ? clock : t("time.repeatedHour", { clock, pass: at === both[0] ? "first" : "other" });
}

/** From when to when: "16:30 – 17:30". */
export function rangeText(words: Words, { startsAt, endsAt }: Interval): string {
  return words.t("time.range", { from: clockText(words, startsAt), to: clockText(words, endsAt) });
}

/** The same for ears: "Tuesday 16:30 to 17:30". */
export function spokenRange(words: Words, { startsAt, endsAt }: Interval): string {
  const weekday = weekdayOf(words, dayAt(words.zone, startsAt));
  return words.t("time.spokenRange", { weekday, from: clockText(words, startsAt), to: clockText(words, endsAt) });
}

/** The same as short as a button needs: "Tue 16:30 – 17:30". */
export function shortRange(words: Words, { startsAt, endsAt }: Interval): string {
  const weekday = shortWeekdayOf(words, dayAt(words.zone, startsAt));
  return words.t("time.weekdayAndRange", { weekday, from: clockText(words, startsAt), to: clockText(words, endsAt) });
}

/** Day and time, as short as a sentence needs: "Tue 21:00". */
export function whenText(words: Words, at: Instant): string {
  const weekday = shortWeekdayOf(words, dayAt(words.zone, at));
  return words.t("time.weekdayAndClock", { weekday, clock: clockText(words, at) });
}

/** The same where another day of that name may be meant: "Tue 8 Dec 21:00". */
export function dateAndClockText(words: Words, at: Instant): string {
  const date = shortDate(words, dayAt(words.zone, at));
  return words.t("time.dateAndClock", { date, clock: clockText(words, at) });
}

/** A stretch in hours and minutes: "0:30", "1:30"; under a minute it is "0:00". */
export function hoursText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** How long an interval is, in hours and minutes. */
export function spanText(interval: Interval): string {
  return hoursText(lengthOf(interval));
}

/** So much time, as one says it: "30 min", "1 h", "1:30 h", and with seconds "1:05". */
export function amountText({ t }: Words, seconds: number): string {
  if (seconds % 60 !== 0) return lengthText(seconds);
  if (seconds < 3600) return t("time.minutes", { count: seconds / 60 });
  return seconds % 3600 === 0
    ? t("time.hours", { count: seconds / 3600 })
    : t("time.hoursAndMinutes", { clock: hoursText(seconds) });
}

/** By how much something became longer or shorter: "15 min longer"; null where it is as long as before. */
export function longerText(words: Words, before: Interval, after: Interval): string | null {
  const more = lengthOf(after) - lengthOf(before);
  const amount = amountText(words, Math.abs(more));
  return more === 0 ? null : more > 0 ? words.t("time.longer", { amount }) : words.t("time.shorter", { amount });
}

/** The zone as the gutter says it: "Paris", "New York", "UTC". */
export function zoneText(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/** How long ago: "now", "42 s ago", "3 min ago". */
export function agoText({ t }: Words, seconds: number): string {
  if (seconds < 1.5) return t("time.now");
  if (seconds < 60) return t("time.secondsAgo", { count: Math.floor(seconds) });
  if (seconds < 3600) return t("time.minutesAgo", { count: Math.floor(seconds / 60) });
  return t("time.hoursAgo", { count: Math.floor(seconds / 3600) });
}
