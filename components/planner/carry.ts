import type { Interval } from "@/domain/interval";
import { later, type Instant } from "@/domain/time";
import { dayAt, type Zone } from "@/domain/zone";
import type { Board, Proposal } from "./board";
import { lengthOfCargo } from "./cargo";
import { segmentsOf } from "./segments";
import type { Store } from "./store";
import { clockText, spokenRange, weekdayOf } from "./time-words";
import { verdictOn, type JudgedAgainst, type Verdict } from "./verdict";
import type { Held, Wish } from "./wish";

/** What the hands do with a thing: pointer and keys drive the same few verbs. */
export type Carry = {
  readonly lift: (held: Held) => void;
  /** Over a place of the grid, or over none. */
  readonly over: (wish: Wish | null) => void;
  /** Lets go where it is; over no place it is put back. */
  readonly drop: () => void;
  readonly cancel: () => void;
};

type Around = {
  readonly board: Store<Board>;
  readonly zone: Zone;
  readonly against: () => JudgedAgainst;
  readonly say: (words: string) => void;
  readonly place: (held: Held, to: Interval, verdict: Verdict) => void;
};

/** Carries one thing at a time over the board, judges it at every step, and says what a sighted person sees. */
export function carryOver({ board, zone, against, say, place }: Around): Carry {
  const letGo = () => board.set((before) => ({ ...before, held: null, proposal: null }));
  return {
    lift: (held) => {
      board.set({ held, proposal: null, painted: null });
      say(`Picked up ${held.cargo.showName}, ${held.cargo.title}. ${held.by === "keys" ? "Arrows move it, Shift with arrows makes it longer or shorter, Enter drops it, Escape puts it back." : "Escape puts it back."}`);
    },
    over: (wish) => {
      const { held, proposal } = board.get();
      if (!held || (wish === null && proposal === null) || (wish && proposal && isSame(wish, proposal))) return;
      const next = wish && proposalOf(held, wish, zone, against());
      board.set((before) => ({ ...before, proposal: next }));
      if (next && held.by === "keys") say(spoken(zone, next));
    },
    drop: () => {
      const { held, proposal } = board.get();
      letGo();
      if (!held) return;
      if (!proposal) return say("Put back.");
      const { from } = held.cargo;
      if (from && from.startsAt === proposal.to.startsAt && from.endsAt === proposal.to.endsAt) return say("Put back where it was.");
      place(held, proposal.to, proposal.verdict);
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
    return { to, verdict: skipped(zone, wish.skippedAt), pieces: segmentsOf(zone, to), twice: false };
  }
  return { to: wish.to, verdict: verdictOn(held.cargo, wish.to, against), pieces: segmentsOf(zone, wish.to), twice: wish.twice };
}

/** A time that the clock never shows is refused with the reason (law 10). */
function skipped(zone: Zone, at: Instant): Verdict {
  const words = `That time does not exist on ${weekdayOf(dayAt(zone, at))}: the clock goes straight to ${clockText(zone, at)}`;
  return { fits: false, why: "skipped", words, blockers: [] };
}

function spoken(zone: Zone, { to, verdict }: Proposal): string {
  return `${spokenRange(zone, to)}, ${verdict.fits ? `free, ${verdict.words}` : verdict.words}`;
}
