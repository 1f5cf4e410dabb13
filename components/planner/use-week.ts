import { useCallback, useEffect, useMemo, useState } from "react";
import { dayAfter, mondayOf, type CalendarDay } from "@/domain/zone";

/** How the week is looked at. */
export type PlannerView = "week" | "day" | "list";

/** Where one is: the day that is looked at (its week is shown in the week view), and how. */
export type WeekPlace = { readonly day: CalendarDay; readonly view: PlannerView };

const isDay = (text: string | null): text is CalendarDay =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
const isView = (text: string | null): text is PlannerView => text === "week" || text === "day" || text === "list";

function read(fallback: WeekPlace): WeekPlace {
  const query = new URLSearchParams(window.location.search);
  const [day, week, view] = [query.get("day"), query.get("week"), query.get("view")];
  return {
    day: isDay(day) ? day : isDay(week) ? mondayOf(week) : fallback.day,
    view: isView(view) ? view : fallback.view,
  };
}

/**
 * The week, the day and the view, kept in the address: `?week=2026-11-23&view=week`. A reload stays, a link
 * leads there, and Back goes back.
 */
export function useWeek(initial: CalendarDay, isNarrow: boolean) {
  const [place, setPlace] = useState<WeekPlace>({ day: initial, view: "week" });
  useEffect(() => {
    const sync = () => setPlace((now) => read(now));
    sync();
    window.addEventListener("popstate", sync);
    return () => window.removeEventListener("popstate", sync);
  }, []);
  const go = useCallback(
    (change: Partial<WeekPlace>) => {
      setPlace((before) => {
        const next = { ...before, ...change };
        if (next.day === before.day && next.view === before.view) return before;
        const url = new URL(window.location.href);
        url.searchParams.set("week", mondayOf(next.day));
        url.searchParams.set("view", next.view);
        if (next.view === "day" || isNarrow) url.searchParams.set("day", next.day);
        else url.searchParams.delete("day");
        // In a microtask: the router listens to the history, and must not be told during a render.
        queueMicrotask(() => {
          if (window.location.href !== url.href) window.history.pushState(window.history.state, "", url);
        });
        return next;
      });
    },
    [isNarrow],
  );
  return useMemo(
    () => ({ ...place, monday: mondayOf(place.day), go, by: (days: number) => go({ day: dayAfter(place.day, days) }) }),
    [place, go],
  );
}
