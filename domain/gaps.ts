import type { SlotId } from "./ids";
import { instant, type Instant } from "./time";
import { without, type Interval } from "./interval";

/** Time in which nothing will be heard; `inside` names the slot whose audio ends too early. */
export type Gap = { readonly startsAt: Instant; readonly endsAt: Instant; readonly inside?: SlotId };

/** A slot as far as silence goes: what it holds, and when something is heard in it. */
export type Heard = Interval & { readonly id: SlotId; readonly heard: readonly Interval[] };

/**
 * The gaps of a window, in order: between slots, and inside a slot where nothing is heard, once even where
 * slots overlap. A silence of less than a second is none.
 */
export function gapsIn(window: Interval, slots: readonly Heard[]): Gap[] {
  const between: Gap[] = without(window, slots);
  const inside = slots.flatMap((slot) => {
    const others = slots.flatMap((each) => each.heard);
    return without(clamp(slot, window), others).map((gap): Gap => ({ ...gap, inside: slot.id }));
  });
  const seen = new Set<Instant>();
  return [...between, ...inside]
    .filter((gap) => gap.endsAt - gap.startsAt >= 1000)
    .toSorted((a, b) => a.startsAt - b.startsAt || b.endsAt - a.endsAt)
    .filter((gap) => !seen.has(gap.startsAt) && seen.add(gap.startsAt));
}

function clamp(slot: Interval, window: Interval): Interval {
  const startsAt = instant(Math.max(slot.startsAt, window.startsAt));
  return { startsAt, endsAt: instant(Math.max(startsAt, Math.min(slot.endsAt, window.endsAt))) };
}
