import type { ManyAnswer } from "@/domain/copying/judge-many";
import type { Interval } from "@/domain/interval";
import {
  clockChangesIn,
  calendarDay,
  dayAt,
  wallClockAt,
  type CalendarDay,
  type WallClock,
  type Zone,
} from "@/domain/zone";
import { clockText, longDay, rangeText, shortDate, weekdayOf, weekTitle, whenText } from "../time-words";
import { takenWords } from "../verdict";
import type { PlacedSlot } from "../placed-slot";
import type { Copying, CopyWish, JudgedCopy } from "./copying";

/** What is copied: "Copy Tuesday 24 November 2026", "Copy 23 – 29 November 2026". */
export function copyTitle({ from, days }: Pick<Copying, "from" | "days">): string {
  return `Copy ${days === 1 ? longDay(from) : weekTitle(from)}`;
}

/** Where to, after "Copied 25 slots". */
export function whereText({ to, days, times }: Copying): string {
  const first = days === 1 ? shortDate(to) : `the week of ${shortDate(to)}`;
  return `to ${first}${times > 1 ? ` and ${times - 1 === 1 ? "the week" : `the ${times - 1} weeks`} after it` : ""}`;
}

/** "23 of 25 fit. 2 need an answer."; once one of these has its answer, how many will be copied. `open`: how many have none yet. */
export function countText(judged: readonly JudgedCopy[], open: number): string {
  const needs = open === 0 ? "" : open === 1 ? " One needs an answer." : ` ${open} need an answer.`;
  return `${judged.filter(isAsked).length > open ? copiedText(judged) : fitText(judged)}${needs}`;
}

/** Is one asked about it? */
export function isAsked({ verdict }: Pick<JudgedCopy, "verdict">): boolean {
  return verdict === "conflict" || verdict === "elsewhere";
}

function copiedText(judged: readonly JudgedCopy[]): string {
  const copied = judged.filter(({ to }) => to !== null).length;
  if (judged.length === 1) return copied === 1 ? "It will be copied." : "It is left out.";
  return `${copied === 0 ? "None" : copied === judged.length ? "All" : `${copied} of`} ${copied === 0 ? "of " : ""}${judged.length} will be copied.`;
}

function fitText(judged: readonly JudgedCopy[]): string {
  const fit = judged.filter(({ verdict }) => verdict === "fits").length;
  if (judged.length === 0) return "Nothing of ours is planned there.";
  if (judged.every(({ verdict }) => verdict === "there"))
    return judged.length === 1 ? "It is there already." : `All ${judged.length} are there already.`;
  if (fit === 0) return judged.length === 1 ? "It does not fit." : `None of ${judged.length} fits.`;
  return fit === judged.length
    ? fit === 1
      ? "The one slot fits."
      : `All ${fit} fit.`
    : `${fit} of ${judged.length} fit.`;
}

/** What of the source is not copied, if anything. */
export function leftText(foreign: number): string {
  if (foreign === 0) return "";
  return foreign === 1
    ? "One slot of LibreTime’s own is not copied."
    : `${foreign} slots of LibreTime’s own are not copied.`;
}

/** Why one does not simply fit. */
export function reasonText(
  zone: Zone,
  { wish, verdict, blockers, others }: JudgedCopy,
  slotOf: (id: string) => PlacedSlot | undefined,
): string {
  const { copy, to } = wish;
  if (verdict === "there") return "It is there already.";
  if (verdict === "past") return "That time has passed.";
  const there = blockers.flatMap(({ id }) => slotOf(id) ?? []);
  const taken =
    there.length > 0
      ? `${takenWords(zone, to, there)}.`
      : others.length > 0
        ? `Its neighbour ${others[0]!.copy.of.cargo.showName} is copied there too.`
        : "";
  if (verdict !== "elsewhere")
    return `${copy.endShift > 0 ? `It would end at ${clockText(zone, to.endsAt)}, since the clock goes forward in it. ` : ""}${taken}`;
  const lost = clockText(zone, copy.of.startsAt);
  return `${lost} does not exist on ${weekdayOf(dayAt(zone, to.startsAt))}: the clock goes straight to ${clockText(zone, to.startsAt)}. ${taken}`.trim();
}

