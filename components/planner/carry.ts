import { later } from "@/domain/time";
import type { Zone } from "@/domain/zone";
import { fittingText, type Board, type Proposal } from "./board";
import { lengthOfCargo, withoutPlace } from "./cargo";
import { segmentsOf } from "./segments";
import { others, weekWithout } from "./selection/group";
import type { Store } from "./store";
import { spokenRange } from "./time-words";
import { skippedVerdict, verdictOn, verdictText, type JudgedAgainst } from "./verdict";
import { cargosOf, type Held, type Wish } from "./wish";

/** What the hands do with a thing: pointer and keys drive the same few verbs. */
export type Carry = {
  readonly lift: (held: Held) => void;
  /** Over a place of the grid, or over none; with Ctrl it is a copy that would go there. */
  readonly over: (wish: Wish | null, copies?: boolean) => void;
  /** Lets go where it is; over no place it is put back. */
  readonly drop: () => void;
  readonly cancel: () => void;
};

type Around = {
  readonly board: Store<Board>;
  readonly zone: Zone;
  readonly against: () => JudgedAgainst;
  readonly say: (words: string) => void;
  readonly place: (held: Held, proposal: Proposal) => void;
  /** Where a place is meant, that the hand need not find to the minute. */
  readonly snapped?: (held: Held, wish: Wish) => Wish;
};

/** Carries one thing at a time over the board, judges it at every step, and says what a sighted person sees. */
export function carryOver({ board, zone, against, say, place, snapped = (_, wish) => wish }: Around): Carry {
  const letGo = () => board.set((before) => ({ ...before, held: null, proposal: null }));
  return {
    lift: (held) => {
      board.set({ held, proposal: null, painted: null });
      say(liftedWords(held));
    },
    over: (point, copies) => {
      const { held: before, proposal } = board.get();
      if (!before) return;
      const wish = point && snapped(before, point);
      const held = copies === undefined || copies === (before.copies ?? false) ? before : { ...before, copies };
      if (held === before && ((wish === null && proposal === null) || (wish && proposal && isSame(wish, proposal))))
        return;
      const next = wish && proposalOf(held, wish, zone, against());
      board.set((all) => ({ ...all, held, proposal: next }));
      if (next && held.by === "keys") say(spoken(zone, next, cargosOf(held).length));
    },
    drop: () => {
      const { held, proposal } = board.get();
      letGo();
      if (!held) return;
      if (!proposal) return say("Put back.");
      const { from } = held.cargo;
      if (from && from.startsAt === proposal.to.startsAt && from.endsAt === proposal.to.endsAt)
        return say("Put back where it was.");
      place(held, proposal);
    },
    cancel: () => {
      if (!board.get().held) return;
      letGo();
      say("Put back.");
    },
  };
}

function isSame(wish: Wish, proposal: Proposal): boolean {
  const isSkipped = !proposal.verdict.fits && proposal.verdict.why === "skipped";
  if (wish.to === null) return isSkipped && wish.skippedAt === proposal.to.startsAt;
  return !isSkipped && wish.to.startsAt === proposal.to.startsAt && wish.to.endsAt === proposal.to.endsAt;
}

function proposalOf(held: Held, wish: Wish, zone: Zone, against: JudgedAgainst): Proposal {
  if (wish.to === null) {
    // It is shown where the clock goes on: there is nothing to show where it never is.
    const to = { startsAt: wish.skippedAt, endsAt: later(wish.skippedAt, lengthOfCargo(held.cargo, false)) };
    return { to, verdict: skippedVerdict(zone, wish.skippedAt), pieces: segmentsOf(zone, to), twice: false, along: [] };
  }
  const { cargo, rest = [], copies = false } = held;
  const around = weekWithout(cargosOf(held), against, copies);
  const verdict = verdictOn(copies ? withoutPlace(cargo) : cargo, wish.to, around);
  return {
    to: wish.to,
    verdict,
    pieces: segmentsOf(zone, wish.to),
    twice: wish.twice,
    along: others(zone, cargo, wish.to, rest, around, copies),
  };
}

function liftedWords({ cargo, rest = [], by, copies }: Held): string {
  const what = `${cargo.showName}, ${cargo.title}`;
  if (rest.length === 0)
    return `Picked up ${copies ? "a copy of " : ""}${what}. ${by === "keys" ? "Arrows move it, Shift with arrows makes it longer or shorter, Enter drops it, Escape puts it back." : "Escape puts it back."}`;
  return `Picked up ${copies ? "copies of " : ""}${rest.length + 1} slots by ${what}. ${by === "keys" ? "Arrows move them, Enter drops them, Escape puts them back." : "Escape puts them back."}`;
}

function spoken(zone: Zone, proposal: Proposal, count: number): string {
  const { to, verdict } = proposal;
  return `${spokenRange(zone, to)}, ${count > 1 ? `${fittingText(proposal)}${verdict.fits && !verdict.isUnsure ? "" : `, ${verdict.words}`}` : verdictText(verdict, ", ")}`;
}
