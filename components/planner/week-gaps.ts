import { gapId } from "@/domain/gaps";
import type { SlotId } from "@/domain/ids";
import { lengthOf, overlap, type Interval } from "@/domain/interval";
import { intervalOf, type GapView } from "@/domain/slots";
import { instant, type Instant } from "@/domain/time";
import { NOTED_SECONDS } from "@/domain/warnings";
import { lengthOfCargo, STEP_SECONDS, type Cargo } from "./cargo";
import type { DaySummary } from "./day-summary";

/** Dead air of the shown week that can still be mended; `inside` names the slot whose track ends too early. */
export type WeekGap = Interval & { readonly id: string; readonly inside?: SlotId };

type Silent = { readonly days: Iterable<DaySummary>; readonly silences: readonly GapView[]; readonly now: Instant };

/**
 * The gaps of a week that are not over yet, in order: those that the grid draws between the first and last slot
 * of each day, and inside slots as much dead air as their blocks tell. What LibreTime counts and the grid does
 * not draw, the nights and the seconds that a track leaves of its five minutes, is no gap to anybody.
 */
export function weekGaps({ days, silences, now }: Silent): readonly WeekGap[] {
  const between = [...days].flatMap(({ gaps }) => gaps.map((gap): WeekGap => ({ ...gap, id: gapId(gap) })));
  const inside = silences.flatMap((each): WeekGap[] => {
    const gap = intervalOf(each);
    // What a slot has just given up is free on the grid before LibreTime is read again: it is told once.
    const isFree = between.some((free) => overlap(free, gap));
    return each.inside !== undefined && lengthOf(gap) >= NOTED_SECONDS && !isFree ? [{ ...gap, id: gapId(gap), inside: each.inside }] : [];
  });
  return [...between, ...inside].filter((gap) => fillable(gap, now) !== null).toSorted((a, b) => a.startsAt - b.startsAt);
}

/** What of a gap can still be filled: all of it before it begins, then from the next five minutes on; null when that is less than a minute. */
export function fillable(gap: Interval, now: Instant): Interval | null {
  const step = STEP_SECONDS * 1000;
  const startsAt = instant(gap.startsAt > now ? gap.startsAt : Math.ceil((now + 1) / step) * step);
  return gap.endsAt - startsAt >= 60_000 ? { startsAt, endsAt: gap.endsAt } : null;
}

/** Where an episode goes in a gap: at its start, for its track rounded up to five minutes, but not beyond the gap. */
export function placeIn(gap: Interval, cargo: Cargo): Interval {
  return { startsAt: gap.startsAt, endsAt: instant(Math.min(gap.endsAt, gap.startsAt + lengthOfCargo(cargo, false) * 1000)) };
}

/** When the gap of that name begins; null for the name of a slot. */
export function gapStart(id: string): Instant | null {
  return isGapId(id) ? instant(Number(id.slice("gap:".length))) : null;
}

/** Is that a gap's name, and not a slot's? */
export function isGapId(id: string): boolean {
  return id.startsWith("gap:");
}
