import type { Problem } from "@/domain/problems";
import { Fenced } from "@/server/cms/held";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { logSchedule } from "@/server/log";
import { Refusal } from "@/server/refusal";
import type { Act } from "./context";
import type { ActAnswer } from "./answers";
import { problemIn } from "./problem-in";
import { settle } from "./settle";

/**
 * How an act ends that something has stopped: refused when nothing was begun; otherwise LibreTime is read, and
 * it is done after all, or taken back, or nobody knows yet. Fails with the refusal, unless it is done.
 */
export async function endAfter(act: Act, cause: unknown): Promise<ActAnswer> {
  if (!(cause instanceof Refusal) || cause.cause)
    logSchedule.failure(cause instanceof Refusal ? (cause.cause ?? cause) : cause, []);
  if (!act.journal.isTouched()) return refuse(act, "refused", problemOf(cause), cause);
  if (cause instanceof Fenced) throw new Refusal(problemOf(cause), { cause });
  try {
    const answer = await settle(act, { problem: problemOf(cause) });
    if (answer) return answer;
  } catch (unsettled) {
    logSchedule.failure(unsettled, []);
    if (unsettled instanceof Fenced) throw new Refusal(problemOf(unsettled), { cause });
    const what = unsettled instanceof Error ? unsettled.message : String(unsettled);
    return refuse(act, "unknown", { code: "OUTCOME_UNKNOWN", what }, cause);
  }
  throw new Refusal(problemOf(cause), { cause });
}

async function refuse(
  { journal }: Act,
  state: "refused" | "unknown",
  problem: Problem,
  cause: unknown,
): Promise<never> {
  await journal.close(state, { problem }).catch((unwritten: unknown) => logSchedule.failure(unwritten, []));
  throw new Refusal(problem, { cause });
}

/** What is said of it once it is known that nothing of it stands: a lost answer is one that did not come. */
function problemOf(cause: unknown): Problem {
  if (cause instanceof LibreTimeError && cause.maybeSaved)
    return { code: cause.status === undefined ? "LIBRETIME_UNREACHABLE" : "LIBRETIME_ANSWER", what: cause.message };
  if (cause instanceof Fenced) return { code: "OUTCOME_UNKNOWN", what: "another process goes on with it" };
  return problemIn(cause) ?? { code: "INTERNAL" };
}
