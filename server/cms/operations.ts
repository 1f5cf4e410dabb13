import type { Payload, Where } from "payload";
import { instant, type Instant } from "@/domain/time";
import { getCms } from "./cms";
import { demandHeld, heldIn, writeHeld, type HeldLine } from "./held";
import { withKnownMarks } from "./known-marks";
import { effectsIn, inverseIn } from "./old-lines";
import { addingSteps, finishedWithAbsent, withSteps } from "./operation-steps";
import type { Operation } from "./payload-types";
import type { OperationDraft, OperationLine, OperationRecord } from "./records";
import { rowsOf, rowsTogether } from "./rows-of";
import { asJson, isId, isPostgres, sql, toColumn, type Sql } from "./sql";
import type { StepRow } from "./step-rows";

/** What of a line can still change. */
export type OperationPatch = Partial<Pick<OperationLine, "state" | "effects" | "answer" | "inverse">>;

/** Opens a line of the journal, before anything is written anywhere: state `wanted`, no steps. */
export async function openOperation(draft: OperationDraft): Promise<OperationRecord> {
  const { actorId, at, ...rest } = draft;
  const fresh = { state: "wanted" as const, effects: null, inverse: null, answer: null };
  const { id } = await (
    await getCms()
  ).db.create({ collection: "operations", data: { ...rest, ...fresh, actor: actorId, at: toColumn(at) } });
  return { ...draft, ...fresh, id: String(id), steps: [], nextSeq: 0 };
}

/**
 * Writes on in a line of the journal: what has changed of it, and rows of its steps, all or nothing. Fails with
 * `Fenced` when the line is not this holder's any more.
 */
export async function writeOperation(
  line: HeldLine,
  patch: OperationPatch,
  steps: readonly StepRow[] = [],
): Promise<void> {
  const cms = await getCms();
  const adding = steps.length > 0 ? addingSteps(cms, steps) : null;
  if (adding && Object.keys(patch).length === 0) {
    await writeHeld(line, adding);
    return;
  }
  const update = updateOf(cms, line, patch);
  const written = adding ? await writtenWith(cms, line, { adding, update }) : await rowsOf(update);
  if (written.length === 0) await demandHeld(line);
}

/** In PostgreSQL the line is `held` by being written. */
async function writtenWith(
  cms: Payload,
  line: HeldLine,
  { adding, update }: { readonly adding: Sql; readonly update: Sql },
): Promise<readonly unknown[]> {
  if (isPostgres(cms)) return rowsOf(sql`WITH held AS (${update}) ${adding}`);
  return (await rowsTogether([update, heldIn(cms, line, adding)]))[0]!;
}

function updateOf(cms: Payload, { id, holder }: HeldLine, patch: OperationPatch): Sql {
  const columns = { effects: sql`effects`, answer: sql`answer`, inverse: sql`inverse` } as const;
  const sets = [
    sql`updated_at = ${new Date().toISOString()}`,
    ...(patch.state === undefined ? [] : [sql`state = ${patch.state}`]),
    ...(Object.keys(columns) as (keyof typeof columns)[]).flatMap((name) =>
      patch[name] === undefined ? [] : [sql`${columns[name]} = ${asJson(cms, patch[name])}`],
    ),
  ];
  return sql`UPDATE operations SET ${sql.join(sets, sql`, `)} WHERE id = ${id} AND holder = ${holder} RETURNING id`;
}

/** Makes the line this holder's, as it stands now; null when it was written on since it was read. Whoever had it is fenced off. */
export async function takeOverOperation(
  { id, state, holder: before }: Pick<OperationLine, "id" | "state" | "holder">,
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
}: Pick<OperationLine, "id" | "state" | "holder">): Promise<boolean> {
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
export async function findOperationByKey(actorId: string, key: string): Promise<OperationLine | null> {
  const operation = await (
    await getCms()
  ).db.findOne<Operation>({
    collection: "operations",
    where: { and: [{ actor: { equals: actorId } }, { idempotencyKey: { equals: key } }] },
  });
  return operation ? lineOf(operation) : null;
}

/** The line of that id; null when there is none. */
export async function findOperation(id: OperationLine["id"]): Promise<OperationRecord | null> {
  return isId(id) ? ((await operationsWith([id]))[0] ?? null) : null;
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
  return withSteps(docs.map(lineOf));
}

/** The lines begun since then that are finished, although something that they sent was looked for and not found since `absentSince`; in order of time. */
export async function finishedWithAbsentSince(
  begunSince: Instant,
  absentSince: Instant,
): Promise<readonly OperationRecord[]> {
  return operationsWith(await finishedWithAbsent(begunSince, absentSince));
}

/** The latest lines, newest first. */
export async function recentOperations(limit: number): Promise<readonly OperationRecord[]> {
  return withSteps(await latestWhere({}, limit));
}

/** The latest lines of acts that changed something or still may, newest first: none that was refused, taken back, or had nothing to do. */
export function recentDeeds(limit: number): Promise<readonly OperationLine[]> {
  return latestWhere({ and: [{ state: { in: ["wanted", "done", "unknown"] } }, { effects: { exists: true } }] }, limit);
}

async function operationsWith(ids: readonly string[]): Promise<readonly OperationRecord[]> {
  if (ids.length === 0) return [];
  const { docs } = await (
    await getCms()
  ).db.find<Operation>({
    collection: "operations",
    where: { id: { in: [...ids] } },
    sort: "at",
    limit: 0,
    pagination: false,
  });
  return withSteps(docs.map(lineOf));
}

async function latestWhere(where: Where, limit: number): Promise<readonly OperationLine[]> {
  const { docs } = await (
    await getCms()
  ).db.find<Operation>({ collection: "operations", where, sort: ["-at", "-createdAt"], limit, pagination: false });
  return docs.map(lineOf);
}

function lineOf(operation: Operation): OperationLine {
  return {
    id: operation.id,
    kind: operation.kind as OperationLine["kind"],
    actorId: operation.actor ?? null,
    at: instant(Date.parse(operation.at)),
    state: operation.state,
    idempotencyKey: operation.idempotencyKey ?? null,
    holder: operation.holder ?? null,
    input: operation.input ?? null,
    effects: effectsIn(operation.effects),
    inverse: inverseIn(operation.inverse),
    answer: operation.answer ?? null,
  };
}
