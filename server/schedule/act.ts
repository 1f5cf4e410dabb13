import type { Problem } from "@/domain/problems";
import { findOperationByKey, openOperation } from "@/server/cms/operations";
import type { Actor, OperationRecord } from "@/server/cms/records";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import type { LibreTime } from "@/server/libretime/client";
import { logSchedule } from "@/server/log";
import { Refusal } from "@/server/refusal";
import type { Deps } from "./deps";
import { journalEntry, type JournalEntry } from "./journal-entry";
import { undoStack, type UndoStack } from "./undo-stack";

/** What an act works with while it holds the station. */
export type Act = {
  readonly deps: Deps;
  readonly actor: Actor;
  /** LibreTime, for as long as this act may take. */
  readonly libretime: LibreTime;
  readonly journal: JournalEntry;
  readonly undo: UndoStack;
};

/** No act keeps a programmer waiting longer than this. */
const ACT_MS = 30_000;

type Opening = Pick<OperationRecord, "kind" | "input"> & { readonly idempotencyKey?: string };

/**
 * The story of every act that writes: the station is locked, the act is in the journal before its first
 * request, and whatever fails takes back what the act made, in reverse, by the ids that the act got. What
 * cannot be taken back stays in the journal as unfinished and is answered as `OUTCOME_UNKNOWN`.
 */
export async function inAct<T>(deps: Deps, actor: Actor, opening: Opening, tell: (act: Act) => Promise<{ answer: T; inverse?: unknown }>): Promise<T> {
  return deps.lock.withLock("station", async () => {
    const before = await answeredBefore<T>(actor, opening);
    if (before) return before.answer;
    const problem = deps.mirror.problem(deps.now());
    if (problem) throw new Refusal(problem);
    const operation = await openOperation({ kind: opening.kind, actorId: actor.id, idempotencyKey: opening.idempotencyKey ?? null, input: opening.input });
    const journal = journalEntry(operation);
    const undo = undoStack();
    const libretime = deps.libretime.within(AbortSignal.timeout(ACT_MS));
    try {
      const { answer, inverse } = await tell({ deps, actor, libretime, journal, undo });
      await journal.close("done", answer, inverse);
      return answer;
    } catch (cause) {
      throw await putBack({ deps, actor, libretime: deps.libretime, journal, undo }, cause);
    } finally {
      deps.windows.drop();
      deps.news.publish({ kind: "slots-changed" });
    }
  });
}

async function answeredBefore<T>(actor: Actor, { idempotencyKey, input, kind }: Opening): Promise<{ readonly answer: T } | null> {
  if (!idempotencyKey) return null;
  const earlier = await findOperationByKey(actor.id, idempotencyKey);
  if (!earlier) return null;
  if (earlier.kind !== kind || JSON.stringify(earlier.input) !== JSON.stringify(input)) throw new Refusal({ code: "IDEMPOTENCY_KEY_REUSED" });
  if (earlier.state === "done") return { answer: earlier.answer as T };
  const problem = (earlier.answer as { readonly problem?: Problem } | null)?.problem;
  throw new Refusal(problem ?? { code: "OUTCOME_UNKNOWN", what: "the same act is not settled yet" });
}

async function putBack({ journal, undo }: Act, cause: unknown): Promise<Refusal> {
  const refusal = cause instanceof Refusal ? cause : new Refusal(cause instanceof LibreTimeError ? cause.problem : { code: "INTERNAL" }, { cause });
  const touched = journal.steps().length > 0;
  const left = await undo.run();
  const isUnknown = left.length > 0 || refusal.problem.code === "OUTCOME_UNKNOWN";
  const problem: Problem = left.length > 0 ? { code: "OUTCOME_UNKNOWN", what: left.map(({ what }) => what).join(", ") } : refusal.problem;
  if (!(cause instanceof Refusal) || left.length > 0) logSchedule.failure(cause, left);
  await journal.close(isUnknown ? "unknown" : touched ? "undone" : "refused", { problem });
  return left.length > 0 ? new Refusal(problem, { cause }) : refusal;
}
