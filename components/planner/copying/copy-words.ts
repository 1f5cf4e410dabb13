import type { Words } from "@/components/language/words";
import type { ManyAnswer } from "@/domain/copying/judge-many";
import type { Interval } from "@/domain/interval";
import type { Instant } from "@/domain/time";
import {
  calendarDay,
  clockChangesIn,
  dayAfter,
  dayAt,
  instantsOf,
  wallClockAt,
  type CalendarDay,
  type ClockChange,
  type WallClock,
  type Zone,
} from "@/domain/zone";
import type { PlacedSlot } from "../placed-slot";
import { clockText, longDay, monthOf, rangeText, shortDate, weekTitle, weekdayOf, whenText } from "../time-words";
import { takenSentence } from "../verdict";
import type { Copying, CopyWish, JudgedCopy } from "./copying";

type SlotOf = (id: string) => PlacedSlot | undefined;

/** What is copied: "Copy Tuesday 24 November 2026", "Copy 23 – 29 November 2026". */
export function copyTitle(words: Words, { from, days }: Pick<Copying, "from" | "days">): string {
  return days === 1
    ? words.t("copying.title.day", { day: longDay(words, from) })
    : words.t("copying.title.week", { week: weekTitle(words, from) });
}

/** Where to, after "Copied 25 slots". */
export function whereText(words: Words, { to, days, times }: Copying): string {
  const where = { day: shortDate(words, to), after: times - 1 };
  return days === 1 ? words.t("copying.where.day", where) : words.t("copying.where.week", where);
}

/** "23 of 25 fit. 2 need an answer."; once one of these has its answer, how many will be copied. `open`: how many have none yet. */
export function countText(words: Words, judged: readonly JudgedCopy[], open: number): string {
  const count = judged.filter(isAsked).length > open ? copiedText(words, judged) : fitText(words, judged);
  return open === 0 ? count : `${count} ${words.t("copying.count.open", { count: open })}`;
}

/** Is one asked about it? */
export function isAsked({ verdict }: Pick<JudgedCopy, "verdict">): boolean {
  return verdict === "conflict" || verdict === "elsewhere";
}

function copiedText({ t }: Words, judged: readonly JudgedCopy[]): string {
  const [count, all] = [judged.filter(({ to }) => to !== null).length, judged.length];
  if (all === 1) return count === 1 ? t("copying.count.oneCopied") : t("copying.count.oneLeftOut");
  if (count === 0) return t("copying.count.noneCopied", { all });
  return count === all ? t("copying.count.allCopied", { all }) : t("copying.count.someCopied", { count, all });
}

function fitText({ t }: Words, judged: readonly JudgedCopy[]): string {
  const [count, all] = [judged.filter(({ verdict }) => verdict === "fits").length, judged.length];
  if (all === 0) return t("copying.count.nothing");
  if (judged.every(({ verdict }) => verdict === "there")) return t("copying.count.allThere", { all });
  if (count === 0) return t("copying.count.noneFits", { all });
  return count === all ? t("copying.count.allFit", { all }) : t("copying.count.someFit", { count, all });
}

/** What of the source is not copied, if anything. */
export function leftText({ t }: Words, foreign: number): string {
  return foreign === 0 ? "" : t("copying.foreign", { count: foreign });
}

/** Why one does not simply fit. */
export function reasonText(words: Words, { wish, verdict, blockers, others }: JudgedCopy, slotOf: SlotOf): string {
  const { t } = words;
  const { copy, to } = wish;
  if (verdict === "there") return t("copying.reason.there");
  if (verdict === "past") return t("copying.reason.past");
  const there = blockers.flatMap(({ id }) => slotOf(id) ?? []);
  const neighbour = others[0]?.copy.of.cargo.showName;
  const sentences = [
    verdict === "elsewhere"
      ? t("copying.reason.skipped", {
          clock: clockText(words, copy.of.startsAt),
          weekday: weekdayOf(words, dayAt(words.zone, to.startsAt)),
          next: clockText(words, to.startsAt),
        })
      : copy.endShift > 0 && t("copying.reason.longer", { clock: clockText(words, to.endsAt) }),
    there.length > 0
      ? takenSentence(words, to, there)
      : neighbour !== undefined && t("copying.reason.neighbour", { show: neighbour }),
  ];
  return sentences.filter(Boolean).join(" ");
}

/** What is said of one that fits, where the clock plays a part; null on most days. */
export function fitNote(words: Words, { copy, to }: CopyWish): string | null {
  const { t, zone } = words;
  if (copy.start === "twice") {
    const wall = wallClockAt(zone, copy.to.startsAt);
    const pass = copy.to.startsAt === instantsOf(zone, wall)[0] ? "first" : "second";
    return t("copying.fit.twice", { clock: wallText(wall), pass });
  }
  if (copy.endShift === 0) return null;
  const clock = clockText(words, to.endsAt);
  return copy.endShift > 0 ? t("copying.fit.longer", { clock }) : t("copying.fit.shorter", { clock });
}

