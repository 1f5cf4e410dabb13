import { inTheWay } from "@/domain/conflicts";
import { lengthOf, type Interval } from "@/domain/interval";
import { slotRangeProblem } from "@/domain/slot-rules";
import { instant, seconds, type Instant } from "@/domain/time";
import { fitTrack } from "@/domain/tracks";
import { NOTED_SECONDS } from "@/domain/warnings";
import { dayAt } from "@/domain/zone";
import type { Words } from "@/components/language/words";
import type { Cargo } from "./cargo";
import { lengthText } from "./library/lengths";
import { shortReason } from "./library/readiness";
import type { PlacedSlot } from "./placed-slot";
import { clockText, weekdayOf, whenText } from "./time-words";

/** Whether something fits where it is held, in words, before the mouse is released. */
export type Verdict =
  | {
      readonly fits: true;
      readonly words: string;
      readonly amber: boolean;
      readonly exact: boolean;
      /** Nobody is seen there, but what is seen is old. */
      readonly isUnsure?: true;
    }
  | {
      readonly fits: false;
      readonly why: "taken" | "past" | "skipped" | "not-ready" | "too-long";
      readonly words: string;
      readonly blockers: readonly PlacedSlot[];
    };

/** What a verdict is judged against. */
export type JudgedAgainst = {
  /** What it is said with. */
  readonly words: Words;
  readonly slots: readonly PlacedSlot[];
  readonly now: Instant;
  /** The slots are from before LibreTime, or Airweek, fell silent: who has come since is not known. */
  readonly isOld?: boolean;
};

/**
 * The preview of what the server will judge again: readiness, the past, who is there, and how the track lies
 * in the slot. The slot that moves is not in its own way.
 */
export function verdictOn(cargo: Cargo, wish: Interval, { words, slots, now, isOld = false }: JudgedAgainst): Verdict {
  const { t } = words;
  if (cargo.notReady) return { fits: false, why: "not-ready", words: shortReason(words, cargo.notReady), blockers: [] };
  if (wish.startsAt < now) return { fits: false, why: "past", words: t("verdict.past"), blockers: [] };
  if (slotRangeProblem(wish)) return { fits: false, why: "too-long", words: t("verdict.tooLong"), blockers: [] };
  const blockers = inTheWay(wish, slots, new Set(cargo.from ? [cargo.from.slotId] : []));
  if (blockers.length > 0) return { fits: false, why: "taken", words: takenWords(words, wish, blockers), blockers };
  if (isOld) return { fits: true, words: t("verdict.unsure"), amber: true, exact: false, isUnsure: true };
  return { fits: true, ...fitWords(words, cargo, wish) };
}

const freeKeys = { " · ": "verdict.freeShort", ", ": "verdict.free" } as const;

/** A verdict in words; nothing is called free that is not known to be. */
export function verdictText({ t }: Words, verdict: Verdict, between: keyof typeof freeKeys): string {
  return verdict.fits && !verdict.isUnsure ? t(freeKeys[between], { how: verdict.words }) : verdict.words;
}

/** A time that the clock never shows is refused with the reason (law 10). */
export function skippedVerdict(words: Words, at: Instant): Verdict {
  const weekday = weekdayOf(words, dayAt(words.zone, at));
  const said = words.t("verdict.skipped", { weekday, clock: clockText(words, at) });
  return { fits: false, why: "skipped", words: said, blockers: [] };
}

type There = {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly slot: { readonly showName: string };
};

/** Who is there, as one programmer would tell another: "Kiln is there from 16:30 to 17:30". */
export function takenWords(words: Words, wish: Interval, [first, ...others]: readonly There[]): string {
  const { t } = words;
  if (!first) return t("verdict.taken.unnamed");
  const [from, to] = [instant(first.startsAt), instant(first.endsAt)];
  const isNear = Math.abs(from - wish.startsAt) < 12 * 3_600_000;
  const taken = t("verdict.taken.by", {
    show: first.slot.showName,
    from: isNear ? clockText(words, from) : whenText(words, from),
    to: clockText(words, to),
  });
  const [second] = others;
  if (!second) return taken;
  return others.length === 1
    ? t("verdict.taken.then", { taken, show: second.slot.showName })
    : t("verdict.taken.thenMore", { taken, count: others.length });
}

/** The same as a sentence. */
export function takenSentence(words: Words, wish: Interval, there: readonly There[]): string {
  return words.t("verdict.sentence", { words: takenWords(words, wish, there) });
}

function fitWords({ t }: Words, cargo: Cargo, wish: Interval): { words: string; amber: boolean; exact: boolean } {
  if (cargo.hold) {
    const words = cargo.hold.kind === "live" ? t("verdict.live") : t("verdict.stream");
    return { words, amber: false, exact: false };
  }
  if (cargo.trackSeconds === null) return { words: t("verdict.noTrack"), amber: false, exact: false };
  const { cut, deadAir } = fitTrack({ cueIn: seconds(0), length: seconds(cargo.trackSeconds) }, wish);
  if (cut >= 1) return { words: t("slot.lack.cut", { length: lengthText(cut) }), amber: true, exact: false };
  if (deadAir >= 1) {
    const words = t("slot.lack.deadAir", { length: lengthText(deadAir) });
    return { words, amber: deadAir >= NOTED_SECONDS, exact: false };
  }
  return { words: t("verdict.exact"), amber: false, exact: lengthOf(wish) === cargo.trackSeconds };
}
