import { randomUUID } from "node:crypto";
import type { ShowId, SlotId } from "@/domain/ids";
import { instant } from "@/domain/time";
import { openOperation, writeOperation } from "./operations";
import type { OperationRecord, SlotDraft, SlotRecord } from "./records";
import * as shows from "./shows";
import * as slots from "./slots";

/** Keeps a new slot as an act would, and answers it as it is read. */
export async function createSlot({ id = randomUUID(), ...draft }: SlotDraft): Promise<SlotRecord> {
  await inLine((line) => slots.createSlots(line, [{ id, ...draft }]));
  return (await slots.findSlot(id))!;
}

/** Changes a slot as an act would. */
export function updateSlot(id: SlotId, patch: slots.SlotPatch): Promise<SlotRecord | null> {
  return inLine((line) => slots.updateSlot(line, id, patch));
}

/** Forgets a slot as an act would. */
export function deleteSlot(id: SlotId): Promise<void> {
  return inLine((line) => slots.deleteSlot(line, id));
}

/** Links a show as an act would. */
export function linkShow(id: ShowId, libretimeShowId: number | null): Promise<void> {
  return inLine((line) =>
    shows.linkShow(line, id, libretimeShowId === null ? null : { id: libretimeShowId, known: null }),
  );
}

/** A line of the journal for one writing: older than all others, and refused, so that nobody settles or lists it. */
async function inLine<T>(write: (line: OperationRecord) => Promise<T>): Promise<T> {
  const line = await openOperation({
    kind: "plan",
    actorId: null,
    at: instant(0),
    idempotencyKey: null,
    holder: randomUUID(),
    input: {},
  });
  try {
    return await write(line);
  } finally {
    await writeOperation(line, { state: "refused" });
  }
}
