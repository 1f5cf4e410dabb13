import type { Problem, ProblemCode } from "@/domain/problems";
import { isOpen } from "@/server/cms/is-open";
import { findOperationByKey } from "@/server/cms/operations";
import type { Actor, OperationDraft, OperationLine } from "@/server/cms/records";
import { Refusal } from "@/server/refusal";
import type { ActAnswer } from "./answers";

/** An act that is about to begin. */
export type Opening = Pick<OperationDraft, "kind" | "input"> & {
  readonly idempotencyKey?: string | undefined;
  /** How many slots it is about; one unless told. */
  readonly slots?: number;
};

/** What is known of an act under its key: its answer, or a line of the journal that is open or may be written anew. */
type Before = { readonly answer: ActAnswer } | { readonly again: OperationLine } | null;

/** Failures that say nothing about the wish: whoever asks again under the same key means "try again". What is unknown of a line that is closed was unknown of another one. */
const mayTryAgain: ReadonlySet<ProblemCode> = new Set([
  "LIBRETIME_UNREACHABLE",
  "LIBRETIME_REFUSED_KEY",
  "LIBRETIME_TOO_OLD",
  "LIBRETIME_ANSWER",
  "OUTCOME_UNKNOWN",
  "COORDINATION_UNREACHABLE",
  "DATABASE_UNREACHABLE",
  "SHUTTING_DOWN",
  "STATION_CHANGED",
  "INTERNAL",
]);

/**
 * What the same person did under that key: the same input gets the same answer, or the same refusal; another
 * input is refused. An act that failed for a reason of the machines and left nothing behind may be tried again.
 */
export async function answeredBefore(actor: Actor, { idempotencyKey, input, kind }: Opening): Promise<Before> {
  if (!idempotencyKey) return null;
  const earlier = await findOperationByKey(actor.id, idempotencyKey);
  if (!earlier) return null;
  if (earlier.kind !== kind || !isSame(earlier.input, input)) throw new Refusal({ code: "IDEMPOTENCY_KEY_REUSED" });
  const answer = earlier.answer as ActAnswer | { readonly problem: Problem } | null;
  if (isOpen(earlier) || !answer) return { again: earlier };
  if (!("problem" in answer)) return { answer };
  if (mayTryAgain.has(answer.problem.code)) return { again: earlier };
  throw new Refusal(answer.problem);
}

/** The order of an object's fields is nobody's: PostgreSQL keeps another one. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, inOrder(each)]),
  );
}
