import type { Interval } from "@/domain/interval";
import { formatInstant } from "@/domain/time";
import { mondayOf, parseDay, type CalendarDay } from "@/domain/zone";

/** How the week is looked at. */
export type PlannerView = "week" | "day" | "list";

/** Where one is: the day that is looked at (its week is shown in the week view), and how. */
export type WeekPlace = { readonly day: CalendarDay; readonly view: PlannerView };

const isView = (text: string | null): text is PlannerView => text === "week" || text === "day" || text === "list";

/** Where `?week=2026-11-23&view=week` leads; what the address does not say, or says wrongly, is as in `fallback`. */
export function placeIn(query: URLSearchParams, fallback: WeekPlace): WeekPlace {
  const [day, week] = [query.get("day"), query.get("week")].map((text) => parseDay(text ?? ""));
  const view = query.get("view");
  return {
    day: day ?? (week ? mondayOf(week) : fallback.day),
    view: isView(view) ? view : fallback.view,
  };
}

/** What `listSlots` is asked for a stretch of time. */
export function slotsAsked({ startsAt, endsAt }: Interval): { readonly from: string; readonly to: string } {
  return { from: formatInstant(startsAt), to: formatInstant(endsAt) };
}
