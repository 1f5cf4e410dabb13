import { playsAs } from "@/domain/checks";
import { isOurShow, isSameHome, UNMARKED } from "@/domain/identity";
import type { Row } from "@/domain/station-rows";
import { earlier, hours } from "@/domain/time";
import { showsMadeByOthers } from "@/server/cms/operation-steps";
import type { InstanceSign, OperationRecord, RowSign, ShowSign } from "@/server/cms/records";
import { slotsOfRows } from "@/server/cms/slots";
import type { LibreTime } from "@/server/libretime/client";
import type { LibreTimeInstance } from "@/server/libretime/instances";
import type { LibreTimeShow } from "@/server/libretime/shows";
import type { Act } from "./context";

/** What something that an operation has made is looked for with. */
export type Looking = {
  readonly libretime: LibreTime;
  readonly operation: Pick<OperationRecord, "id" | "at" | "effects" | "steps">;
};

/** The same of an act that goes on. */
export function lookingFrom({ afterwards, journal }: Pick<Act, "afterwards" | "journal">): Looking {
  const { id, at } = journal.operation;
  return { libretime: afterwards, operation: { id, at, effects: journal.effects(), steps: journal.steps() } };
}

/** LibreTime's tables without a filter, as they are when they are first asked for: who looks for many things reads each once. */
export type Tables = {
  readonly shows: () => Promise<readonly LibreTimeShow[]>;
  readonly instances: () => Promise<readonly LibreTimeInstance[]>;
};

/** The tables as they are now. */
export function tablesOf({ shows, instances }: LibreTime): Tables {
  const read: { shows?: Promise<readonly LibreTimeShow[]>; instances?: Promise<readonly LibreTimeInstance[]> } = {};
  return { shows: () => (read.shows ??= shows.list()), instances: () => (read.instances ??= instances.list()) };
}

/** Acts that lie further apart know of each other's shows when they begin. */
const AT_ONCE = hours(1);

/**
 * The new show of that name and colour, among those that nobody had seen before and no other act has made. Several
 * of them cannot be told apart, and a show that is not ours must never be touched: then the question stays open.
 */
export async function findShow(
  { operation }: Pick<Looking, "operation">,
  sign: ShowSign,
  tables: Tables,
): Promise<LibreTimeShow | undefined> {
  const found = (await tables.shows()).filter((each) => isOurShow(sign, each) && each.id > sign.aboveId);
  const others = found.length > 0 ? await showsMadeByOthers(operation, earlier(operation.at, AT_ONCE)) : new Set();
  const fresh = found.filter(({ id }) => !others.has(id));
  if (fresh.length > 1) throw new Error(`${fresh.length} new shows are called so`);
  return fresh[0];
}

/** The instance with that mark. */
export async function findInstance(
  tables: Tables,
  { stationShowId, createdAt }: InstanceSign,
): Promise<LibreTimeInstance | undefined> {
  return (await tables.instances()).find((each) => each.showId === stationShowId && each.createdAt === createdAt);
}

/**
 * The row that holds just that, and is no other's: in an instance that was there before, the row that moves, or
 * one that was planned since, may hold the same.
 */
export async function findRow({ libretime, operation }: Looking, sign: RowSign): Promise<Row | undefined> {
  const rows = (await libretime.schedule.window(sign)).filter((row) => isSigned(row, sign));
  const home = { instanceId: sign.instanceId, mark: sign.mark ?? UNMARKED };
  const slots = [...(operation.effects?.leaving ?? []), ...(await slotsOfRows(rows.map(({ id }) => id)))];
  const ours = slots.filter((each) => isSameHome(each, home)).map(({ playoutId }) => playoutId);
  const known = new Set([
    ...ours,
    ...operation.steps.flatMap(({ what, libretimeId }) =>
      what === "create-row" && libretimeId !== undefined ? [libretimeId] : [],
    ),
  ]);
  return rows.find(({ id }) => !known.has(id));
}

/** Is the row just what was sent under that sign? What somebody has put there by hand differs in its end, its cues or its fades. */
export function isSigned(row: Row, { instanceId, trackId, streamId, cueIn, ...times }: RowSign): boolean {
  if (row.instanceId !== instanceId || row.startsAt !== times.startsAt || row.endsAt !== times.endsAt) return false;
  return (
    playsAs({ trackId, streamId: streamId ?? null, ...times }, row) &&
    (trackId === null || cueIn === undefined || row.cues.cueIn === cueIn)
  );
}
