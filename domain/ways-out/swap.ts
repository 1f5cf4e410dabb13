import { covers, lengthOf, overlap, type Interval } from "../interval";
import { earlier } from "../time";
import type { Way } from "./option";
import { moved, placed, startingAt, type Situation } from "./situation";

/** Where the two would be. */
type Exchange = { readonly mine: Interval; readonly theirs: Interval };

/**
 * The slot that moves and the one in its way exchange their places. First as wished, the other where the
 * mover began; else within what both hold together, the earlier place from its start and the later one to its
 * end: 19:00–20:00 and 20:00–21:30 become 19:00–20:30 and 20:30–21:30.
 */
export function swap(situation: Situation): Way[] {
  const {
    wish,
    mover,
    held,
    blockers: [blocker, ...more],
    canBeCleared,
    policy: { within },
  } = situation;
  if (!mover || !blocker || more.length > 0 || !canBeCleared) return [];
  const others = held.filter((each) => each !== blocker);
  const isFree = (place: Interval): boolean => !others.some((each) => overlap(each, place));
  const exchanges = [
    { mine: wish.to, theirs: startingAt(mover.startsAt, blocker) },
    closelyExchanged(mover, wish.to, blocker),
  ];
  // A slot may come from another week, of which nothing is known but its own place.
  const isKnown = (place: Interval): boolean => covers(within, place) || covers(mover, place) || covers(wish.to, place);
  const possible = exchanges.find(
    ({ mine, theirs }) => !overlap(mine, theirs) && [mine, theirs].every((each) => isFree(each) && isKnown(each)),
  );
  return possible
    ? [{ kind: "swap", effects: [placed(situation, possible.mine), moved(blocker, possible.theirs)] }]
    : [];
}

function closelyExchanged(mover: Interval, wished: Interval, blocker: Interval): Exchange {
  if (mover.startsAt < blocker.startsAt)
    return { mine: endingAt(blocker, wished), theirs: startingAt(mover.startsAt, blocker) };
  return { mine: startingAt(blocker.startsAt, wished), theirs: endingAt(mover, blocker) };
}

/** As long as `slot`, and over when `place` is. */
function endingAt(place: Interval, slot: Interval): Interval {
  return startingAt(earlier(place.endsAt, lengthOf(slot)), slot);
}
