import type { Interval } from "@/domain/interval";
import type { SlotId } from "@/domain/ids";
import type { CalendarDay } from "@/domain/zone";
import type { Painted } from "./painted";
import type { Segment } from "./segments";
import { storeOf, type Store } from "./store";
import type { Verdict } from "./verdict";
import type { Held } from "./wish";

/** Where what is held would go, and whether it fits. */
export type Proposal = { readonly to: Interval; readonly verdict: Verdict; readonly pieces: readonly Segment[]; readonly twice: boolean };

/** What lies on the grid without being planned: changes with every step of the pointer. */
export type Board = { readonly held: Held | null; readonly proposal: Proposal | null; readonly painted: Painted | null };

const empty: Board = { held: null, proposal: null, painted: null };

/** An empty board. */
export function boardStore(): Store<Board> {
  return storeOf(empty);
}

/** How a block looks while something is held or offered: lifted, struck, or in the way. */
export function markOn(id: SlotId): (board: Board) => "lifted" | "struck" | "in-the-way" | null {
  return ({ held, proposal, painted }) => {
    if (held?.cargo.from?.slotId === id) return "lifted";
    if (painted?.struck.has(id)) return "struck";
    if (proposal && !proposal.verdict.fits && proposal.verdict.blockers.some((each) => each.id === id)) return "in-the-way";
    return null;
  };
}

/** Does a day show a piece of what is held? The pieces themselves change with every step. */
export function touches(day: CalendarDay): (board: Board) => Proposal | null {
  return ({ proposal }) => (proposal?.pieces.some((piece) => piece.day === day) ? proposal : null);
}
