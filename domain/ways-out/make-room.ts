import { lengthOf, type Interval } from "../interval";
import { instant, later, type Instant } from "../time";
import type { Way } from "./option";
import { moved, placed, type Situation } from "./situation";
import { isTouchable, type WeekSlot } from "./week";

/** A slot and where it would go. */
type Move = { readonly slot: WeekSlot; readonly after: Interval };

/**
 * The others make room: the following ones go later, or the earlier ones earlier, or each side its own way,
 * by as little as is needed, up to the next slot that may not be touched. Gaps are used up first; lengths and
 * the order on air stay.
 */
export function makeRoom(situation: Situation): Way[] {
  const {
    wish: { to },
    held,
    now,
    canBeCleared,
  } = situation;
  if (!canBeCleared) return [];
  const ours = held.filter((each) => isTouchable(each, now));
  const [early, late] = [
    ours.filter((each) => each.startsAt < to.startsAt),
    ours.filter((each) => each.startsAt >= to.startsAt),
  ];
  return [
    ...shifted(situation, "push-later", { pulled: [], pushed: ours.filter((each) => each.endsAt > to.startsAt) }),
    ...shifted(situation, "pull-earlier", { pulled: ours.filter((each) => each.startsAt < to.endsAt), pushed: [] }),
    ...shifted(situation, "make-room", { pulled: early, pushed: late }),
  ];
}

function shifted(
  situation: Situation,
  kind: Way["kind"],
  { pulled, pushed }: { readonly pulled: readonly WeekSlot[]; readonly pushed: readonly WeekSlot[] },
): Way[] {
  const {
    wish: { to },
    held,
    now,
    open,
  } = situation;
  const fixed = held.filter((each) => !isTouchable(each, now));
  const last = Math.min(open.endsAt, ...fixed.filter((each) => each.endsAt > to.startsAt).map((each) => each.startsAt));
  const first = Math.max(
    open.startsAt,
    ...fixed.filter((each) => each.startsAt < to.endsAt).map((each) => each.endsAt),
  );
  const after = pushedLater(pushed.map(asMove), to.endsAt, instant(last));
  // What goes earlier goes later when time runs backwards.
  const before = pushedLater(
    pulled.map((each) => mirrored(asMove(each))),
    mirror(to.startsAt),
    mirror(instant(first)),
  )?.map(mirrored);
  if (!after || !before) return [];
  return [
    {
      kind,
      effects: [
        placed(situation, to),
        ...[...before.toReversed(), ...after].map((each) => moved(each.slot, each.after)),
      ],
    },
  ];
}

/** Each that begins before `from` begins there, and the next where that one ends; null when one would end after `until`. */
function pushedLater(chain: readonly Move[], from: Instant, until: Instant): Move[] | null {
  const moves: Move[] = [];
  let next = from;
  for (const {
    slot,
    after: { startsAt, endsAt },
  } of chain.toSorted((a, b) => a.after.startsAt - b.after.startsAt)) {
    if (startsAt >= next) break;
    const after = { startsAt: next, endsAt: later(next, lengthOf({ startsAt, endsAt })) };
    if (after.endsAt > until) return null;
    moves.push({ slot, after });
    next = after.endsAt;
  }
  return moves;
}

function asMove(slot: WeekSlot): Move {
  return { slot, after: slot };
}

function mirrored({ slot, after }: Move): Move {
  return { slot, after: { startsAt: mirror(after.endsAt), endsAt: mirror(after.startsAt) } };
}

function mirror(at: Instant): Instant {
  return instant(0 - at);
}
