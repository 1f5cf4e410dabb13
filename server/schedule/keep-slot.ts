import { createSlot, findSlot, updateSlot } from "@/server/cms/slots";
import type { Act } from "./act";
import type { Placed } from "./put-on";
import { step } from "./step";

/** Our record of what stands on LibreTime: a new one, or the one that it had before it moved. */
export async function keepSlot(act: Act, { slotId, arriving, instanceId, playoutId, ownsInstance }: Placed): Promise<void> {
  const { episodeId, showId, startsAt, endsAt, trackId, trackSeconds } = arriving;
  const facts = { startsAt, endsAt, trackId, trackSeconds, instanceId, playoutId, ownsInstance };
  const before = await findSlot(slotId);
  if (before?.playoutId === playoutId) return;
  await step(act, { what: "save-slot", slotId }, async () => {
    if (before) await updateSlot(slotId, facts);
    else await createSlot({ ...facts, id: slotId, episodeId, showId, plannedById: act.actorId });
  });
}
