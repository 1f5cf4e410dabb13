import { instant, type Instant } from "@/domain/time";
import type { Words } from "@/components/language/words";
import { clockChangesIn, dayInterval, type CalendarDay } from "@/domain/zone";
import { clockText } from "../planner/time-words";
import { includes } from "@/domain/interval";
import { heardInEntry, type StationEntry } from "@/domain/station-week";

/** Where a programme lies: a listener's "now", "before", "later"; "silent" while its time goes on and nothing of it is heard. */
export type Standing = "past" | "on-air" | "silent" | "to-come";

export function standingOf(entry: StationEntry, now: Instant): Standing {
  if (Date.parse(entry.endsAt) <= now) return "past";
  if (Date.parse(entry.startsAt) > now) return "to-come";
  return heardInEntry(entry).some((each) => includes(each, now)) ? "on-air" : "silent";
}

/** When it starts, on that day's list: what began the evening before stands there until it ends. */
export function startText(words: Words, day: CalendarDay, { startsAt, endsAt }: StationEntry): string {
  const [from, to] = [instant(Date.parse(startsAt)), instant(Date.parse(endsAt))];
  return from < dayInterval(words.zone, day).startsAt
    ? words.t("station.entry.until", { clock: clockText(words, to) })
    : clockText(words, from);
}

/** What the clocks do on that day, for whoever wonders at a day of 23 or 25 hours; null on all others. */
export function clockNote({ t, zone }: Words, day: CalendarDay): string | null {
  const change = clockChangesIn(zone, dayInterval(zone, day))[0];
  if (!change) return null;
  const [from, to] = [wallText(change.from), wallText(change.to)];
  return change.to > change.from
    ? t("station.day.clocksForward", { from, to })
    : t("station.day.clocksBack", { from, to });
}

function wallText(wall: number): string {
  return new Date(wall).toISOString().slice(11, 16);
}
