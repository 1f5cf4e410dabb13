import type { Filling } from "@/domain/patterns/fill-of";
import type { Rule } from "@/domain/patterns/rule";
import { NOTED_SECONDS } from "@/domain/warnings";
import { lengthText } from "../library/lengths";
import { shortReason } from "../library/readiness";
import { hoursText, shortDate } from "../time-words";

export const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** "every week", "every 2 weeks". */
export function paceText({ everyWeeks }: Pick<Rule, "everyWeeks">): string {
  return everyWeeks === 1 ? "every week" : `every ${everyWeeks} weeks`;
}

/** "premiere · every 2 weeks". */
export function holeText(rule: Rule): string {
  return `${rule.kind} · ${paceText(rule)}`;
}

/** "Tue 20:00". */
export function whenOfRule({ weekday, startTime }: Pick<Rule, "weekday" | "startTime">): string {
  return `${weekdayNames[weekday - 1]!.slice(0, 3)} ${startTime}`;
}

/** "1:00, every 2 weeks, from Mon 23 Nov, until Sun 27 Dec". */
export function ruleText(rule: Rule): string {
  const { from, until } = rule;
  return [
    hoursText(rule.minutes * 60),
    paceText(rule),
    ...(from ? [`from ${shortDate(from)}`] : []),
    ...(until ? [`until ${shortDate(until)}`] : []),
  ].join(", ");
}

/** What is said of what goes into a hole; and whether it is to be noticed. */
export function fillingText(filling: Filling): { readonly words: string; readonly tone: "plain" | "amber" | "red" } {
  if ("empty" in filling) return { words: emptyText(filling), tone: filling.empty.why === "blocked" ? "red" : "amber" };
  const { cut, deadAir, passedOver } = filling;
  const parts = [
    cut >= 1 && `cut ${lengthText(cut)}`,
    deadAir >= 1 && `dead air ${lengthText(deadAir)}`,
    passedOver.length > 0 &&
      `“${passedOver[0]!.title}”${passedOver.length > 1 ? ` and ${passedOver.length - 1} more` : ""} waits: ${shortReason(passedOver[0]!.notReady!)}`,
  ].filter((part) => part !== false);
  return {
    words: parts.join(" · "),
    tone: cut >= 1 || deadAir >= NOTED_SECONDS || passedOver.length > 0 ? "amber" : "plain",
  };
}

function emptyText({ empty }: Extract<Filling, { readonly empty: unknown }>): string {
  switch (empty.why) {
    case "blocked":
      return "Somebody else is there.";
    case "none-left":
      return "Every episode is planned already.";
    case "not-ready":
      return `“${empty.episode.title}” is next, but not ready: ${shortReason(empty.episode.notReady!)}.`;
    case "no-premiere":
      return "There is no premiere before it to repeat.";
  }
}
