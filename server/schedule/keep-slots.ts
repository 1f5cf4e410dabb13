import { createSlots, findSlot, updateSlot } from "@/server/cms/slots";
import type { Act } from "./act";
import type { Placed } from "./put-on";
import { step } from "./step";

/** Our records of what stands on LibreTime: new ones, and those that slots had before they moved. */
export async function keepSlots(act: Act, placed: readonly Placed[]): Promise<void> {
  const moving = new Set(act.journal.effects().leaving.map(({ id }) => id));
  const isKept = async ({ slotId, playoutId }: Placed): Promise<boolean> => act.journal.isResumed() && (await findSlot(slotId))?.playoutId === playoutId;
  const fresh: Placed[] = [];
  for (const each of placed) {
    if (await isKept(each)) continue;
    if (moving.has(each.slotId)) await step(act, { what: "save-slot", slotId: each.slotId }, async () => {
      if (!(await updateSlot(each.slotId, factsOf(each)))) await createSlots([draftOf(act, each)]);
    });
    else fresh.push(each);
  }
  if (fresh.length > 0) await step(act, { what: "save-slot", ...(fresh.length === 1 ? { slotId: fresh[0]!.slotId } : {}) }, () => createSlots(fresh.map((each) => draftOf(act, each))));
}

function factsOf({ arriving: { startsAt, endsAt, trackId, trackSeconds }, instanceId, playoutId, ownsInstance }: Placed) {
  return { startsAt, endsAt, trackId, trackSeconds, instanceId, playoutId, ownsInstance };
}

function draftOf({ actorId }: Act, placed: Placed) {
  const { episodeId, showId } = placed.arriving;
  return { ...factsOf(placed), id: placed.slotId, episodeId, showId, plannedById: actorId };
}
