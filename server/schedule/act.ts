import type { Problem } from "@/domain/problems";
import { openOperation, writeOperation } from "@/server/cms/operations";
import type { Actor, OperationRecord } from "@/server/cms/records";
import type { LibreTime } from "@/server/libretime/client";
import { logSchedule } from "@/server/log";
import { Refusal } from "@/server/refusal";
import { answeredBefore, type Opening } from "./answered-before";
import type { Deps } from "./deps";
import { journalEntry, type JournalEntry } from "./journal-entry";
import { problemIn } from "./problem-in";
import { undoStack, type UndoStack } from "./undo-stack";

/** What an act works with while it holds the station. */
export type Act = {
  readonly deps: Deps;
  readonly actor: Actor;
  /** LibreTime, for as long as this act may take. */
  readonly libretime: LibreTime;
  /** LibreTime, for finding out what a lost answer left behind, and for taking back: with time of its own. */
  readonly afterwards: LibreTime;
  readonly journal: JournalEntry;
  readonly undo: UndoStack;
};

/** No act keeps a programmer waiting longer than thirty seconds; the last ten are for taking back. */
const ACT_MS = 20_000;
const ACT_AND_AFTERWARDS_MS = 30_000;

/** An act: `check` judges what our records say, `tell` is its story. */
type Story<Checked, T> = {
  /** Asked when it is this act's turn: what was true before it waited may not be any more. */
  readonly check: () => Promise<Checked>;
  readonly tell: (act: Act, checked: Checked) => Promise<{ readonly answer: T; readonly inverse?: unknown }>;
};

/**
 * The story of every act that writes: the station is locked, the act is in the journal before its first
 * request, and whatever fails takes back what the act made, in reverse, by the ids that the act got. What
 * cannot be taken back stays in the journal as unknown and is answered as `OUTCOME_UNKNOWN`.
 */
export async function inAct<Checked, T extends object>(deps: Deps, actor: Actor, opening: Opening, { check, tell }: Story<Checked, T>): Promise<T> {
  const before = await answeredBefore<T>(actor, opening);
  if (before && "answer" in before) return before.answer;
  await deps.mirror.ready();
  return deps.lock.withLock("station", async () => {
    const meanwhile = await answeredBefore<T>(actor, opening);
    if (meanwhile && "answer" in meanwhile) return meanwhile.answer;
    if (meanwhile?.again.state === "wanted") throw new Refusal({ code: "OUTCOME_UNKNOWN", what: "the same act is not settled yet" });
    const problem = deps.mirror.problem(deps.now());
    if (problem) throw new Refusal(problem);
    const act = startAct(deps, actor, meanwhile ? await opened(meanwhile.again) : await openOperation({ ...opening, actorId: actor.id, idempotencyKey: opening.idempotencyKey ?? null }));
    try {
      const { answer, inverse } = await tell(act, await check());
      // Everything stands: a journal that cannot be closed is settled later, and the answer is true all the same.
      await act.journal.close(act.journal.hasLeftovers() ? "unknown" : "done", answer, inverse).catch((cause: unknown) => logSchedule.failure(cause, []));
      return answer;
    } catch (cause) {
      throw await putBack(act, cause);
    } finally {
      // Who was refused looks again, at LibreTime as it is; the others only when something was written.
      deps.windows.drop();
      if (act.journal.isTouched()) deps.news.publish({ kind: "slots-changed" });
    }
  });
}

function startAct(deps: Deps, actor: Actor, operation: OperationRecord): Act {
  const libretime = deps.libretime.within(AbortSignal.timeout(ACT_MS));
  const afterwards = deps.libretime.within(AbortSignal.timeout(ACT_AND_AFTERWARDS_MS));
  return { deps, actor, libretime, afterwards, journal: journalEntry(operation), undo: undoStack() };
}

async function opened(again: OperationRecord): Promise<OperationRecord> {
  await writeOperation(again.id, { state: "wanted", steps: [], answer: null });
  return { ...again, state: "wanted", steps: [], answer: null };
}

async function putBack({ journal, undo }: Act, cause: unknown): Promise<Refusal> {
  const left = await undo.run();
  const problem: Problem = left.length > 0 ? { code: "OUTCOME_UNKNOWN", what: `left: ${left.map(({ what }) => what).join(", ")}` } : (problemIn(cause) ?? { code: "INTERNAL" });
  if (!(cause instanceof Refusal) || cause.cause || left.length > 0) logSchedule.failure(cause instanceof Refusal ? (cause.cause ?? cause) : cause, left);
  const state = problem.code === "OUTCOME_UNKNOWN" ? "unknown" : journal.isTouched() ? "undone" : "refused";
  await journal.close(state, { problem }).catch((unwritten: unknown) => logSchedule.failure(unwritten, []));
  return new Refusal(problem, { cause });
}
