import { conflictCode } from "@/domain/conflicts";
import type { SlotId } from "@/domain/ids";
import { airtimeOf, type Row } from "@/domain/picture";
import { fitTrack } from "@/domain/tracks";
import { Refusal } from "@/server/refusal";
import type { Act } from "./act";
import type { Wanted } from "./put-on";
import { judgeNow } from "./world";

type Written = Wanted & { readonly stationShowId: number; readonly instanceId: number; readonly playoutId: number };

/**
 * Reads what an act has just written, and judges again: other writers take no lock of ours. Refuses when the
 * row is not as it was sent, and when somebody else holds the time by now.
 */
export async function readBack({ deps, libretime }: Act, written: Written, leaving: ReadonlySet<SlotId>): Promise<void> {
  const { slot, track, episode, show, instanceId, playoutId, stationShowId } = written;
  const arriving = {
    id: `arriving:${playoutId}`, episodeId: episode.id, showId: show.id, ...slot, title: episode.title, showName: show.title,
    trackId: track.id, instanceId, playoutId, ownsInstance: true,
  };
  const { rows, conflicts } = await judgeNow(deps, libretime, { slot, trackId: track.id, stationShowId }, { leaving, arriving });
  const row = rows.find((each) => each.id === playoutId);
  if (!row || !isAsWanted(row, written)) throw new Refusal({ code: "LIBRETIME_ANSWER", what: `row ${playoutId} does not read back as it was written` });
  if (conflicts.length > 0) throw new Refusal({ code: conflictCode(conflicts), conflicts });
}

function isAsWanted(row: Row, { track, slot, instanceId }: Written): boolean {
  const fit = fitTrack(track, slot);
  const { startsAt, endsAt } = airtimeOf(row);
  return row.instanceId === instanceId && row.trackId === track.id && startsAt === fit.startsAt && endsAt === fit.endsAt;
}
