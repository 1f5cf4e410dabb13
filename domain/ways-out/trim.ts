import { inTheWay } from "../conflicts";
import { lengthOf, without, type Interval } from "../interval";
import { later, seconds, type Duration } from "../time";
import type { Way } from "./option";
import { moved, placed, type Situation } from "./situation";
import type { WeekSlot } from "./week";

/**
 * The wish, as long as it is free: the first piece of it that holds the whole track, else the longest. For
 * [16:00, 17:30) with a track of 28 minutes, where somebody is from 16:30 on, it is [16:00, 16:30).
 */
export function trimWish(situation: Situation): Way[] {
  const { wish, blockers, policy, now } = situation;
  if (blockers.length === 0) return [];
  const pieces = without(wish.to, blockers).filter((each) => lengthOf(each) >= policy.shortest && each.startsAt >= now);
  const whole = pieces.find((each) => lengthOf(each) >= (wish.trackSeconds ?? 0));
  const piece = whole ?? pieces.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  return piece ? [{ kind: "trim-wish", effects: [placed(situation, piece)] }] : [];
}

/** The others end where the wish begins, when nothing of them is heard from there on: they lose dead air only. */
export function trimOthers(situation: Situation): Way[] {
  const { wish, held, blockers, canBeCleared, policy } = situation;
  if (!canBeCleared) return [];
  const trimmed = (each: WeekSlot): Interval => ({ startsAt: each.startsAt, endsAt: wish.to.startsAt });
  const canBeTrimmed = (each: WeekSlot): boolean =>
    isHeardBefore(wish.to, each, policy.shortest) && inTheWay(trimmed(each), held, new Set([each.id])).length === 0;
  if (!blockers.every(canBeTrimmed)) return [];
  return [
    {
      kind: "trim-others",
      effects: [placed(situation, wish.to), ...blockers.map((each) => moved(each, trimmed(each)))],
    },
  ];
}

/** Does its track end before that place begins, and is what is left of it still a slot? */
function isHeardBefore(place: Interval, slot: WeekSlot, shortest: Duration): boolean {
  if (slot.trackSeconds === undefined) return false;
  return later(slot.startsAt, seconds(Math.max(slot.trackSeconds, shortest))) <= place.startsAt;
}
