import type { Interval } from "@/domain/interval";
import { airtimeOf, type Row } from "@/domain/picture";
import { begunProblem } from "@/domain/slot-rules";
import { deleteSlot } from "@/server/cms/slots";
import type { SlotRecord } from "@/server/cms/records";
import type { LibreTime } from "@/server/libretime/client";
import { logSchedule } from "@/server/log";
import { Refusal } from "@/server/refusal";
import type { Act } from "./act";
import type { Deps } from "./deps";
import { putBackSlot } from "./put-back";
import { rowsAround } from "./put-on";
import { isUnknown, step } from "./step";
import { deleteSurely } from "./write-once";

/** Refuses what has begun: the past is history, and what is on air stays on air. */
export function refuseBegun(deps: Deps, slot: Interval): void {
  const problem = begunProblem(slot, deps.now());
  if (problem) throw new Refusal(problem);
}

/**
 * Takes slots of ours off LibreTime: each one's row, by the id that our act got and that is read again just
 * before; then its instance, if we made it and nothing else is in it; and when all of that is done, our
 * records of them.
 */
export async function takeOff(act: Act, slots: readonly SlotRecord[]): Promise<void> {
  for (const slot of slots) {
    await deleteRow(act, slot);
    if (slot.ownsInstance) await dropInstance(act, slot);
  }
  for (const { id } of slots) await step(act, { what: "delete-slot", known: { slotId: id }, make: () => deleteSlot(id) });
}

async function deleteRow(act: Act, slot: SlotRecord): Promise<void> {
  const { libretime, afterwards, deps } = act;
  const row = await libretime.schedule.get(slot.playoutId);
  if (!row || isHistory(deps, row)) return;
  const backAgain = (): Promise<void> => putBackSlot({ ...act, libretime: afterwards }, slot);
  try {
    await step(act, {
      what: "delete-row",
      known: { libretimeId: row.id, slotId: slot.id },
      make: () => deleteSurely(() => libretime.schedule.delete(row.id), async () => (await afterwards.schedule.get(row.id)) !== null),
      takeBack: () => [`the row ${row.id} back`, backAgain],
    });
  } catch (cause) {
    if (isUnknown(cause)) {
      act.undo.push(`the row ${row.id}, which LibreTime may have deleted`, async () => {
        // As long as it may still go, what was put in its place stays: too much on air is better than silence.
        if (await afterwards.schedule.get(row.id)) throw new Error("it may still go");
        await backAgain();
      });
    }
    throw cause;
  }
}

/** Somebody may have moved our row to now, or to the past: what is on air stays, and so does what has aired. */
function isHistory(deps: Deps, row: Row): boolean {
  const { startsAt, endsAt } = airtimeOf(row);
  if (startsAt <= deps.now() && deps.now() < endsAt) throw new Refusal({ code: "ON_AIR" });
  return endsAt <= deps.now() && startsAt < endsAt;
}

/** An empty instance that stays behind is silent: it does not fail the act, the journal says that it failed. */
async function dropInstance(act: Act, { id, instanceId }: SlotRecord): Promise<void> {
  const { libretime, afterwards, deps } = act;
  try {
    const isGone = await step(act, {
      what: "delete-instance",
      known: { libretimeId: instanceId, slotId: id },
      // Once more from the start when that failed: read, and only then deleted.
      make: () => deleteIfEmpty(libretime, instanceId).catch(() => deleteIfEmpty(afterwards, instanceId)),
    });
    if (isGone) deps.mirror.forget({ instance: instanceId });
  } catch (cause) {
    logSchedule.failure(cause, []);
  }
}

/** Answers whether it is gone. LibreTime's delete cascades (R300): an instance in which anybody's row lies, wherever it is by now, stays. */
async function deleteIfEmpty(libretime: LibreTime, instanceId: number): Promise<boolean> {
  const home = await libretime.instances.get(instanceId);
  if (!home) return true;
  if ((await rowsAround(libretime, home)).some((row) => row.instanceId === instanceId)) return false;
  await libretime.instances.delete(instanceId);
  return true;
}
