import { later } from "@/domain/time";
import type { Words } from "@/components/language/words";
import { fittingText, type Board, type Proposal } from "./board";
import { lengthOfCargo, withoutPlace } from "./cargo";
import { listed } from "./listed";
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
  readonly words: Words;
  readonly against: () => JudgedAgainst;
  readonly say: (said: string) => void;
  readonly place: (held: Held, proposal: Proposal) => void;
  /** Where a place is meant, that the hand need not find to the minute. */
  readonly snapped?: (held: Held, wish: Wish) => Wish;
};

/** Carries one thing at a time over the board, judges it at every step, and says what a sighted person sees. */
export function carryOver({ board, words, against, say, place, snapped = (_, wish) => wish }: Around): Carry {
  const { t } = words;
  const letGo = () => board.set((before) => ({ ...before, held: null, proposal: null }));
  return {
    lift: (held) => {
      board.set({ held, proposal: null, painted: null });
      say(liftedText(words, held));
    },
    over: (point, copies) => {
      const { held: before, proposal } = board.get();
      if (!before) return;
      const wish = point && snapped(before, point);
      const held = copies === undefined || copies === (before.copies ?? false) ? before : { ...before, copies };
      if (held === before && ((wish === null && proposal === null) || (wish && proposal && isSame(wish, proposal))))
        return;
      const next = wish && proposalOf(held, wish, words, against());
      board.set((all) => ({ ...all, held, proposal: next }));
      if (next && held.by === "keys") say(spokenProposal(words, next, cargosOf(held).length));
    },
    drop: () => {
      const { held, proposal } = board.get();
      letGo();
      if (!held) return;
      if (!proposal) return say(t("carry.putBack"));
      const { from } = held.cargo;
      if (from && from.startsAt === proposal.to.startsAt && from.endsAt === proposal.to.endsAt)
        return say(t("carry.putBackWhereItWas"));
      place(held, proposal);
    },
    cancel: () => {
      if (!board.get().held) return;
      letGo();
      say(t("carry.putBack"));
    },
  };
}

function isSame(wish: Wish, proposal: Proposal): boolean {
  const isSkipped = !proposal.verdict.fits && proposal.verdict.why === "skipped";
  if (wish.to === null) return isSkipped && wish.skippedAt === proposal.to.startsAt;
  return !isSkipped && wish.to.startsAt === proposal.to.startsAt && wish.to.endsAt === proposal.to.endsAt;
}

function proposalOf(held: Held, wish: Wish, words: Words, against: JudgedAgainst): Proposal {
  const { zone } = words;
  if (wish.to === null) {
    // It is shown where the clock goes on: there is nothing to show where it never is.
    const to = { startsAt: wish.skippedAt, endsAt: later(wish.skippedAt, lengthOfCargo(held.cargo, false)) };
    const verdict = skippedVerdict(words, wish.skippedAt);
    return { to, verdict, pieces: segmentsOf(zone, to), twice: false, along: [] };
  }
  const { cargo, rest = [], copies = false } = held;
  const around = weekWithout(cargosOf(held), against, copies);
  const verdict = verdictOn(copies ? withoutPlace(cargo) : cargo, wish.to, around);
  return {
    to: wish.to,
    verdict,
    pieces: segmentsOf(zone, wish.to),
    twice: wish.twice,
    along: others(cargo, wish.to, rest, around, copies),
  };
}

function liftedText({ t }: Words, { cargo: { showName: show, title }, rest = [], by, copies }: Held): string {
  const count = rest.length + 1;
  const what = copies ? "copies" : "moved";
  return rest.length === 0
    ? `${t(`carry.lifted.one.${what}`, { show, title })} ${by === "keys" ? t("carry.hint.one") : t("carry.hint.escapeOne")}`
    : `${t(`carry.lifted.many.${what}`, { count, show, title })} ${by === "keys" ? t("carry.hint.many") : t("carry.hint.escapeMany")}`;
}

function spokenProposal(words: Words, proposal: Proposal, count: number): string {
  const { to, verdict } = proposal;
  const range = spokenRange(words, to);
  if (count === 1) return listed(words, [range, verdictText(words, verdict, ", ")]);
  const fitting = fittingText(words, proposal);
  return listed(words, verdict.fits && !verdict.isUnsure ? [range, fitting] : [range, fitting, verdict.words]);
}