type Answered = {
  readonly judged: JudgedCopy;
  readonly slotOf: SlotOf;
};

/** An answer as it can be chosen, with where it would lead. */
export function answerText(words: Words, answer: ManyAnswer, { judged, slotOf }: Answered): string {
  const { t, zone } = words;
  const { wish, blockers, answers } = judged;
  const to = answers[answer];
  if (answer === "leave-out" || !to) return t("copying.answer.leaveOut");
  const clock = clockText(words, to.startsAt);
  switch (answer) {
    case "as-wished":
      return t("copying.answer.asWished", { clock });
    case "nearest": {
      const when = isSameDay(zone, to.startsAt, wish.to.startsAt) ? clock : whenText(words, to.startsAt);
      return t("copying.answer.nearest", { when });
    }
    case "trim":
      return t("copying.answer.trim", { range: rangeText(words, to) });
    case "other-pass":
      return t("copying.answer.otherPass", { clock });
    case "replace": {
      const shows = new Set(blockers.map(({ id }) => slotOf(id)?.slot.showName ?? t("copying.answer.unnamed")));
      const names = new Intl.ListFormat(words.locale).format(shows);
      return blockers.length > shows.size
        ? t("copying.answer.replaceMany", { count: blockers.length, names })
        : t("copying.answer.replace", { names });
    }
  }
}

function isSameDay(zone: Zone, a: Instant, b: Instant): boolean {
  return dayAt(zone, a) === dayAt(zone, b);
}

/** What the clock does on the days that are copied onto, and what becomes of the slots there. */
export function clockNotes(words: Words, onto: Interval, wishes: readonly CopyWish[]): readonly string[] {
  return clockChangesIn(words.zone, onto).map((change) => {
    const onDay = wishes.filter(({ to }) => dayAt(words.zone, to.startsAt) === calendarDay(change.from));
    return change.to > change.from ? shorterNote(words, change, onDay) : longerNote(words, change, onDay);
  });
}

function shorterNote(words: Words, { from, to }: ClockChange, onDay: readonly CopyWish[]): string {
  const { t } = words;
  const lost = onDay.filter(({ copy }) => copy.start === "never").length;
  const day = dayText(words, calendarDay(from));
  const said = t("copying.clock.shorter", { day, from: wallText(from), to: wallText(to) });
  return `${said} ${lost === 0 ? t("copying.clock.shorterKept") : t("copying.clock.shorterLost", { count: lost })}`;
}

function longerNote(words: Words, { from, to }: ClockChange, onDay: readonly CopyWish[]): string {
  const { t } = words;
  const isTwice = onDay.some(({ copy }) => copy.start === "twice");
  const day = dayText(words, calendarDay(from));
  const said = t("copying.clock.longer", { day, from: wallText(to), to: wallText(from) });
  return `${said} ${isTwice ? t("copying.clock.longerTwice") : t("copying.clock.longerKept")}`;
}

/** "Sunday 28 Mar". */
function dayText(words: Words, day: CalendarDay): string {
  const [weekday, month] = [weekdayOf(words, day), monthOf(words, day, "short")];
  return words.t("copying.clock.day", { weekday, day: dayOfMonth(day), month });
}

function wallText(at: WallClock): string {
  return new Date(at).toISOString().slice(11, 16);
}

function dayOfMonth(day: CalendarDay): string {
  return String(Number(day.slice(8)));
}

/** The weeks that a week can be copied into: from this week on, but not onto itself. */
export function weekName(words: Words, monday: CalendarDay, from: CalendarDay): string {
  const count = Math.round((Date.parse(monday) - Date.parse(from)) / (7 * 86_400_000));
  return words.t("copying.target.weeksLater", { week: weekText(words, monday), count });
}

/** "14 – 20 December": its year is that of the week that is copied, or the next. */
function weekText(words: Words, monday: CalendarDay): string {
  const sunday = dayAfter(monday, 6);
  const [from, to] = [dayOfMonth(monday), dayOfMonth(sunday)];
  const [fromMonth, month] = [monthOf(words, monday), monthOf(words, sunday)];
  if (fromMonth === month) return words.t("copying.target.weekInMonth", { from, to, month });
  const fromYear = monday.slice(0, 4);
  return fromYear === sunday.slice(0, 4)
    ? words.t("copying.target.weekOverMonths", { from, fromMonth, to, month })
    : words.t("copying.target.weekOverYears", { from, fromMonth, fromYear, to, month });
}

/** The day of the wall clock at which a copy starts, for headings. */
export function dayOfCopy(zone: Zone, { wish, to }: JudgedCopy): CalendarDay {
  return calendarDay(wallClockAt(zone, (to ?? wish.to).startsAt));
}
