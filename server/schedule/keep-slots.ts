import { createSlots, findSlot, updateSlot } from "@/server/cms/slots";
import type { Act } from "./context";
import type { Placed } from "./put-on";
import { isSameStand } from "./standing";
import { step } from "./step";

/** Our records of what stands on LibreTime: new ones, and those that slots had before they moved. */
export async function keepSlots(act: Act, placed: readonly Placed[]): Promise<void> {
  const moving = new Set(act.journal.effects().leaving.map(({ id }) => id));
  const isKept = async (each: Placed): Promise<boolean> => {
    const kept = act.journal.isResumed() ? await findSlot(each.slotId) : null;
    return kept !== null && isSameStand(kept, each);
  };
  const fresh: Placed[] = [];
  for (const each of placed) {
    if (await isKept(each)) continue;
    if (moving.has(each.slotId))
      await step(act, { what: "save-slot", slotId: each.slotId }, async () => {
        if (!(await updateSlot(act.journal.operation, each.slotId, factsOf(each))))
          await createSlots(act.journal.operation, [draftOf(act, each)]);
      });
    else fresh.push(each);
  }
  if (fresh.length > 0)
    await step(act, { what: "save-slot", ...(fresh.length === 1 ? { slotId: fresh[0]!.slotId } : {}) }, () =>
      createSlots(
        act.journal.operation,
        fresh.map((each) => draftOf(act, each)),
      ),
    );
}

function factsOf({
  arriving: { startsAt, endsAt, content, known },
  instanceId,
  mark,
  playoutId,
  ownsInstance,
}: Placed) {
  return { startsAt, endsAt, content, ...(known && { known }), instanceId, mark, playoutId, ownsInstance };
}

function draftOf({ actorId }: Act, placed: Placed) {
  const { title, showId } = placed.arriving;
  return { ...factsOf(placed), id: placed.slotId, title, showId, plannedById: actorId };
}
