import type { Interval } from "@/domain/interval";
import type { SlotId } from "@/domain/ids";
import type { CalendarDay } from "@/domain/zone";
import type { Words } from "@/components/language/words";
import type { Painted } from "./painted";
import type { Along } from "./selection/group";
import type { Segment } from "./segments";
import { storeOf, type Store } from "./store";
import type { Verdict } from "./verdict";
import type { Held } from "./wish";

/** Where what is held would go, and whether it fits. */
export type Proposal = {
  readonly to: Interval;
  readonly verdict: Verdict;
  readonly pieces: readonly Segment[];
  readonly twice: boolean;
  /** What goes along. */
  readonly along: readonly Along[];
};

/** What lies on the grid without being planned: changes with every step of the pointer. */
export type Board = {
  readonly held: Held | null;
  readonly proposal: Proposal | null;
  readonly painted: Painted | null;
};

const empty: Board = { held: null, proposal: null, painted: null };

/** An empty board. */
export function boardStore(): Store<Board> {
  return storeOf(empty);
}

/** How a block looks while something is held or offered: lifted, struck, or in the way. */
export function markOn(id: SlotId): (board: Board) => "lifted" | "struck" | "in-the-way" | null {
  return ({ held, proposal, painted }) => {
    if (held && !held.copies && (held.cargo.from?.slotId === id || held.rest?.some(({ from }) => from?.slotId === id)))
      return "lifted";
    if (painted?.struck.has(id)) return "struck";
    if (proposal && (isBlocker(id, proposal.verdict) || proposal.along.some(({ verdict }) => isBlocker(id, verdict))))
      return "in-the-way";
    return null;
  };
}

function isBlocker(id: SlotId, verdict: Verdict): boolean {
  return !verdict.fits && verdict.blockers.some((each) => each.id === id);
}

/** Does a day show a piece of what is held? The pieces themselves change with every step. */
export function touches(day: CalendarDay): (board: Board) => Proposal | null {
  return ({ proposal }) =>
    proposal && (isOn(day, proposal.pieces) || proposal.along.some(({ pieces }) => isOn(day, pieces)))
      ? proposal
      : null;
}

function isOn(day: CalendarDay, pieces: readonly Segment[]): boolean {
  return pieces.some((piece) => piece.day === day);
}

/** How many of a group fit: "5 slots, all fit", "3 of 5 fit"; "5 slots" while nobody can say. */
export function fittingText({ t }: Words, { verdict, along }: Pick<Proposal, "verdict" | "along">): string {
  const count = along.length + 1;
  const fitting = along.filter((each) => each.verdict.fits).length + (verdict.fits ? 1 : 0);
  if (fitting === count && [verdict, ...along.map((each) => each.verdict)].some((each) => each.fits && each.isUnsure))
    return t("verdict.group.unsure", { count });
  if (fitting === count) return t("verdict.group.all", { count });
  return fitting === 0 ? t("verdict.group.none", { count }) : t("verdict.group.some", { fitting, count });
}
