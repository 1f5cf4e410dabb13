import type { Interval } from "@/domain/interval";
import { airtimeOf } from "@/domain/picture";
import { begunProblem } from "@/domain/slot-rules";
import { DAY, earlier, later } from "@/domain/time";
import { Fenced } from "@/server/cms/held";
import { deleteSlot, findSlot } from "@/server/cms/slots";
import type { SlotRecord } from "@/server/cms/records";
import type { LibreTime } from "@/server/libretime/client";
import { logSchedule } from "@/server/log";
import { Refusal } from "@/server/refusal";
import type { Act } from "./act";
import type { Deps } from "./deps";
import { inGroups } from "./in-groups";
import type { Progress } from "./progress";
import { standingAs, type Standing } from "./standing";
import { step } from "./step";
import { deleteSurely } from "./write-once";

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

/**
 * Takes slots of ours off LibreTime: each one's row, by the id that our act got and that is read again just
 * before; then its instance, if we made it and nothing else is in it. A live hold is its instance.
 */
export async function takeOff(act: Act, slots: readonly SlotRecord[], progress?: Progress): Promise<void> {
  await inGroups(slots, async (slot) => {
    progress?.demandGoing();
    if (slot.playoutId === null) await deleteHold(act, slot);
    else {
      await deleteRow(act, slot, slot.playoutId);
      if (slot.ownsInstance) await dropInstance(act, slot);
    }
    progress?.isOff(slot.id);
  });
}

/** Our records of what is off LibreTime go last. */
export async function forgetSlots(act: Act, slots: readonly SlotRecord[]): Promise<void> {
  await inGroups(slots, ({ id }) => step(act, { what: "delete-slot", slotId: id }, () => deleteSlot(act.journal.operation, id)));
}

async function deleteRow(act: Act, slot: SlotRecord, playoutId: number): Promise<void> {
  const { libretime, afterwards, deps } = act;
  const standing = await standingAs(libretime, slot);
  if (!standing || isHistory(deps, standing)) return;
  await step(act, { what: "delete-row", libretimeId: playoutId, slotId: slot.id }, () =>
    deleteSurely(() => libretime.schedule.delete(playoutId), async () => (await afterwards.schedule.get(playoutId)) !== null));
}

/** An instance that stays behind would go on holding the time: here it fails the act. What somebody has filled is theirs by now. */
async function deleteHold(act: Act, slot: SlotRecord): Promise<void> {
  const { libretime, afterwards, deps } = act;
  const { id, instanceId } = slot;
  const standing = await standingAs(libretime, slot);
  if (standing && isHistory(deps, standing)) return;
  let isGone = true;
  await step(act, { what: "delete-instance", libretimeId: instanceId, slotId: id }, () =>
    deleteSurely(async () => void (isGone = await deleteIfEmpty(libretime, instanceId)), async () => (await afterwards.instances.get(instanceId)) !== null));
  if (isGone) deps.mirror.forget({ instance: instanceId });
}

/** Somebody may have moved it to now: what is on air stays on air. */
export function refuseOnAir(deps: Deps, standing: Standing): void {
  const { startsAt, endsAt } = timesOf(standing);
  if (startsAt <= deps.now() && deps.now() < endsAt) throw new Refusal({ code: "ON_AIR" });
}

/** Or to the past: so does what has aired. */
function isHistory(deps: Deps, standing: Standing): boolean {
  refuseOnAir(deps, standing);
  const { startsAt, endsAt } = timesOf(standing);
  return endsAt <= deps.now() && startsAt < endsAt;
}

function timesOf(standing: Standing): Interval {
  return "row" in standing ? airtimeOf(standing.row) : standing.home;
}

/** An empty instance that stays behind is silent: it does not fail the act, the journal says that it failed. */
async function dropInstance(act: Act, { id, instanceId }: SlotRecord): Promise<void> {
  const { libretime, afterwards, deps } = act;
  try {
    // Once more from the start when that failed: read, and only then deleted.
    const isGone = await step(act, { what: "delete-instance", libretimeId: instanceId, slotId: id }, () => deleteIfEmpty(libretime, instanceId).catch(() => deleteIfEmpty(afterwards, instanceId)));
    if (isGone) deps.mirror.forget({ instance: instanceId });
  } catch (cause) {
    if (cause instanceof Fenced) throw cause;
    logSchedule.failure(cause, []);
  }
}

/** Answers whether it is gone. LibreTime's delete cascades (R300): an instance in which anybody's row lies, wherever it is by now, stays. */
export async function deleteIfEmpty(libretime: LibreTime, instanceId: number): Promise<boolean> {
  const home = await libretime.instances.get(instanceId);
  if (!home) return true;
  const rows = await libretime.schedule.window({ startsAt: earlier(home.startsAt, DAY), endsAt: later(home.endsAt, DAY) });
  if (rows.some((row) => row.instanceId === instanceId)) return false;
  await libretime.instances.delete(instanceId);
  return true;
}
