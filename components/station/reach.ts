import { dayAfter, mondayOf, type CalendarDay } from "@/domain/zone";

/** How many weeks a listener may look back, and ahead: what is asked for anonymously must not read a station's whole history. */
const REACH = { back: 4, ahead: 8 } as const;

/** The Monday of the week that the address asks for; null when it asks for nothing, for nonsense, or too far. */
export function wishedMonday(wish: string | readonly string[] | undefined, today: CalendarDay): CalendarDay | null {
  if (typeof wish !== "string" || !isDay(wish)) return null;
  const monday = mondayOf(wish);
  return isInReach(monday, today) ? monday : null;
}

/** May a listener look at the week from that Monday? */
export function isInReach(monday: CalendarDay, today: CalendarDay): boolean {
  const here = mondayOf(today);
  return monday >= dayAfter(here, -7 * REACH.back) && monday <= dayAfter(here, 7 * REACH.ahead);
}

function isDay(text: string): text is CalendarDay {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
