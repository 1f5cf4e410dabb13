import { playsAsWanted } from "@/domain/checks";
import { wantedRow } from "@/domain/content";
import { isSameHome, markOf, oursOf, type Claim, type Home } from "@/domain/identity";
import { airs, airtimeOf } from "@/domain/picture";
import type { Instance, Row } from "@/domain/station-rows";
import type { Arriving, SlotRecord } from "@/server/cms/records";
import type { LibreTime } from "@/server/libretime/client";
import type { Deps } from "./deps";

/** What LibreTime has of a slot: its row in its instance; of a live hold, which has no row, the instance. */
export type Standing = { readonly home: Instance; readonly row: Row } | { readonly home: Instance };

/** Where a slot stands, by LibreTime's ids and the mark of its instance. */
export type Stand = Home & Pick<SlotRecord, "playoutId">;

/**
 * Reads what stands of it and is ours; null when nothing is, whatever LibreTime has under its ids. An instance that
 * LibreTime's own calendar has deleted holds nothing.
 */
export async function standingAs(libretime: LibreTime, claim: Claim): Promise<Standing | null> {
  const { instanceId, playoutId } = claim;
  const row = playoutId === null ? null : await libretime.schedule.get(playoutId);
  if (playoutId !== null && row?.instanceId !== instanceId) return null;
  const ours = oursOf(claim, { home: await libretime.instances.get(instanceId), row });
  if (!ours.home) return null;
  if (playoutId === null) return ours.home.modified ? null : { home: ours.home };
  return ours.row && { home: ours.home, row: ours.row };
}

/** Where it stands. */
export function standOf(standing: Standing): Stand {
  const { home } = standing;
  return { instanceId: home.id, mark: markOf(home), playoutId: "row" in standing ? standing.row.id : null };
}

/** Is it on air, or has it been? */
export function hasBegun({ now }: Pick<Deps, "now">, standing: Standing): boolean {
  return "row" in standing
    ? airs(standing.row) && airtimeOf(standing.row).startsAt <= now()
    : standing.home.startsAt <= now();
}

/** Is what was read just what the slot needs, in that instance? */
export function isAsWanted(seen: Standing | { readonly row: Row }, arriving: Arriving, instanceId: number): boolean {
  if (!("row" in seen))
    return (
      seen.home.id === instanceId && seen.home.startsAt === arriving.startsAt && seen.home.endsAt === arriving.endsAt
    );
  const [wanted, { row }] = [wantedRow(arriving), seen];
  if (row.instanceId !== instanceId) return false;
  return wanted !== null && playsAsWanted(wanted, row) && (row.trackId === null || row.cues.cueIn === wanted.cueIn);
}

/** Do both mean the same place? What moves stands at another one. */
export function isSameStand(a: Stand, b: Stand): boolean {
  return isSameHome(a, b) && a.playoutId === b.playoutId;
}
