import { useCallback, useEffect, useMemo, useState } from "react";
import { dayAfter, mondayOf } from "@/domain/zone";
import { placeIn, type WeekPlace } from "./week-in-address";

/**
 * The week, the day and the view, kept in the address: `?week=2026-11-23&view=week`. A reload stays, a link
 * leads there, and Back goes back.
 */
export function useWeek(initial: WeekPlace, isNarrow: boolean) {
  const [place, setPlace] = useState(initial);
  useEffect(() => {
    const sync = () => setPlace((now) => moved(now, placeIn(new URLSearchParams(window.location.search), now)));
    sync();
    window.addEventListener("popstate", sync);
    return () => window.removeEventListener("popstate", sync);
  }, []);
  const go = useCallback(
    (change: Partial<WeekPlace>) => {
      setPlace((before) => {
        const next = { ...before, ...change };
        if (moved(before, next) === before) return before;
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

/** The same object while nothing has moved: whoever looks at it need not draw again. */
function moved(before: WeekPlace, after: WeekPlace): WeekPlace {
  return before.day === after.day && before.view === after.view ? before : after;
}
