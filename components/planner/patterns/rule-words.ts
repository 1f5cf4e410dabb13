import type { Words } from "@/components/language/words";
import type { Filling } from "@/domain/patterns/fill-of";
import type { Rule } from "@/domain/patterns/rule";
import { NOTED_SECONDS } from "@/domain/warnings";
import { dayAfter, type CalendarDay } from "@/domain/zone";
import { lengthText } from "../library/lengths";
import { shortReason } from "../library/readiness";
import { hoursText, shortDate, shortWeekdayOf } from "../time-words";

const MONDAY = "2026-11-23" as CalendarDay;

/** Any day that is the first, second … of its week, for its name. */
export function dayOfWeek(weekday: number): CalendarDay {
  return dayAfter(MONDAY, weekday - 1);
}

/** "premiere". */
export function kindText({ t }: Words, { kind }: Pick<Rule, "kind">): string {
  return t(`patterns.kind.${kind}`);
}

/** "every week", "every 2 weeks". */
export function paceText({ t }: Words, { everyWeeks }: Pick<Rule, "everyWeeks">): string {
  return t("patterns.pace", { weeks: everyWeeks });
}

/** "premiere · every 2 weeks". */
export function holeText(words: Words, rule: Rule): string {
  return words.t("patterns.kindAndPace", { kind: kindText(words, rule), pace: paceText(words, rule) });
}

/** "Tue 20:00". */
export function whenOfRule(words: Words, { weekday, startTime }: Pick<Rule, "weekday" | "startTime">): string {
  const day = shortWeekdayOf(words, dayOfWeek(weekday));
  return words.t("time.weekdayAndClock", { weekday: day, clock: startTime });
}

/** "1:00, every 2 weeks, from Mon 23 Nov, until Sun 27 Dec". */
export function ruleText(words: Words, rule: Rule): string {
  const { t } = words;
  const said = { length: hoursText(rule.minutes * 60), pace: paceText(words, rule) };
  const [from, until] = [rule.from && shortDate(words, rule.from), rule.until && shortDate(words, rule.until)];
  if (from && until) return t("patterns.rule.fromUntil", { ...said, from, until });
  if (from) return t("patterns.rule.from", { ...said, from });
  return until ? t("patterns.rule.until", { ...said, until }) : t("patterns.rule.always", said);
}

/** What is said of what goes into a hole; and whether it is to be noticed. */
export function fillingText(
  words: Words,
  filling: Filling,
): { readonly text: string; readonly tone: "plain" | "amber" | "red" } {
  if ("empty" in filling)
    return { text: emptyText(words, filling), tone: filling.empty.why === "blocked" ? "red" : "amber" };
  const { cut, deadAir, passedOver } = filling;
  return {
    text: joined(words, partsOf(words, filling)),
    tone: cut >= 1 || deadAir >= NOTED_SECONDS || passedOver.length > 0 ? "amber" : "plain",
  };
}

/** Two and more things that are said of a hole: "Tide · cut 2:00". */
function joined({ t }: Words, parts: readonly string[]): string {
  return parts.slice(1).reduce((list, next) => t("patterns.filling.and", { list, next }), parts[0] ?? "");
}

type Filled = Exclude<Filling, { readonly empty: unknown }>;

function partsOf(words: Words, { cut, deadAir, passedOver }: Filled): readonly string[] {
  const { t } = words;
  const [first, ...others] = passedOver;
  return [
    ...(cut >= 1 ? [t("patterns.filling.cut", { length: lengthText(cut) })] : []),
    ...(deadAir >= 1 ? [t("patterns.filling.deadAir", { length: lengthText(deadAir) })] : []),
    ...(first
      ? [
          t("patterns.filling.waits", {
            title: first.title,
            more: others.length,
            reason: shortReason(words, first.notReady!),
          }),
        ]
      : []),
  ];
}

function emptyText(words: Words, { empty }: Extract<Filling, { readonly empty: unknown }>): string {
  const { t } = words;
  switch (empty.why) {
    case "blocked":
      return t("patterns.filling.blocked");
    case "none-left":
      return t("patterns.filling.noneLeft");
    case "not-ready": {
      const { title, notReady } = empty.episode;
      return t("patterns.filling.notReady", { title, reason: shortReason(words, notReady!) });
    }
    case "no-premiere":
      return t("patterns.filling.noPremiere");
  }
}
