import type { SlotId } from "@/domain/ids";
import { cargoOfSlot, type Cargo } from "../cargo";
import type { PlacedSlot } from "../placed-slot";

/** Which slots are selected, and from where Shift selects on. */
export type Selection = { readonly ids: ReadonlySet<SlotId>; readonly anchor: SlotId | null };

export const nothing: Selection = { ids: new Set(), anchor: null };

/** What can be selected: what can be moved, in order of time. */
export function selectable(slots: readonly PlacedSlot[]): readonly PlacedSlot[] {
  return slots
    .filter((each) => cargoOfSlot(each) !== null)
    .toSorted((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt);
}

/** What is selected of what is there now, in order of time: what is being saved counts again when it stands. */
export function selectedCargos(slots: readonly PlacedSlot[], { ids }: Selection): readonly Cargo[] {
  return ids.size === 0 ? [] : selectable(slots.filter(({ id }) => ids.has(id))).map((each) => cargoOfSlot(each)!);
}

/** One more, or one less. */
export function toggled({ ids }: Selection, id: SlotId): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** All of ours from the anchor to that one, in order of time, instead of what was selected; without an anchor, that one. */
export function extended({ anchor }: Selection, id: SlotId, slots: readonly PlacedSlot[]): Selection {
  const all = selectable(slots);
  const [one, other] = [all.findIndex((each) => each.id === anchor), all.findIndex((each) => each.id === id)];
  if (other < 0) return { ids: new Set(), anchor };
  if (one < 0) return { ids: new Set([id]), anchor: id };
  return { ids: new Set(all.slice(Math.min(one, other), Math.max(one, other) + 1).map((each) => each.id)), anchor };
}

/** Are they the same ones? */
export function isSameSet(a: ReadonlySet<SlotId>, b: ReadonlySet<SlotId>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}
