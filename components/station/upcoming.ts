import { heardInEntry, type StationEntry, type StationWeek } from "@/domain/station-week";
import { onWire } from "@/domain/slots";

/** What a listener can wait for without looking at the week. */
const SHOWN = 3;

/**
 * The next programmes, in order, each with the time at which it is heard. The week that is shown knows them, unless
 * it is another one, or its last evening: then there is at least the next one. What nobody will hear is none of them.
 */
export function upcomingIn({ next, days }: Pick<StationWeek, "now" | "next" | "days">): readonly StationEntry[] {
  if (!next) return [];
  const nextAt = Date.parse(next.startsAt);
  const begun = days
    .flatMap(({ entries }) => entries)
    .flatMap((entry): StationEntry[] => {
      const first = heardInEntry(entry)[0];
      return first && first.startsAt >= nextAt ? [{ ...entry, ...onWire(first) }] : [];
    });
  const isFromHere = days.some(({ entries }) =>
    entries.some(
      (entry) => entry.showName === next.showName && heardInEntry(entry).some(({ startsAt }) => startsAt === nextAt),
    ),
  );
  const others = begun.filter(
    ({ startsAt, showName }) => !(Date.parse(startsAt) === nextAt && showName === next.showName),
  );
  // A programme over midnight is in two days.
  const once = others.filter(
    (entry, index) =>
      others.findIndex((each) => each.startsAt === entry.startsAt && each.showName === entry.showName) === index,
  );
  return isFromHere
    ? [next, ...once.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))].slice(0, SHOWN)
    : [next];
}
