import { gapId, type Gap } from "@/domain/gaps";
import type { Interval } from "@/domain/interval";
import { instant, type Instant } from "@/domain/time";
import { lengthOfCargo, STEP_SECONDS, type Cargo } from "./cargo";
import type { DaySummary } from "./day-summary";

/** Dead air of the shown week that can still be mended; `inside` names the slot whose track ends too early. */
export type WeekGap = Gap & { readonly id: string };

/** The gaps that the heads of a week's days count, in order, without those that are over. */
export function weekGaps(days: Iterable<Pick<DaySummary, "gaps">>, now: Instant): readonly WeekGap[] {
  return [...days]
    .flatMap(({ gaps }) => gaps.map((gap): WeekGap => ({ ...gap, id: gapId(gap) })))
    .filter((gap) => fillable(gap, now) !== null)
    .toSorted((a, b) => a.startsAt - b.startsAt);
}

/** What of a gap can still be filled: all of it before it begins, then from the next five minutes on; null when that is less than a minute. */
export function fillable(gap: Interval, now: Instant): Interval | null {
  const step = STEP_SECONDS * 1000;
  const startsAt = instant(gap.startsAt > now ? gap.startsAt : Math.ceil((now + 1) / step) * step);
  return gap.endsAt - startsAt >= 60_000 ? { startsAt, endsAt: gap.endsAt } : null;
}

/** Where an episode goes in a gap: at its start, for its track rounded up to five minutes, but not beyond the gap. */
export function placeIn(gap: Interval, cargo: Cargo): Interval {
  return {
    startsAt: gap.startsAt,
    endsAt: instant(Math.min(gap.endsAt, gap.startsAt + lengthOfCargo(cargo, false) * 1000)),
  };
}

/** When the gap of that name begins; null for the name of a slot. */
export function gapStart(id: string): Instant | null {
  return isGapId(id) ? instant(Number(id.slice("gap:".length))) : null;
}

/** Is that a gap's name, and not a slot's? */
export function isGapId(id: string): boolean {
  return id.startsWith("gap:");
}
