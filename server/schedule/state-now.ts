import { checkSlot } from "@/domain/checks";
import type { SlotState } from "@/domain/slots";
import type { SlotRecord } from "@/server/cms/records";
import type { LibreTime } from "@/server/libretime/client";
import type { Deps } from "./deps";
import { standingAs } from "./standing";
import { readHome } from "./take-off";
import { asOurSlot } from "./world";

/** What LibreTime has made of that slot, wherever its row stands by now. */
export async function stateNow(deps: Deps, libretime: LibreTime, slot: SlotRecord): Promise<SlotState> {
  if (slot.playoutId === null) {
    const [home, rows] = [await readHome({ deps, libretime }, slot.instanceId), await libretime.schedule.window(slot)];
    return checkSlot(asOurSlot(slot), rows, home ?? undefined);
  }
  const standing = await standingAs(libretime, slot);
  return standing && "row" in standing ? checkSlot(asOurSlot(slot), [standing.row], standing.home) : "missing";
}
