import type { EpisodeId, SlotId } from "../ids";
import type { Interval } from "../interval";
import { begunProblem } from "../slot-rules";
import type { Slot, SlotState } from "../slots";
import type { Instant } from "../time";

/** A slot as far as ways out of a conflict go: what both the grid and the server's records can give. */
export type WeekSlot = Interval & {
  readonly id: SlotId;
  readonly kind: Slot["kind"];
  readonly state: SlotState;
  /** What it holds, where it is ours. */
  readonly episodeId?: EpisodeId;
  /** Whole seconds of the planned track; absent where nobody knows it, and then nothing of the slot is dead air. */
  readonly trackSeconds?: number;
  /** May no act of ours touch it? */
  readonly locked: boolean;
  readonly live: boolean;
  /** Counts its changes; 0 for a foreign slot. */
  readonly version: number;
};

/** Everything that holds time in a window, foreign slots included, in any order. */
export type Week = readonly WeekSlot[];

/** May whoever took hold of it move it? Only what is ours, has not begun, and is not being written or checked right now (law 3). */
export function isMovable(slot: WeekSlot, now: Instant): boolean {
  const isBusy = slot.state === "saving" || slot.state === "checking";
  return slot.kind === "planned" && !slot.locked && !isBusy && begunProblem(slot, now) === null;
}

/**
 * May it be moved, shortened or sent back for somebody else's wish? What may be moved, unless it is live: there
 * are people in a studio at that time.
 */
export function isTouchable(slot: WeekSlot, now: Instant): boolean {
  return isMovable(slot, now) && !slot.live;
}

/** In order of time. The order in which slots are given decides nothing: the same week gives the same ways out. */
export function inOrder(week: Week): WeekSlot[] {
  return week.toSorted((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt || (a.id < b.id ? -1 : 1));
}
