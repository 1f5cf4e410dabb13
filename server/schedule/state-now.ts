import { checkSlot } from "@/domain/checks";
import type { SlotState } from "@/domain/slots";
import type { SlotRecord } from "@/server/cms/records";
import type { LibreTime } from "@/server/libretime/client";
import type { Deps } from "./deps";
import { asOurSlot } from "./world";

/** What LibreTime has made of that slot, wherever its row stands by now. */
export async function stateNow(deps: Deps, libretime: LibreTime, slot: SlotRecord): Promise<SlotState> {
  if (slot.playoutId === null) {
    const [home, rows] = [await deps.mirror.learnInstance(slot.instanceId), await libretime.schedule.window(slot)];
    if (!home) deps.mirror.forget({ instance: slot.instanceId });
    return checkSlot(asOurSlot(slot), rows, home ?? undefined);
  }
  const row = await libretime.schedule.get(slot.playoutId);
  if (!row) return "missing";
  return checkSlot(asOurSlot(slot), [row], deps.mirror.instances.get(slot.instanceId) ?? (await deps.mirror.learnInstance(slot.instanceId)) ?? undefined);
}
