import type { Interval } from "@/domain/interval";
import { intervalOf } from "@/domain/slots";
import type { WeekSlot } from "@/domain/ways-out/week";
import type { Deps } from "./deps";
import { listSlots } from "./list-slots";

/** Everything that holds time in these windows, each slot once, as ways out of a conflict see it. */
export async function weekNow(deps: Deps, windows: readonly Interval[]): Promise<readonly WeekSlot[]> {
  const found = new Map<string, WeekSlot>();
  for (const { startsAt, endsAt } of windows) {
    const { slots } = await listSlots(deps, { from: startsAt, to: endsAt });
    for (const slot of slots) found.set(slot.id, { ...slot, ...intervalOf(slot) });
  }
  return [...found.values()];
}
