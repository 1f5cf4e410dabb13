import { freeStretches, nearestFreeStart } from "../free-time";
import { lengthOf, overlap, without, type Interval } from "../interval";
import { seconds } from "../time";
import type { Effect, Way } from "./option";
import { moved, placed, startingAt, type Situation } from "./situation";

/** The wish takes the place; who was there goes back to the library. */
export function replaceToLibrary(situation: Situation): Way[] {
  const { wish, blockers, canBeCleared } = situation;
  if (!canBeCleared) return [];
  return [
    { kind: "replace-to-library", effects: [placed(situation, wish.to), ...blockers.map((each) => moved(each, null))] },
  ];
}

/** The wish takes the place; who was there goes to the nearest time that is still free, one after the other. */
export function replaceAndMove(situation: Situation): Way[] {
  const { wish, held, blockers, canBeCleared, open, policy } = situation;
  if (!canBeCleared) return [];
  const shortest = seconds(Math.min(...blockers.map(lengthOf)));
  let free = freeStretches(open, [wish.to, ...held.filter((each) => !blockers.includes(each))], shortest);
  const effects: Effect[] = [];
  for (const blocker of blockers) {
    const at = nearestFreeStart(blocker, free, policy.step);
    if (at === null) return [];
    const there = startingAt(at, blocker);
    effects.push(moved(blocker, there));
    free = taken(free, there);
  }
  return [{ kind: "replace-and-move", effects: [placed(situation, wish.to), ...effects] }];
}

/** What is still free when that place is not any more. */
function taken(free: readonly Interval[], place: Interval): Interval[] {
  return free.flatMap((each) => (overlap(each, place) ? without(each, [place]) : [each]));
}
