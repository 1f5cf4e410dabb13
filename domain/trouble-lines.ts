import { lengthOf } from "./interval";
import { intervalOf } from "./slots";
import type { Trouble } from "./troubles";
import { dayAt, type CalendarDay, type Zone } from "./zone";

/** One line of a list of troubles: one of them, or a day's silences, which are many; these by when they air. */
export type TroubleLine<T extends Trouble> =
  | { readonly trouble: T }
  | {
      readonly day: CalendarDay;
      readonly silences: readonly T[];
      /** How long it is silent in all. */
      readonly seconds: number;
    };

/** So many silences of one day are one line. */
const MANY = 3;

/**
 * The lines of a list of troubles, in its order. The silences of a day, between slots and in them, are one line where
 * they are many, at the place of the first of them: a day of bulletins leaves one after each, and among thirty of
 * these nobody finds the slot that will not be heard. What is a danger has its line to itself, always.
 */
export function inLines<T extends Trouble>(zone: Zone, troubles: readonly T[]): TroubleLine<T>[] {
  const dayOf = (trouble: T) => dayAt(zone, intervalOf(trouble).startsAt);
  const byDay = new Map<CalendarDay, T[]>();
  for (const trouble of troubles.filter(isQuiet))
    byDay.set(dayOf(trouble), [...(byDay.get(dayOf(trouble)) ?? []), trouble]);
  return troubles.flatMap((trouble): TroubleLine<T>[] => {
    const silences = isQuiet(trouble) ? byDay.get(dayOf(trouble))! : [];
    if (silences.length < MANY) return [{ trouble }];
    if (silences[0] !== trouble) return [];
    return [
      {
        day: dayOf(trouble),
        silences: silences.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt)),
        seconds: silences.reduce((sum, each) => sum + secondsOf(each), 0),
      },
    ];
  });
}

function isQuiet({ what, danger }: Trouble): boolean {
  return !danger && (what === "gap" || what === "dead-air");
}

function secondsOf(trouble: Trouble): number {
  return "seconds" in trouble ? trouble.seconds : lengthOf(intervalOf(trouble));
}
