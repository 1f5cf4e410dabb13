import { isOpen } from "@/server/cms/is-open";
import { finishedWithAbsentSince, takeOverOperation, unfinishedOperations } from "@/server/cms/operations";
import { earlier, hours, minutes } from "@/domain/time";
import type { OperationRecord, OperationStep } from "@/server/cms/records";
import type { Lease } from "@/server/coordination/lock";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { logSchedule } from "@/server/log";
import { beforeShutdown, demandServing } from "@/server/shutdown";
import type { Act } from "./context";
import type { Deps } from "./deps";
import { keepUpWithStation } from "./fingerprint/keep-up";
import { stationChange } from "./fingerprint/look";
import { journalEntry } from "./journal-entry";
import { homeMade, lateOf } from "./facts";
import { heldByOpen } from "./open-slots";
import { settle } from "./settle";
import { startAct } from "./start-act";
import { takeBackLate } from "./take-back";
import { deleteIfEmpty } from "./take-off";
import { asOurSlot } from "./world";

/** What LibreTime saves later than this after it was looked for, it does not save any more. */
const LATE = minutes(10);
/** An act that nobody could settle for longer than this is looked at no further. */
const LONGEST_OPEN = hours(48);

/**
 * Settles what acts have left open. Whoever calls holds the station, so that nobody is at them: who began them
 * has crashed, or has lost the station and can write nothing on. Answers what is still open, because LibreTime
 * cannot be read or may still be at it.
 */
export async function settleOpen(deps: Deps, lease: Lease): Promise<readonly OperationRecord[]> {
  const found = await unfinishedOperations();
  // What its lines name are ids of another LibreTime: nothing is taken back by them, and they stay open.
  if (await stationChange(deps)) return found;
  const open = new Map(found.map((each) => [each.id, each]));
  for (const operation of found) {
    try {
      const others = heldByOpen([...open.values()].filter((each) => each.id !== operation.id)).map(asOurSlot);
      if (await settleOne(deps, lease, operation, others)) open.delete(operation.id);
    } catch (cause) {
      logSchedule.failure(cause, []);
      // The next one would only wait as long; next time it comes before this one.
      if (cause instanceof LibreTimeError && cause.status === undefined) break;
    }
  }
  if (open.size < found.length) tell(deps);
  return [...open.values()];
}

/**
 * Takes back what LibreTime has saved after it was looked for and not found: its people were told that it does not
 * stand, so be it. The station is held only for what is there, and for one operation at a time.
 */
async function settleLate(deps: Deps): Promise<void> {
  if (await stationChange(deps)) return;
  const lately = earlier(deps.now(), LATE);
  const isLooked = ({ outcome, at, absentSince = at }: OperationStep) => outcome === "absent" && absentSince > lately;
  for (const operation of await finishedWithAbsentSince(earlier(deps.now(), LONGEST_OPEN), lately)) {
    const steps = operation.steps.filter(isLooked);
    try {
      const found = steps.length === 0 ? [] : await lateOf({ libretime: deps.libretime, operation }, steps);
      if (found.length > 0)
        await beforeShutdown(() =>
          deps.lock.withLock("station", (lease) => settleLateOne(deps, lease, operation, isLooked)),
        );
    } catch (cause) {
      logSchedule.failure(cause, []);
      if (cause instanceof LibreTimeError && cause.status === undefined) break;
    }
  }
}

async function settleLateOne(
  deps: Deps,
  lease: Lease,
  operation: OperationRecord,
  isLooked: (step: OperationStep) => boolean,
): Promise<void> {
  const mine = await takeOverOperation(operation, lease.token);
  if (!mine) return;
  const act = startAct(deps, lease, { actorId: mine.actorId, journal: journalEntry(deps, lease, mine), unsettled: [] });
  const late: Act = { ...act, libretime: act.afterwards };
  await takeBackLate(late, await lateOf({ libretime: late.libretime, operation: mine }, mine.steps.filter(isLooked)));
  await act.journal.close(mine.state);
  if (act.journal.steps().length > mine.steps.length) tell(deps);
}

/** Everything that is left open, and what came late: at the start, and every minute. A process that ends waits for what was begun, and not for LibreTime's tables. */
export async function settleAll(deps: Deps): Promise<void> {
  await deps.mirror.ready();
  await beforeShutdown(() =>
    deps.lock.withLock("station", async (lease) => {
      demandServing();
      await settleOpen(deps, lease);
      await keepUpWithStation(deps);
    }),
  );
  await settleLate(deps);
}

/** Answers whether it is settled now. */
async function settleOne(
  deps: Deps,
  lease: Lease,
  operation: OperationRecord,
  unsettled: Act["unsettled"],
): Promise<boolean> {
  const mine = await takeOverOperation(operation, lease.token);
  if (!mine) return false;
  const journal = journalEntry(deps, lease, mine);
  const act = startAct(deps, lease, { actorId: mine.actorId, journal, unsettled }, slotCountOf(mine));
  if (!journal.isTouched()) {
    await journal.close("undone", null);
    return true;
  }
  try {
    if (isOpen(mine)) await settle(act, null);
    else await clearAway(act);
    return true;
  } catch (cause) {
    if (mine.state === "wanted")
      await journal.close("unknown").catch((unwritten: unknown) => logSchedule.failure(unwritten, []));
    throw cause;
  }
}

/** Each slot that comes or goes takes its time. */
function slotCountOf({ effects }: OperationRecord): number {
  return effects ? effects.arriving.length + effects.leaving.length : 1;
}

/** It was answered, and left an empty instance behind: whatever happened since, that goes if it is empty still. */
async function clearAway(act: Act): Promise<void> {
  const { journal, afterwards } = act;
  const homes = [
    ...journal.effects().leaving,
    ...journal.steps().flatMap((each) => (each.what === "create-instance" ? (homeMade(each) ?? []) : [])),
  ];
  for (const { what, outcome, libretimeId } of journal.steps()) {
    if (what !== "delete-instance" || outcome === "done") continue;
    const home = homes.find(({ instanceId }) => instanceId === libretimeId);
    if (home) await deleteIfEmpty({ ...act, libretime: afterwards }, home);
  }
  await journal.close("done");
}

function tell(deps: Deps): void {
  deps.windows.drop();
  deps.news.publish({ kind: "slots-changed" });
}
