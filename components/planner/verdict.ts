import { inTheWay } from "@/domain/conflicts";
import { lengthOf, type Interval } from "@/domain/interval";
import { slotRangeProblem } from "@/domain/slot-rules";
import { instant, seconds, type Instant } from "@/domain/time";
import { fitTrack } from "@/domain/tracks";
import { NOTED_SECONDS } from "@/domain/warnings";
import { dayAt, type Zone } from "@/domain/zone";
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
  readonly zone: Zone;
  readonly slots: readonly PlacedSlot[];
  readonly now: Instant;
  /** The slots are from before LibreTime, or Airweek, fell silent: who has come since is not known. */
  readonly isOld?: boolean;
};

/**
 * The preview of what the server will judge again: readiness, the past, who is there, and how the track lies
 * in the slot. The slot that moves is not in its own way.
 */
export function verdictOn(cargo: Cargo, wish: Interval, { zone, slots, now, isOld = false }: JudgedAgainst): Verdict {
  if (cargo.notReady) return { fits: false, why: "not-ready", words: shortReason(cargo.notReady), blockers: [] };
  if (wish.startsAt < now) return { fits: false, why: "past", words: "that time has passed", blockers: [] };
  if (slotRangeProblem(wish))
    return { fits: false, why: "too-long", words: "a slot is shorter than a day", blockers: [] };
  const blockers = inTheWay(wish, slots, new Set(cargo.from ? [cargo.from.slotId] : []));
  if (blockers.length > 0) return { fits: false, why: "taken", words: takenWords(zone, wish, blockers), blockers };
  if (isOld)
    return { fits: true, words: "may be taken: LibreTime does not answer", amber: true, exact: false, isUnsure: true };
  return { fits: true, ...fitWords(cargo, wish) };
}

/** A verdict in words; nothing is called free that is not known to be. */
export function verdictText(verdict: Verdict, between: " · " | ", "): string {
  return verdict.fits && !verdict.isUnsure ? `free${between}${verdict.words}` : verdict.words;
}

/** A time that the clock never shows is refused with the reason (law 10). */
export function skippedVerdict(zone: Zone, at: Instant): Verdict {
  const words = `That time does not exist on ${weekdayOf(dayAt(zone, at))}: the clock goes straight to ${clockText(zone, at)}`;
  return { fits: false, why: "skipped", words, blockers: [] };
}

/** Who is there, as one programmer would tell another: "Kiln is there from 16:30 to 17:30". */
export function takenWords(
  zone: Zone,
  wish: Interval,
  there: readonly {
    readonly startsAt: number;
    readonly endsAt: number;
    readonly slot: { readonly showName: string };
  }[],
): string {
  const [first, ...others] = there;
  if (!first) return "The time is taken";
  const [from, to] = [instant(first.startsAt), instant(first.endsAt)];
  const isNear = Math.abs(from - wish.startsAt) < 12 * 3_600_000;
  const words = `${first.slot.showName} is there from ${isNear ? clockText(zone, from) : whenText(zone, from)} to ${clockText(zone, to)}`;
  if (others.length === 0) return words;
  return others.length === 1 ? `${words}, then ${others[0]!.slot.showName}` : `${words}, then ${others.length} more`;
}

function fitWords(cargo: Cargo, wish: Interval): { words: string; amber: boolean; exact: boolean } {
  if (cargo.hold)
    return { words: cargo.hold.kind === "live" ? "live, locked for files" : "webstream", amber: false, exact: false };
  if (cargo.trackSeconds === null) return { words: "free", amber: false, exact: false };
  const { cut, deadAir } = fitTrack({ cueIn: seconds(0), length: seconds(cargo.trackSeconds) }, wish);
  if (cut >= 1) return { words: `cut ${lengthText(cut)}`, amber: true, exact: false };
  if (deadAir >= 1) return { words: `dead air ${lengthText(deadAir)}`, amber: deadAir >= NOTED_SECONDS, exact: false };
  return { words: "fits exactly", amber: false, exact: lengthOf(wish) === cargo.trackSeconds };
}
