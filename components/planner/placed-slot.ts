import type { Interval } from "@/domain/interval";
import type { SlotId } from "@/domain/ids";
import { intervalOf, type Slot } from "@/domain/slots";
import type { WeekSlot } from "@/domain/ways-out/week";

/** A slot with its instants as numbers: what the rules of `domain/` and the grid work with. */
export type PlacedSlot = Interval & { readonly id: SlotId; readonly slot: Slot };

const known = new WeakMap<Slot, PlacedSlot>();

/** Reads a slot off the wire. The same slot gives the same object, so that what draws it can be memoised. */
export function placed(slot: Slot): PlacedSlot {
  const before = known.get(slot);
  if (before) return before;
  const read = { id: slot.id, slot, ...intervalOf(slot) };
  known.set(slot, read);
  return read;
}

/** The same slot for what looks for ways out. */
export function asWeekSlot({ slot, startsAt, endsAt }: PlacedSlot): WeekSlot {
  return { ...slot, startsAt, endsAt };
}
