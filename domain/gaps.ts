import type { SlotId } from "./ids";
import { includes, intersection, lengthOf, overlap, without, type Interval } from "./interval";
import { instant, type Instant } from "./time";
import { NOTED_SECONDS } from "./warnings";

/** Time in which nothing will be heard; `inside` names the slot whose audio ends too early. */
export type Gap = { readonly startsAt: Instant; readonly endsAt: Instant; readonly inside?: SlotId };

/** A slot as far as silence goes: what it holds, and when something is heard in it. */
export type Heard = Interval & { readonly id: SlotId; readonly heard: readonly Interval[] };

/**
 * The gaps of a window, in order and disjoint: between slots, and inside a slot where nothing is heard. What
 * is heard is no gap, whoever plays it; where slots overlap, the silence is told once, of the one that starts
 * first. A silence of less than a second is none.
 */
export function gapsIn(window: Interval, slots: readonly Heard[]): Gap[] {
  const heard = slots.flatMap((slot) => slot.heard);
  const between: Gap[] = without(window, [...heard, ...slots]);
  const inside = pairwise(ownStretches(slots), without(window, heard));
  return [...between, ...inside]
    .filter((gap) => gap.endsAt - gap.startsAt >= 1000)
    .toSorted((a, b) => a.startsAt - b.startsAt);
}

/** A free stretch between two slots that is shorter than this is a seam, and no gap to anybody. */
const SEAM_MS = 60_000;

/** From when to when a day is programmed: its first slot's start to its last one's end; what comes over from the day before does not open it. Empty, or before its start, when nothing begins. */
export function programmedOf(day: Interval, slots: readonly Interval[]): Interval {
  const begun = slots.filter(({ startsAt }) => startsAt >= day.startsAt);
  return {
    startsAt: instant(Math.min(day.endsAt, ...begun.map(({ startsAt }) => startsAt))),
    endsAt: instant(
      Math.min(
        day.endsAt,
        Math.max(day.startsAt, ...slots.filter(({ startsAt }) => startsAt < day.endsAt).map(({ endsAt }) => endsAt)),
      ),
    ),
  };
}

/** The free stretches of a day between its first and its last slot: before and after, nothing was ever meant to be. */
export function freeIn(day: Interval, slots: readonly Interval[]): Interval[] {
  return without(programmedOf(day, slots), slots).filter((gap) => gap.endsAt - gap.startsAt >= SEAM_MS);
}

/**
 * The gaps of a day as every figure counts them, in order: the free stretches between its first and its last slot,
 * and inside a slot that begins that day as much dead air as its block tells. `silences` are the window's, from
 * `gapsIn`; those outside of slots are the nights too, and no gap to anybody. Where a slot has just given up its dead
 * air, it is free before LibreTime is read again: that is told once.
 */
export function gapsOfDay(day: Interval, slots: readonly Interval[], silences: readonly Gap[]): Gap[] {
  const between: Gap[] = freeIn(day, slots);
  const inside = silences.filter(
    (gap) =>
      gap.inside !== undefined &&
      includes(day, gap.startsAt) &&
      lengthOf(gap) >= NOTED_SECONDS &&
      !between.some((free) => overlap(free, gap)),
  );
  return [...between, ...inside].toSorted((a, b) => a.startsAt - b.startsAt);
}

/** What a gap is called among blocks; it is known by when it begins. */
export function gapId({ startsAt }: Pick<Interval, "startsAt">): string {
  return `gap:${startsAt}`;
}

/** The slots in order of time, each without what an earlier one holds: disjoint. */
function ownStretches(slots: readonly Heard[]): (Interval & { readonly id: SlotId })[] {
  let heldUntil = -Infinity;
  return slots
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .flatMap(({ id, startsAt, endsAt }) => {
      const from = instant(Math.max(startsAt, heldUntil));
      heldUntil = Math.max(heldUntil, endsAt);
      return from < endsAt ? [{ id, startsAt: from, endsAt }] : [];
    });
}

/** What the stretches share with the silences. Both are disjoint and in order, so that one walk is enough. */
function pairwise(stretches: readonly (Interval & { readonly id: SlotId })[], silences: readonly Interval[]): Gap[] {
  const shared: Gap[] = [];
  let [s, q] = [0, 0];
  for (
    let stretch = stretches[s], silence = silences[q];
    stretch && silence;
    stretch = stretches[s], silence = silences[q]
  ) {
    const both = intersection(stretch, silence);
    if (both) shared.push({ ...both, inside: stretch.id });
    if (stretch.endsAt < silence.endsAt) s += 1;
    else q += 1;
  }
  return shared;
}
