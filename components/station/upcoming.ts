import type { StationEntry, StationWeek } from "@/domain/station-week";

/** What a listener can wait for without looking at the week. */
const SHOWN = 3;

/**
 * The next programmes, in order. The week that is shown knows them, unless it is another one, or its last
 * evening: then there is at least the next one.
 */
export function upcomingIn({ now, next, days }: Pick<StationWeek, "now" | "next" | "days">): readonly StationEntry[] {
  if (!next) return [];
  const later = days.flatMap(({ entries }) => entries).filter(({ startsAt }) => Date.parse(startsAt) > Date.parse(now));
  // A programme over midnight is in two days.
  const once = later.filter((entry, index) => later.findIndex((each) => each.startsAt === entry.startsAt && each.showName === entry.showName) === index);
  const isFromHere = once.some(({ startsAt }) => startsAt === next.startsAt);
  return isFromHere ? once.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt)).slice(0, SHOWN) : [next];
}
