import { instant } from "@/domain/time";
import { getCms } from "./cms";
import type { Operation } from "./payload-types";
import type { OperationDraft, OperationRecord } from "./records";
import { toColumn } from "./sql";

/** What of a line can still change. */
export type OperationPatch = Partial<Pick<OperationRecord, "state" | "steps" | "answer" | "inverse">>;

/** Opens a line of the journal, before anything is written anywhere: state `wanted`, no steps. */
export async function openOperation(draft: OperationDraft): Promise<OperationRecord> {
  const { kind, actorId, idempotencyKey, input } = draft;
  const at = instant(Date.now());
  const { db } = await getCms();
  const { id } = await db.create({
    collection: "operations",
    data: { kind, actor: actorId, at: toColumn(at), state: "wanted", idempotencyKey, input, steps: [], inverse: null, answer: null },
  });
  return { id: String(id), kind, actorId, at, state: "wanted", idempotencyKey, input, steps: [], inverse: null, answer: null };
}

/** Writes on in a line of the journal. */
export async function writeOperation(id: OperationRecord["id"], patch: OperationPatch): Promise<void> {
  await (await getCms()).db.updateOne({ collection: "operations", id, data: { ...patch }, returning: false });
}

/** What the actor did under that key; null when nothing. */
export async function findOperationByKey(actorId: string, key: string): Promise<OperationRecord | null> {
  const operation = await (await getCms()).db.findOne<Operation>({
    collection: "operations",
    where: { and: [{ actor: { equals: actorId } }, { idempotencyKey: { equals: key } }] },
  });
  return operation ? recordOf(operation) : null;
}

/** The line of that id; null when there is none. */
export async function findOperation(id: OperationRecord["id"]): Promise<OperationRecord | null> {
  const operation = await (await getCms()).db.findOne<Operation>({ collection: "operations", where: { id: { equals: id } } });
  return operation ? recordOf(operation) : null;
}

/** The lines whose outcome nobody knows yet, oldest first: to be settled by reading LibreTime. */
export async function unfinishedOperations(): Promise<readonly OperationRecord[]> {
  const { docs } = await (await getCms()).db.find<Operation>({ collection: "operations", where: { state: { in: ["wanted", "unknown"] } }, sort: "at", limit: 0, pagination: false });
  return docs.map(recordOf);
}

/** The latest lines, newest first. */
export async function recentOperations(limit: number): Promise<readonly OperationRecord[]> {
  const { docs } = await (await getCms()).db.find<Operation>({ collection: "operations", where: {}, sort: "-at", limit, pagination: false });
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
    input: operation.input ?? null,
    steps: (operation.steps ?? []) as unknown as OperationRecord["steps"],
    inverse: operation.inverse ?? null,
    answer: operation.answer ?? null,
  };
}
