import type { CalendarDay } from "@/domain/zone";
import type { StationWeek } from "@/domain/station-week";

/**
 * The seven days from today, out of two calendar weeks: what a listener asks for on a Sunday evening is not
 * the week that is over. Of two readings the older one says how fresh this is.
 */
export function nextDays<View extends StationWeek>(thisWeek: View, nextWeek: View, today: CalendarDay): View {
  const days = [...thisWeek.days, ...nextWeek.days].filter(({ day }) => day >= today).slice(0, 7);
  const asOf =
    thisWeek.asOf === null || nextWeek.asOf === null
      ? null
      : [thisWeek.asOf, nextWeek.asOf].toSorted((a, b) => Date.parse(a) - Date.parse(b))[0]!;
  return { ...thisWeek, days, asOf, stale: thisWeek.stale || nextWeek.stale };
}
