import type { Interval } from "@/domain/interval";
import { begunProblem } from "@/domain/slot-rules";
import type { SlotRecord } from "@/server/cms/records";
import { findSlot } from "@/server/cms/slots";
import { Refusal } from "@/server/refusal";
import type { Deps } from "./deps";

/** Refuses what has begun: the past is history, and what is on air stays on air. */
export function refuseBegun(deps: Deps, slot: Interval): void {
  const problem = begunProblem(slot, deps.now());
  if (problem) throw new Refusal(problem);
}

/** The slot, if an act may touch it: it is there, and has not begun. */
export async function slotToTouch(deps: Deps, slotId: string): Promise<SlotRecord> {
  const slot = await findSlot(slotId);
  if (!slot) throw new Refusal({ code: "SLOT_NOT_FOUND", slotId });
  refuseBegun(deps, slot);
  return slot;
}
