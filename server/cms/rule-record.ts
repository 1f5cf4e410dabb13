import type { ShowId } from "@/domain/ids";
import type { Rule } from "@/domain/patterns/rule";
import type { CalendarDay } from "@/domain/zone";
import type { Pattern } from "./payload-types";

/** The rule as the domain knows it. */
export function recordOf({
  id,
  show,
  weekday,
  startTime,
  minutes,
  everyWeeks,
  anchor,
  kind,
  follows,
  firstDay,
  lastDay,
  skipped,
}: Pattern): Rule {
  return {
    id,
    showId: idOf(show) as ShowId,
    weekday: Number(weekday),
    startTime,
    minutes,
    everyWeeks: Number(everyWeeks),
    anchor: anchor as CalendarDay,
    kind,
    follows: idOf(follows),
    from: (firstDay || null) as CalendarDay | null,
    until: (lastDay || null) as CalendarDay | null,
    skipped: (skipped ?? []) as CalendarDay[],
  };
}

function idOf(related: string | { readonly id: string } | null | undefined): string | null {
  return typeof related === "string" ? related : (related?.id ?? null);
}
