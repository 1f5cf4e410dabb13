import { conflictCode } from "@/domain/conflicts";
import { airtimeOf, type OurSlot, type Row } from "@/domain/picture";
import { Refusal } from "@/server/refusal";
import type { Act } from "./act";
import { fitOf, type Placed } from "./put-on";
import { judgeAll } from "./world";

/**
 * Reads what an act has just written, and judges again: other writers take no lock of ours. Refuses when a
 * row is not as it was sent, and when somebody else holds the time by now.
 */
export async function readBack({ deps, libretime, journal, unsettled }: Act, placed: readonly Placed[]): Promise<void> {
  const leaving = new Set(journal.effects().leaving.map(({ id }) => id));
  const arriving = placed.map(asArrived);
  const wishes = placed.map(({ arriving: { startsAt, endsAt, trackId }, stationShowId }) => ({ slot: { startsAt, endsAt }, trackId, stationShowId }));
  const judgements = await judgeAll(deps, libretime, wishes, { leaving, arriving, unsettled });
  const lost = placed.find((each, index) => !judgements[index]!.rows.some((row) => row.id === each.playoutId && isAsWanted(row, each)));
  if (lost) throw new Refusal({ code: "LIBRETIME_ANSWER", what: `row ${lost.playoutId} does not read back as it was written` });
  const conflicts = judgements.flatMap((each) => each.conflicts);
  if (conflicts.length > 0) throw new Refusal({ code: conflictCode(conflicts), conflicts });
}

/** Is the row just what the slot needs? */
export function isAsWanted(row: Row, { arriving, instanceId }: Pick<Placed, "arriving" | "instanceId">): boolean {
  const fit = fitOf(arriving);
  const { startsAt, endsAt } = airtimeOf(row);
  return row.instanceId === instanceId && row.trackId === arriving.trackId && startsAt === fit.startsAt && endsAt === fit.endsAt;
}

/** What was put on, as one of ours: its instance counts as ours while it is judged, also one that is used instead of a new one. */
export function asArrived({ slotId, arriving, instanceId, playoutId }: Placed): OurSlot {
  return { ...arriving, id: slotId, title: arriving.episodeTitle, showName: arriving.showTitle, instanceId, playoutId, ownsInstance: true };
}
