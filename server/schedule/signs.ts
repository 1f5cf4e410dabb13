import { playsSame } from "@/domain/content";
import type { Row } from "@/domain/picture";
import type { InstanceSign, RowSign, ShowSign } from "@/server/cms/records";
import { slotsOfRows } from "@/server/cms/slots";
import type { LibreTime } from "@/server/libretime/client";
import type { LibreTimeInstance } from "@/server/libretime/instances";
import type { LibreTimeShow } from "@/server/libretime/shows";
import type { Act } from "./act";

/**
 * The new show of that name, among those that nobody had seen before. Several of them cannot be told apart,
 * and a show that is not ours must never be touched: then the question stays open.
 */
export async function findShow(libretime: LibreTime, { name, aboveId }: ShowSign): Promise<LibreTimeShow | undefined> {
  const found = (await libretime.shows.list()).filter((each) => each.name === name && each.id > aboveId);
  if (found.length > 1) throw new Error(`${found.length} new shows are called so`);
  return found[0];
}

/** The instance with that mark. */
export async function findInstance(libretime: LibreTime, { stationShowId, createdAt }: InstanceSign): Promise<LibreTimeInstance | undefined> {
  return (await libretime.instances.list()).find((each) => each.showId === stationShowId && each.createdAt === createdAt);
}

/**
 * The row that holds just that, and is no other's: in an instance that was there before, the row that moves, or
 * one that was planned since, may hold the same.
 */
export async function findRow({ afterwards, journal }: Pick<Act, "afterwards" | "journal">, sign: RowSign): Promise<Row | undefined> {
  const rows = (await afterwards.schedule.window(sign)).filter((row) => isSigned(row, sign));
  const ours = [...journal.effects().leaving, ...(await slotsOfRows(rows.map(({ id }) => id)))].map(({ playoutId }) => playoutId);
  const known = new Set([...ours, ...journal.steps().flatMap(({ what, libretimeId }) => (what === "create-row" && libretimeId !== undefined ? [libretimeId] : []))]);
  return rows.find(({ id }) => !known.has(id));
}

/** Is the row what that sign says? */
export function isSigned(row: Row, { instanceId, trackId, streamId, startsAt }: RowSign): boolean {
  return row.instanceId === instanceId && playsSame(row, { trackId, streamId: streamId ?? null }) && row.startsAt === startsAt;
}
