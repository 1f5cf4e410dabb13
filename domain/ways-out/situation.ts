import { inTheWay } from "../conflicts";
import { lengthOf, type Interval } from "../interval";
import { slotRangeProblem } from "../slot-rules";
import { instant, later, type Duration, type Instant } from "../time";
import type { Effect, PlaceWish, Policy } from "./option";
import { inOrder, isMovable, isTouchable, type Week, type WeekSlot } from "./week";

/** A wish and what it meets: worked out once, and read by every kind of way out. */
export type Situation = {
  readonly wish: PlaceWish;
  readonly policy: Policy;
  readonly now: Instant;
  /** The slot that moves; null when the episode comes from the library. */
  readonly mover: WeekSlot | null;
  /** What holds time once the mover has left its place, in order: it is never in its own way. */
  readonly held: readonly WeekSlot[];
  /** Who of these is where the wish would go. */
  readonly blockers: readonly WeekSlot[];
  /** Can the wished place be had by moving others? Not in the past, nor while one of them may not be touched. */
  readonly canBeCleared: boolean;
  /** Where other places are looked for: the policy's window, from the next whole minute on. */
  readonly open: Interval;
};

/** What a wish meets; null when it is no slot, or when what moves is not there or may not be touched. */
export function situationOf(
  week: Week,
  wish: PlaceWish,
  { policy, now }: { readonly policy: Policy; readonly now: Instant },
): Situation | null {
  const mover = week.find((each) => each.id === wish.from?.slotId) ?? null;
  const isFree = wish.from === undefined || (mover !== null && isMovable(mover, now));
  if (!isFree || slotRangeProblem(wish.to)) return null;
  const held = inOrder(week).filter((each) => each !== mover);
  const blockers = inTheWay(wish.to, held);
  const canBeCleared =
    blockers.length > 0 && wish.to.startsAt >= now && blockers.every((each) => isTouchable(each, now));
  const nextMinute = Math.ceil(now / 60_000) * 60_000;
  const open = { startsAt: instant(Math.max(policy.within.startsAt, nextMinute)), endsAt: policy.within.endsAt };
  return { wish, policy, now, mover, held, blockers, canBeCleared, open };
}

/** The wish comes true, there. */
export function placed({ wish, mover }: Situation, to: Interval): Effect {
  return {
    slotId: mover?.id ?? null,
    ...(wish.episodeId === undefined ? {} : { episodeId: wish.episodeId }),
    before: mover && span(mover),
    after: span(to),
  };
}

/** A slot goes there, or back to the library. */
export function moved(slot: WeekSlot, after: Interval | null): Effect {
  return {
    slotId: slot.id,
    ...(slot.episodeId === undefined ? {} : { episodeId: slot.episodeId }),
    before: span(slot),
    after: after && span(after),
  };
}

/** That length of time from a start. */
export function stretch(startsAt: Instant, length: Duration): Interval {
  return { startsAt, endsAt: later(startsAt, length) };
}

/** The same slot elsewhere: a move keeps its length. */
export function startingAt(startsAt: Instant, slot: Interval): Interval {
  return stretch(startsAt, lengthOf(slot));
}

function span({ startsAt, endsAt }: Interval): Interval {
  return { startsAt, endsAt };
}