/** What is said of one that fits, where the clock plays a part; null on most days. */
export function fitNote(zone: Zone, { copy, to }: CopyWish): string | null {
  if (copy.start === "twice")
    return `${clockText(zone, copy.to.startsAt).slice(0, 5)} comes twice: it stands in the ${clockText(zone, copy.to.startsAt).endsWith("B") ? "second" : "first"} hour.`;
  if (copy.endShift === 0) return null;
  return `It ends at ${clockText(zone, to.endsAt)}: the clock goes ${copy.endShift > 0 ? "forward" : "back"} in it.`;
}

/** An answer as it can be chosen; `to` is where it would lead. */
export function answerText(
  zone: Zone,
  answer: ManyAnswer,
  { wish, blockers, answers }: JudgedCopy,
  slotOf: (id: string) => PlacedSlot | undefined,
): string {
  const to = answers[answer];
  if (answer === "leave-out" || !to) return "Leave it out";
  switch (answer) {
    case "as-wished":
      return `Put it at ${clockText(zone, to.startsAt)}`;
    case "nearest":
      return `Nearest free time: ${sameDay(zone, to, wish.to) ? clockText(zone, to.startsAt) : whenText(zone, to.startsAt)}`;
    case "trim":
      return `Cut it to ${rangeText(zone, to)}`;
    case "other-pass":
      return `Put it at ${clockText(zone, to.startsAt)}, the other hour`;
    case "replace": {
      const names = new Set(blockers.map(({ id }) => slotOf(id)?.slot.showName ?? "it"));
      return `Replace ${blockers.length > names.size ? `${blockers.length} slots of ` : ""}${[...names].join(" and ")}: back to the library`;
    }
  }
}

function sameDay(zone: Zone, a: Interval, b: Interval): boolean {
  return dayAt(zone, a.startsAt) === dayAt(zone, b.startsAt);
}

/** What the clock does on the days that are copied onto, and what becomes of the slots there. */
export function clockNotes(zone: Zone, onto: Interval, wishes: readonly CopyWish[]): readonly string[] {
  return clockChangesIn(zone, onto).map(({ from, to }) => {
    const day = `${weekdayOf(calendarDay(from))} ${shortDate(calendarDay(from)).slice(4)}`;
    const onDay = wishes.filter((wish) => dayAt(zone, wish.to.startsAt) === calendarDay(from));
    if (to > from) {
      const lost = onDay.filter(({ copy }) => copy.start === "never").length;
      return `${day} has 23 hours: the clock skips ${wallText(from)} to ${wallText(to)}. ${lost === 0 ? "All other local times are kept." : `${lost === 1 ? "One slot has" : `${lost} slots have`} no place of ${lost === 1 ? "its" : "their"} own there; all other local times are kept.`}`;
    }
    const twice = onDay.filter(({ copy }) => copy.start === "twice").length;
    return `${day} has 25 hours: ${wallText(to)} to ${wallText(from)} comes twice. ${twice === 0 ? "All local times are kept." : "What starts then stands in the first hour, and the second is left free; all local times are kept."}`;
  });
}

function wallText(at: WallClock): string {
  return new Date(at).toISOString().slice(11, 16);
}

/** The weeks that a week can be copied into: from this week on, but not onto itself. */
export function weekName(monday: CalendarDay, from: CalendarDay): string {
  const weeks = Math.round((Date.parse(monday) - Date.parse(from)) / (7 * 86_400_000));
  return `${weekTitle(monday).replace(/ \d{4}$/, "")}${weeks === 1 ? " (the next week)" : ` (${weeks} weeks later)`}`;
}

/** The day of the wall clock at which a copy starts, for headings. */
export function dayOfCopy(zone: Zone, { wish, to }: JudgedCopy): CalendarDay {
  return calendarDay(wallClockAt(zone, (to ?? wish.to).startsAt));
}
