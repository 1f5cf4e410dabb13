import { mediaOf } from "@/domain/content";
import type { OurSlot } from "@/domain/picture";
import { Refusal } from "@/server/refusal";
import type { Act } from "./context";
import type { Placed } from "./put-on";
import { isAsWanted, standingAs } from "./standing";
import { judgeAll, refuseConflicts } from "./world";

/**
 * Reads what an act has just written, and judges again: other writers take no lock of ours. Refuses when a
 * row, or the instance of a live hold, is not as it was sent, and when somebody else holds the time by now.
 */
export async function readBack({ deps, libretime, journal, unsettled }: Act, placed: readonly Placed[]): Promise<void> {
  const leaving = new Set(journal.effects().leaving.map(({ id }) => id));
  const arriving = placed.map(asArrived);
  const wishes = placed.map(({ arriving: { startsAt, endsAt, content }, stationShowId }) => ({
    slot: { startsAt, endsAt },
    ...mediaOf(content),
    stationShowId,
  }));
  const judgements = await judgeAll(deps, libretime, wishes, { leaving, arriving, unsettled });
  for (const [index, each] of placed.entries()) {
    const row = judgements[index]!.rows.find(({ id }) => id === each.playoutId);
    const seen = each.playoutId === null ? await standingAs(libretime, asArrived(each)) : row && { row };
    if (seen && isAsWanted(seen, each.arriving, each.instanceId)) continue;
    throw new Refusal({
      code: "LIBRETIME_ANSWER",
      what: `${each.playoutId === null ? `instance ${each.instanceId}` : `row ${each.playoutId}`} does not read back as it was written`,
    });
  }
  const conflicts = judgements.flatMap((each) => each.conflicts);
  refuseConflicts(conflicts);
}

/** What was put on, as one of ours: its instance counts as ours while it is judged, also one that is used instead of a new one. */
export function asArrived({ slotId, arriving, instanceId, mark, playoutId }: Placed): OurSlot {
  return { ...arriving, id: slotId, showName: arriving.showTitle, instanceId, mark, playoutId, ownsInstance: true };
}
