import { mediaOf } from "@/domain/content";
import type { OperationRecord, SlotRecord } from "@/server/cms/records";
import { findSlot } from "@/server/cms/slots";
import { Refusal } from "@/server/refusal";
import type { Judged } from "./act";
import type { Act } from "./context";
import { isAs } from "./change";
import { refuseUnderCheck } from "./open-slots";
import { isSameStand } from "./standing";
import { refuseBegun } from "./guards";
import { asOurSlot, judgeNow, refuseConflicts } from "./world";

/** What an act on our records alone left of its slot, and what was before it; one of them at least. */
export type Rewritten = { readonly left: SlotRecord | undefined; readonly before: SlotRecord | undefined };

/** Our record is to be as it was. What LibreTime has is left alone: the difference that there was is there again, and can be ended either way. */
export async function judgeUndo(
  act: Act,
  open: readonly OperationRecord[],
  { left, before }: Rewritten,
): Promise<Judged> {
  const { deps } = act;
  const { id } = (left ?? before)!;
  refuseUnderCheck([{ id }], open);
  const now = await findSlot(id);
  if (left && !now) throw new Refusal({ code: "SLOT_NOT_FOUND", slotId: id });
  if (now && !(left && isAs(now, left))) throw new Refusal({ code: "STALE_PLAN" });
  if (now) refuseBegun(deps, now);
  const back = before && now && left && !isSameStand(now, left) ? { ...before, ...standOf(now) } : before;
  if (back) await refuseTaken(act, back, now ?? back);
  return { effects: { arriving: [], leaving: now ? [now] : [], records: back ? [back] : [], refused: [] } };
}

/** A later act that was taken back has left it where it was, under ids of its own. */
function standOf({ instanceId, mark, playoutId, ownsInstance }: SlotRecord) {
  return { instanceId, mark, playoutId, ownsInstance };
}

async function refuseTaken({ deps, libretime, unsettled }: Act, back: SlotRecord, standing: SlotRecord): Promise<void> {
  if (back.startsAt < deps.now()) throw new Refusal({ code: "IN_THE_PAST" });
  const { conflicts } = await judgeNow(
    deps,
    libretime,
    { slot: back, ...mediaOf(back.content), stationShowId: null },
    { leaving: new Set([back.id]), arriving: [asOurSlot(standing)], unsettled },
  );
  refuseConflicts(conflicts);
}
