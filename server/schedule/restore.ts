import type { SlotRecord } from "@/server/cms/records";
import { createSlots, findSlot, updateSlot } from "@/server/cms/slots";
import type { Act } from "./context";
import { isSameStand } from "./standing";
import { step } from "./step";

/** Our record as it was, under its own id; with the ids of what stands for it now. */
export async function restore(act: Act, slot: SlotRecord, ids: Partial<SlotRecord> = {}): Promise<void> {
  const { id, version: _, ...facts } = { ...slot, ...ids };
  const now = await findSlot(id);
  if (now && isSameStand(now, facts) && now.startsAt === facts.startsAt && now.endsAt === facts.endsAt) return;
  await step(
    act,
    { what: "save-slot", slotId: id },
    async () =>
      void (now
        ? await updateSlot(act.journal.operation, id, facts)
        : await createSlots(act.journal.operation, [{ id, ...facts }])),
  );
}
