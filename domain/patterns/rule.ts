import { daysBetween } from "../copying/copy-of";
import type { ShowId } from "../ids";
import { lengthOf, type Interval } from "../interval";
import { later, minutes } from "../time";
import { dayAfter, dayAt, instantsOf, mondayOf, wallClockOn, type CalendarDay, type Zone } from "../zone";

/** Payload's id of a rule. */
export type RuleId = string;

/** Is a regular slot for a new episode, or for one that comes again? */
export type AiringKind = "premiere" | "rerun";

/** A regular slot of a show: "Tue 20:00, every 2 weeks, premiere". */
export type Rule = {
  readonly id: RuleId;
  readonly showId: ShowId;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** By the station's clock: "20:00". */
  readonly startTime: string;
  readonly minutes: number;
  /** Every so many weeks, counted from the week of `anchor`. */
  readonly everyWeeks: number;
  /** A day of a week in which it airs. */
  readonly anchor: CalendarDay;
  readonly kind: AiringKind;
  /** Of a rerun: the premiere's rule that it follows; null for the show's last premiere, whichever it was. */
  readonly follows: RuleId | null;
  /** The first and the last day on which it may be; null for no such day. */
  readonly from: CalendarDay | null;
  readonly until: CalendarDay | null;
  /** Days on which it is left out. */
  readonly skipped: readonly CalendarDay[];
};

/** What of a rule its neighbours have to do with. */
type Following = Pick<Rule, "showId" | "kind" | "follows" | "from" | "until"> & {
  /** Null of a new one. */
  readonly id: RuleId | null;
};

/**
 * Why it cannot be kept beside the others, in words; null when it can. A rerun follows a premiere of its own
 * show, or none in particular; what reruns follow stays a premiere of their show.
 */
export function ruleFault(
  { id, showId, kind, follows, from, until }: Following,
  all: readonly Omit<Following, "from" | "until">[],
): string | null {
  if (from !== null && until !== null && until < from) return "the last day comes before the first";
  const followed = all.find((each) => each.id === follows);
  const isFollowable = followed?.kind === "premiere" && followed.showId === showId && followed.id !== id;
  if (kind === "rerun" && follows !== null && !isFollowable) return "a rerun follows a premiere of its own show";
  const isLost =
    id !== null &&
    all.some((each) => each.follows === id && each.id !== id && (kind !== "premiere" || each.showId !== showId));
  return isLost ? "reruns follow it: it stays a premiere of their show" : null;
}

/** One of its times. */
export type Occurrence = Interval & { readonly rule: Rule; readonly day: CalendarDay };

/** Is that a time of the day that a rule may start at? "20:00", in whole minutes. */
export function isStartTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Is that a day of the calendar? "2026-11-24", not "2026-02-30". */
export function isCalendarDay(text: string): text is CalendarDay {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
  );
}

/**
 * The times of a rule that start in the window, in order. A time that the clock skips on that day is none; of
 * one that comes twice the first is meant.
 */
export function occurrencesOf(rule: Rule, window: Interval, zone: Zone): Occurrence[] {
  if (lengthOf(window) <= 0) return [];
  const first = dayAt(zone, window.startsAt);
  const days = daysBetween(first, dayAt(zone, window.endsAt)) + 1;
  return Array.from({ length: days }, (_, index) => dayAfter(first, index))
    .filter((day) => isOn(rule, day))
    .flatMap((day) => occurrenceOn(rule, day, zone))
    .filter(({ startsAt }) => window.startsAt <= startsAt && startsAt < window.endsAt);
}

/** Does the rule mean that day? */
export function isOn({ weekday, everyWeeks, anchor, from, until, skipped }: Rule, day: CalendarDay): boolean {
  const weeks = daysBetween(mondayOf(anchor), mondayOf(day)) / 7;
  return (
    daysBetween(mondayOf(day), day) === weekday - 1 &&
    weeks % everyWeeks === 0 &&
    (from === null || from <= day) &&
    (until === null || day <= until) &&
    !skipped.includes(day)
  );
}

function occurrenceOn(rule: Rule, day: CalendarDay, zone: Zone): Occurrence[] {
  const [hour, minute] = rule.startTime.split(":").map(Number) as [number, number];
  const [startsAt] = instantsOf(zone, wallClockOn(day, hour * 3600 + minute * 60));
  return startsAt === undefined ? [] : [{ rule, day, startsAt, endsAt: later(startsAt, minutes(rule.minutes)) }];
}
