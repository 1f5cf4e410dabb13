import { isHome, markOf, oursOf, type Home } from "@/domain/identity";
import type { Interval } from "@/domain/interval";
import { airtimeOf } from "@/domain/picture";
import type { Instance } from "@/domain/station-rows";
import { DAY, earlier, later } from "@/domain/time";
import { Fenced } from "@/server/cms/held";
import { deleteSlot } from "@/server/cms/slots";
import type { SlotRecord } from "@/server/cms/records";
import { logSchedule } from "@/server/log";
import { Refusal } from "@/server/refusal";
import type { Act } from "./context";
import type { Deps } from "./deps";
import { inGroups } from "./in-groups";
import type { Progress } from "./progress";
import { standingAs, standOf, type Standing } from "./standing";
import { step } from "./step";
import { deleteSurely } from "./write-once";

/**
 * Takes slots of ours off LibreTime: each one's row, which is read again just before and must still be ours; then
 * its instance, if we made it and nothing else is in it. A live hold is its instance. Under the ids of a slot that
 * is missing lies what is somebody else's, and is left alone.
 */
export async function takeOff(act: Act, slots: readonly SlotRecord[], progress?: Progress): Promise<void> {
  await inGroups(slots, async (slot) => {
    progress?.demandGoing();
    if (slot.playoutId === null) await deleteHold(act, slot);
    else await deleteRow(act, slot, slot.playoutId);
    progress?.isOff(slot.id);
  });
}

/** Our records of what is off LibreTime go last. */
export async function forgetSlots(act: Act, slots: readonly SlotRecord[]): Promise<void> {
  await inGroups(slots, ({ id }) =>
    step(act, { what: "delete-slot", slotId: id }, () => deleteSlot(act.journal.operation, id)),
  );
}

async function deleteRow(act: Act, slot: SlotRecord, playoutId: number): Promise<void> {
  const { libretime, afterwards, deps } = act;
  const standing = await standingAs(libretime, slot);
  if (standing && !isHistory(deps, standing)) {
    await step(act, { what: "delete-row", libretimeId: playoutId, slotId: slot.id }, () =>
      deleteSurely(
        () => libretime.schedule.delete(playoutId),
        async () => (await standingAs(afterwards, slot)) !== null,
      ),
    );
  }
  if (slot.ownsInstance) await dropInstance(act, standing ? { ...slot, ...standOf(standing) } : slot, standing?.home);
}

/** An instance that stays behind would go on holding the time: here it fails the act. What somebody has filled is theirs by now. */
async function deleteHold(act: Act, slot: SlotRecord): Promise<void> {
  const { afterwards, deps, journal } = act;
  const facts = { what: "delete-instance", libretimeId: slot.instanceId, slotId: slot.id } as const;
  const { home } = oursOf(slot, { home: await readHome(act, slot.instanceId) });
  // What a process that ended has begun is over, and the journal says so.
  if (
    !home &&
    journal.steps().some(({ what, libretimeId }) => what === facts.what && libretimeId === facts.libretimeId)
  )
    return step(act, facts, async () => undefined);
  if (!home || (!home.modified && isHistory(deps, { home }))) return;
  const whose: Home = { instanceId: home.id, mark: markOf(home) };
  await step(act, facts, () =>
    deleteSurely(
      async () => void (await deleteIfEmpty(act, whose)),
      async () => isHome(await afterwards.instances.get(home.id), whose),
    ),
  );
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

/** An empty instance that stays behind is silent: it does not fail the act, the journal says that it failed. `home`: as it was just read. */
async function dropInstance(act: Act, slot: SlotRecord, home: Instance | undefined): Promise<void> {
  try {
    // Once more from the start when that failed: read, and only then deleted.
    const drop = () =>
      deleteIfEmpty(act, slot, home).catch(() => deleteIfEmpty({ ...act, libretime: act.afterwards }, slot));
    await step(act, { what: "delete-instance", libretimeId: slot.instanceId, slotId: slot.id }, drop);
  } catch (cause) {
    if (cause instanceof Fenced) throw cause;
    logSchedule.failure(cause, []);
  }
}

/**
 * Deletes that instance if it still is the one that is meant and nothing is in it; `known` is what was just read of it.
 * Answers whether nothing of it is left. LibreTime's delete cascades (R300): an instance in which anybody's row lies,
 * wherever it is by now, stays.
 */
export async function deleteIfEmpty(
  { libretime, deps }: Pick<Act, "libretime" | "deps">,
  whose: Home,
  known?: Instance,
): Promise<boolean> {
  const home = known ?? (await readHome({ libretime, deps }, whose.instanceId));
  if (!isHome(home, whose)) return true;
  const rows = await libretime.schedule.window({
    startsAt: earlier(home.startsAt, DAY),
    endsAt: later(home.endsAt, DAY),
  });
  if (rows.some((row) => row.instanceId === home.id)) return false;
  await libretime.instances.delete(home.id);
  deps.mirror.forget({ instance: home.id });
  return true;
}

/** What LibreTime has under that id at this moment; the mirror knows it from then on. */
export async function readHome(
  { libretime, deps }: Pick<Act, "libretime" | "deps">,
  instanceId: number,
): Promise<Instance | null> {
  const found = await libretime.instances.get(instanceId);
  if (found) deps.mirror.remember({ instance: found });
  else deps.mirror.forget({ instance: instanceId });
  return found;
}
