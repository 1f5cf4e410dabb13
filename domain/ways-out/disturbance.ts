import { lengthOf, type Interval } from "../interval";
import { hours, minutes } from "../time";
import type { Disturbance, Effect, Option, PlaceWish, Way } from "./option";

/**
 * What a disturbance costs, in seconds of shifting the wish. Sending somebody back or cutting an end is nearly
 * a day: any free time of the day comes first, and another day comes after.
 */
const price = { other: minutes(30), sentBack: hours(20), cut: hours(20), perSecondCut: 3 } as const;

/** Further than this is just far. */
const FAR = hours(12);

/** An option with its cost. */
export function weighed(wish: PlaceWish, { kind, effects }: Way): Option {
  const disturbance = disturbanceOf(wish, effects);
  return { kind, effects, disturbance, cost: costOf(disturbance) };
}

function disturbanceOf(wish: PlaceWish, [first, ...others]: readonly Effect[]): Disturbance {
  const to = first?.after ?? wish.to;
  return {
    wishShifted: secondsBetween(wish.to, to),
    cut: cutIn(wish, to) - cutIn(wish, wish.to),
    others: others.length,
    othersShifted: others.reduce(
      (sum, { before, after }) => sum + (before && after ? Math.min(secondsBetween(before, after), FAR) : 0),
      0,
    ),
    sentBack: others.filter((each) => each.after === null).length,
  };
}

function costOf({ wishShifted, cut, others, othersShifted, sentBack }: Disturbance): number {
  return (
    wishShifted +
    (cut > 0 ? price.cut + price.perSecondCut * cut : 0) +
    price.other * others +
    othersShifted +
    price.sentBack * sentBack
  );
}

function cutIn({ trackSeconds }: PlaceWish, place: Interval): number {
  return Math.max(0, (trackSeconds ?? 0) - lengthOf(place));
}

function secondsBetween(a: Interval, b: Interval): number {
  return Math.abs(a.startsAt - b.startsAt) / 1000;
}
