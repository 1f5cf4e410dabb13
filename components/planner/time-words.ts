import { lengthOf, type Interval } from "@/domain/interval";
import type { Instant } from "@/domain/time";
import { lengthText } from "./library/lengths";
import { dayAt, instantsOf, wallClockAt, wallClockOn, dayAfter, type CalendarDay, type Zone } from "@/domain/zone";

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** The day's name: "Tuesday". */
export function weekdayOf(day: CalendarDay): string {
  return weekdays[new Date(wallClockOn(day)).getUTCDay()]!;
}

/** The day as a column's head says it: "Tue 24". */
export function shortDay(day: CalendarDay): string {
  return `${weekdayOf(day).slice(0, 3)} ${Number(day.slice(8))}`;
}

/** The day and its month, where its week is not in sight: "Tue 24 Nov". */
export function shortDate(day: CalendarDay): string {
  return `${shortDay(day)} ${monthOf(day).slice(0, 3)}`;
}

/** The day in full: "Tuesday 24 November 2026". */
export function longDay(day: CalendarDay): string {
  return `${weekdayOf(day)} ${Number(day.slice(8))} ${monthOf(day)} ${day.slice(0, 4)}`;
}

/** The week from that Monday: "23 – 29 November 2026", "30 November – 6 December 2026". */
export function weekTitle(monday: CalendarDay): string {
  const sunday = dayAfter(monday, 6);
  const sameMonth = monday.slice(0, 7) === sunday.slice(0, 7);
  const sameYear = monday.slice(0, 4) === sunday.slice(0, 4);
  const from = sameMonth
    ? `${Number(monday.slice(8))}`
    : `${Number(monday.slice(8))} ${monthOf(monday)}${sameYear ? "" : ` ${monday.slice(0, 4)}`}`;
  return `${from} – ${Number(sunday.slice(8))} ${monthOf(sunday)} ${sunday.slice(0, 4)}`;
}

function monthOf(day: CalendarDay): string {
  return months[Number(day.slice(5, 7)) - 1]!;
}

/**
 * What the station's clock shows: "16:30", with seconds only where there are any, and with A or B in the
 * hour that is repeated in autumn: "02:30 A" comes an hour before "02:30 B".
 */
export function clockText(zone: Zone, at: Instant): string {
  const wall = wallClockAt(zone, at);
  const [hour, rest] = [new Date(wall).toISOString().slice(11, 16), new Date(wall).toISOString().slice(16, 19)];
  const both = instantsOf(zone, wall);
  const pass = both.length < 2 ? "" : at === both[0] ? " A" : " B";
  return `${hour}${rest === ":00" ? "" : rest}${pass}`;
}

/** From when to when: "16:30 – 17:30". */
export function rangeText(zone: Zone, { startsAt, endsAt }: Interval): string {
  return `${clockText(zone, startsAt)} – ${clockText(zone, endsAt)}`;
}

/** The same for ears: "Tuesday 16:30 to 17:30". */
export function spokenRange(zone: Zone, { startsAt, endsAt }: Interval): string {
  return `${weekdayOf(dayAt(zone, startsAt))} ${clockText(zone, startsAt)} to ${clockText(zone, endsAt)}`;
}

/** Day and time, as short as a sentence needs: "Tue 21:00". */
export function whenText(zone: Zone, at: Instant): string {
  return `${weekdayOf(dayAt(zone, at)).slice(0, 3)} ${clockText(zone, at)}`;
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
export function amountText(seconds: number): string {
  if (seconds % 60 !== 0) return lengthText(seconds);
  return seconds < 3600
    ? `${seconds / 60} min`
    : seconds % 3600 === 0
      ? `${seconds / 3600} h`
      : `${hoursText(seconds)} h`;
}

/** By how much something became longer or shorter: "15 min longer"; null where it is as long as before. */
export function longerText(before: Interval, after: Interval): string | null {
  const more = lengthOf(after) - lengthOf(before);
  return more === 0 ? null : `${amountText(Math.abs(more))} ${more > 0 ? "longer" : "shorter"}`;
}

/** The zone as the gutter says it: "Paris", "New York", "UTC". */
export function zoneText(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/** How long ago: "now", "42 s ago", "3 min ago". */
export function agoText(seconds: number): string {
  if (seconds < 1.5) return "now";
  if (seconds < 60) return `${Math.floor(seconds)} s ago`;
  return seconds < 3600 ? `${Math.floor(seconds / 60)} min ago` : `${Math.floor(seconds / 3600)} h ago`;
}
