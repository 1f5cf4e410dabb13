import type { Interval } from "@/domain/interval";
import { DAY, earlier, instant, later } from "@/domain/time";
import { deleteSlot } from "@/server/cms/slots";
import type { SlotRecord } from "@/server/cms/records";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { logSchedule } from "@/server/log";
import { Refusal } from "@/server/refusal";
import type { Act } from "./act";
import { putBackSlot } from "./put-back";
import { rowsAround } from "./put-on";
import type { Deps } from "./deps";

/** Refuses what has begun: the past is history, and what is on air stays on air. */
export function refuseBegun(deps: Deps, slot: Interval): void {
  const now = deps.now();
  if (slot.endsAt <= now) throw new Refusal({ code: "IN_THE_PAST" });
  if (slot.startsAt <= now) throw new Refusal({ code: "ON_AIR" });
}

/**
 * Takes a slot of ours off LibreTime: its row, by the id that our act got and that was read again just now;
 * then its instance, if we made it and nothing else is in it. LibreTime's delete cascades (R300), so what
 * somebody else put there keeps the instance alive.
 */
export async function takeOff(act: Act, slot: SlotRecord): Promise<void> {
  const { libretime, journal } = act;
  const around = await rowsAround(libretime, slot);
  const row = around.find((each) => each.id === slot.playoutId);
  if (row) {
    const ended = await journal.begin("delete-row", { libretimeId: row.id });
    await deleteRow(act, row.id);
    act.undo.push(`the slot ${slot.id} back`, () => putBackSlot(act, slot));
    await ended("done");
  }
  if (slot.ownsInstance) await dropInstance(act, slot);
  const ended = await journal.begin("delete-slot", { slotId: slot.id });
  await deleteSlot(slot.id);
  await ended("done");
}

/** Sends the delete once; when nobody knows whether it happened, the row itself tells. */
async function deleteRow({ libretime, deps }: Act, id: number): Promise<void> {
  try {
    await libretime.schedule.delete(id);
  } catch (cause) {
    if (!(cause instanceof LibreTimeError) || !cause.maybeSaved) throw cause;
    const still = await deps.libretime.schedule.get(id).catch((unread: unknown) => {
      throw new Refusal({ code: "OUTCOME_UNKNOWN", what: cause.what }, { cause: unread });
    });
    if (still) throw cause;
  }
}

/** An empty instance that stays behind is silent: it does not fail the act, the journal keeps it to be settled. */
async function dropInstance(act: Act, slot: SlotRecord): Promise<void> {
  const ended = await act.journal.begin("delete-instance", { libretimeId: slot.instanceId });
  try {
    await ended((await deletedWhenEmpty(act, slot)) ? "done" : "undone");
  } catch (cause) {
    logSchedule.failure(cause, []);
    await ended("failed");
  }
}

async function deletedWhenEmpty({ libretime, deps }: Act, slot: SlotRecord): Promise<boolean> {
  const home = await libretime.instances.get(slot.instanceId);
  if (!home) {
    deps.mirror.forget({ instance: slot.instanceId });
    return true;
  }
  const window = { startsAt: instant(Math.min(home.startsAt, slot.startsAt)), endsAt: instant(Math.max(home.endsAt, slot.endsAt)) };
  const rows = await libretime.schedule.window({ startsAt: earlier(window.startsAt, DAY), endsAt: later(window.endsAt, DAY) });
  if (rows.some((each) => each.instanceId === slot.instanceId)) return false;
  await libretime.instances.delete(slot.instanceId);
  deps.mirror.forget({ instance: slot.instanceId });
  return true;
}
