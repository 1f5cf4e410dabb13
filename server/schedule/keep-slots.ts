import { createSlots, findSlot, updateSlot } from "@/server/cms/slots";
import type { Act } from "./act";
import type { Arrival } from "./facts";
import type { Placed } from "./put-on";
import { isSameStand } from "./standing";
import { step } from "./step";

/** Our records of what stands on LibreTime: new ones, and those that slots had before they moved. */
export async function keepSlots(act: Act, placed: readonly Placed[]): Promise<void> {
  const moving = new Set(act.journal.effects().leaving.map(({ id }) => id));
  const fresh: Placed[] = [];
  for (const each of placed) {
    if (await isKept(act, each)) continue;
    if (moving.has(each.slotId)) await step(act, { what: "save-slot", slotId: each.slotId }, async () => {
      if (!(await updateSlot(each.slotId, factsOf(each)))) await createSlots([draftOf(act, each)]);
    });
    else fresh.push(each);
  }
  if (fresh.length > 0) await step(act, { what: "save-slot", ...(fresh.length === 1 ? { slotId: fresh[0]!.slotId } : {}) }, () => createSlots(fresh.map((each) => draftOf(act, each))));
}

/**
 * All that arrives as this act has put it into our records; null when one is missing there. It was judged to have
 * its time before, and may have been told: who came later is in its way, and what they made of it is drift.
 */
export async function keptOf({ journal }: Act, arrivals: readonly Arrival[]): Promise<readonly Placed[] | null> {
  if (!journal.isResumed() || arrivals.length === 0) return null;
  const placed = await Promise.all(arrivals.map(async ({ arriving, stationShowId, instanceId, playoutId, ownsInstance }): Promise<Placed | null> => {
    const kept = await findSlot(arriving.slotId);
    const isMine = kept !== null && instanceId !== null && isSameStand(kept, { instanceId, playoutId });
    return isMine ? { slotId: arriving.slotId, arriving, stationShowId: stationShowId ?? 0, instanceId, playoutId, ownsInstance } : null;
  }));
  return placed.every((each) => each !== null) ? placed : null;
}

async function isKept({ journal }: Act, placed: Placed): Promise<boolean> {
  const kept = journal.isResumed() ? await findSlot(placed.slotId) : null;
  return kept !== null && isSameStand(kept, placed);
}

function factsOf({ arriving: { startsAt, endsAt, content }, instanceId, playoutId, ownsInstance }: Placed) {
  return { startsAt, endsAt, content, instanceId, playoutId, ownsInstance };
}

function draftOf({ actorId }: Act, placed: Placed) {
  const { title, showId } = placed.arriving;
  return { ...factsOf(placed), id: placed.slotId, title, showId, plannedById: actorId };
}
