import { playsAsWanted } from "@/domain/checks";
import { wantedRow } from "@/domain/content";
import { airs, airtimeOf, type Instance, type Row } from "@/domain/picture";
import type { Arriving, SlotRecord } from "@/server/cms/records";
import type { LibreTime } from "@/server/libretime/client";
import type { Deps } from "./deps";

/** What LibreTime has of a slot: its row; of a live hold, which has none, its instance. */
export type Standing = { readonly row: Row } | { readonly home: Instance };

/** Where a slot stands, by LibreTime's ids. */
export type Stand = Pick<SlotRecord, "instanceId" | "playoutId">;

/** Reads what stands of it; null when nothing does. An instance that LibreTime's own calendar has deleted holds nothing. */
export async function standingAs(libretime: LibreTime, { instanceId, playoutId }: Stand): Promise<Standing | null> {
  if (playoutId === null) {
    const home = await libretime.instances.get(instanceId);
    return home && !home.modified ? { home } : null;
  }
  const row = await libretime.schedule.get(playoutId);
  return row && { row };
}

/** The ids that it stands under. */
export function standOf(standing: Standing): Stand {
  return "row" in standing ? { instanceId: standing.row.instanceId, playoutId: standing.row.id } : { instanceId: standing.home.id, playoutId: null };
}

/** Is it on air, or has it been? */
export function hasBegun({ now }: Pick<Deps, "now">, standing: Standing): boolean {
  return "row" in standing ? airs(standing.row) && airtimeOf(standing.row).startsAt <= now() : standing.home.startsAt <= now();
}

/** Is it just what the slot needs, in that instance? */
export function isAsWanted(standing: Standing, arriving: Arriving, instanceId: number): boolean {
  if (standOf(standing).instanceId !== instanceId) return false;
  if (!("row" in standing)) return standing.home.startsAt === arriving.startsAt && standing.home.endsAt === arriving.endsAt;
  const [wanted, { row }] = [wantedRow(arriving), standing];
  return wanted !== null && playsAsWanted(wanted, row) && (row.trackId === null || row.cues.cueIn === wanted.cueIn);
}

/** Do both mean the same place? What moves stands at another one. */
export function isSameStand(a: Stand, b: Stand): boolean {
  return a.instanceId === b.instanceId && a.playoutId === b.playoutId;
}
