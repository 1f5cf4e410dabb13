import type { Where } from "payload";
import { instant, type Instant } from "@/domain/time";
import { getCms } from "./cms";
import { Fenced, type HeldLine } from "./held";
import { effectsIn, inverseIn } from "./old-lines";
import { withKnownMarks } from "./known-marks";
import type { Operation } from "./payload-types";
import type { OperationDraft, OperationRecord } from "./records";
import { asJson, sql, toColumn, type Sql } from "./sql";
import { rowsOf } from "./rows-of";

/** What of a line can still change. */
export type OperationPatch = Partial<Pick<OperationRecord, "state" | "effects" | "steps" | "answer" | "inverse">>;

/** Opens a line of the journal, before anything is written anywhere: state `wanted`, no steps. */
export async function openOperation(draft: OperationDraft): Promise<OperationRecord> {
  const { actorId, at, ...rest } = draft;
  const fresh = { state: "wanted" as const, effects: null, steps: [], inverse: null, answer: null };
  const { id } = await (
    await getCms()
  ).db.create({ collection: "operations", data: { ...rest, ...fresh, actor: actorId, at: toColumn(at) } });
  return { ...draft, ...fresh, id: String(id) };
}

/** Writes on in a line of the journal, in one statement; fails with `Fenced` when it is not this holder's any more. */
export async function writeOperation({ id, holder }: HeldLine, patch: OperationPatch): Promise<void> {
  const sets = [
    sql`updated_at = ${new Date().toISOString()}`,
    ...(patch.state === undefined ? [] : [sql`state = ${patch.state}`]),
    ...(await jsonSets(patch)),
  ];
  const written = await rowsOf(
    sql`UPDATE operations SET ${sql.join(sets, sql`, `)} WHERE id = ${id} AND holder = ${holder} RETURNING id`,
  );
  if (written.length === 0) throw new Fenced({ id });
}

async function jsonSets(patch: OperationPatch): Promise<readonly Sql[]> {
  const cms = await getCms();
  const columns = { effects: sql`effects`, steps: sql`steps`, answer: sql`answer`, inverse: sql`inverse` } as const;
  return (Object.keys(columns) as (keyof typeof columns)[]).flatMap((name) =>
    patch[name] === undefined ? [] : [sql`${columns[name]} = ${asJson(cms, patch[name])}`],
  );
}

/** Makes the line this holder's, as it stands now; null when it was written on since it was read. Whoever had it is fenced off. */
export async function takeOverOperation(
  { id, state, holder: before }: Pick<OperationRecord, "id" | "state" | "holder">,
  holder: string,
): Promise<OperationRecord | null> {
  const wasHeld = before === null ? sql`holder IS NULL` : sql`holder = ${before}`;
  const taken = await rowsOf(
    sql`UPDATE operations SET holder = ${holder}, updated_at = ${new Date().toISOString()} WHERE id = ${id} AND state = ${state} AND ${wasHeld} RETURNING id`,
  );
  const mine = taken.length > 0 ? await findOperation(id) : null;
  return mine && withKnownMarks(mine);
}

/** Frees the key of a line that may be done again: the line itself stays, with what may still come of it. */
export async function releaseKey({
  id,
  state,
  holder,
}: Pick<OperationRecord, "id" | "state" | "holder">): Promise<boolean> {
  const isHeld = holder === null ? sql`holder IS NULL` : sql`holder = ${holder}`;
  return (
    (
      await rowsOf(
        sql`UPDATE operations SET idempotency_key = NULL WHERE id = ${id} AND state = ${state} AND ${isHeld} RETURNING id`,
      )
    ).length > 0
  );
}

/** What the actor did under that key; null when nothing. */
export async function findOperationByKey(actorId: string, key: string): Promise<OperationRecord | null> {
  const operation = await (
    await getCms()
  ).db.findOne<Operation>({
    collection: "operations",
    where: { and: [{ actor: { equals: actorId } }, { idempotencyKey: { equals: key } }] },
  });
  return operation ? recordOf(operation) : null;
}

/** The line of that id; null when there is none. */
export async function findOperation(id: OperationRecord["id"]): Promise<OperationRecord | null> {
  const operation = await (
    await getCms()
  ).db.findOne<Operation>({ collection: "operations", where: { id: { equals: id } } });
  return operation ? recordOf(operation) : null;
}

/** The lines that are not finished, first what nobody has touched for longest: somebody is at them, or they are to be settled by reading LibreTime. */
export async function unfinishedOperations(): Promise<readonly OperationRecord[]> {
  const { docs } = await (
    await getCms()
  ).db.find<Operation>({
    collection: "operations",
    where: { state: { in: ["wanted", "unknown"] } },
    sort: "updatedAt",
    limit: 0,
    pagination: false,
  });
  return docs.map(recordOf);
}

/** The lines begun since then that are finished, although something that they sent was looked for and not found. */
export async function finishedWithAbsentSince(at: Instant): Promise<readonly OperationRecord[]> {
  return linesSince(at, sql`state IN ('undone', 'done') AND CAST(steps AS TEXT) LIKE '%"absent"%'`);
}

/** LibreTime's ids of the shows that other acts, begun since then, have made. */
export async function showsMadeByOthers(
  { id }: Pick<OperationRecord, "id">,
  since: Instant,
): Promise<ReadonlySet<number>> {
  const others = await linesSince(since, sql`id <> ${id} AND CAST(steps AS TEXT) LIKE '%"create-show"%'`);
  return new Set(
    others
      .flatMap(({ steps }) => steps)
      .flatMap(({ what, libretimeId }) => (what === "create-show" && libretimeId !== undefined ? [libretimeId] : [])),
  );
}

/** The latest lines, newest first. */
export function recentOperations(limit: number): Promise<readonly OperationRecord[]> {
  return latestWhere({}, limit);
}

/** The latest lines of acts that changed something or still may, newest first: none that was refused, taken back, or had nothing to do. */
export function recentDeeds(limit: number): Promise<readonly OperationRecord[]> {
  return latestWhere({ and: [{ state: { in: ["wanted", "done", "unknown"] } }, { effects: { exists: true } }] }, limit);
}

/** What only SQL can ask, in order of time. */
async function linesSince(at: Instant, condition: Sql): Promise<readonly OperationRecord[]> {
  const ids = await rowsOf(sql`SELECT id FROM operations WHERE at > ${toColumn(at)} AND ${condition} ORDER BY at`);
  return (await Promise.all(ids.map(({ id }) => findOperation(id as string)))).filter((each) => each !== null);
}

async function latestWhere(where: Where, limit: number): Promise<readonly OperationRecord[]> {
  const { docs } = await (
    await getCms()
  ).db.find<Operation>({ collection: "operations", where, sort: ["-at", "-createdAt"], limit, pagination: false });
  return docs.map(recordOf);
}

function recordOf(operation: Operation): OperationRecord {
  return {
    id: operation.id,
    kind: operation.kind as OperationRecord["kind"],
    actorId: operation.actor ?? null,
    at: instant(Date.parse(operation.at)),
    state: operation.state,
    idempotencyKey: operation.idempotencyKey ?? null,
    holder: operation.holder ?? null,
    input: operation.input ?? null,
    effects: effectsIn(operation.effects),
    steps: (operation.steps ?? []) as unknown as OperationRecord["steps"],
    inverse: inverseIn(operation.inverse),
    answer: operation.answer ?? null,
  };
}
