import type { ProblemCode } from "@/domain/problems";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { log, logSchedule } from "@/server/log";
import { countAct } from "@/server/metrics";
import { Refusal } from "@/server/refusal";

type ActName = "plan" | "unplan" | "move" | "replace";
type Facts = Readonly<Record<string, string | number | undefined>>;

/** Tells an act's end in the log and in the figures, and passes it on. */
export async function logged<T extends { readonly success: true }>(act: ActName, facts: Facts, run: () => Promise<T>): Promise<T> {
  try {
    const answer = await run();
    const ids = pick(answer, ["showId", "instanceId", "playoutId", "slotId"]);
    logSchedule(`schedule_${act}_${"idempotent" in answer && answer.idempotent ? "idempotent" : "ok"}`, { ...facts, ...ids });
    countAct(act, "ok");
    return answer;
  } catch (cause) {
    const code: ProblemCode = cause instanceof Refusal ? cause.problem.code : cause instanceof LibreTimeError ? cause.problemCode : "INTERNAL";
    const conflicts = cause instanceof Refusal && "conflicts" in cause.problem ? cause.problem.conflicts : null;
    if (conflicts) logSchedule(`schedule_${act}_conflict`, { ...facts, code, conflictId: conflicts[0]?.playoutId ?? conflicts[0]?.instanceId });
    else logSchedule(`schedule_${act}_fail`, { ...facts, code });
    countAct(act, code);
    throw cause;
  }
}

/** What failed under an act, and what of it could not be taken back. */
export function logFailure(cause: unknown, left: readonly { readonly what: string; readonly cause: unknown }[]): void {
  const error = cause instanceof Refusal && cause.cause ? cause.cause : cause;
  if (error instanceof LibreTimeError) log.warn({ status: error.status }, `[LT] Failed to ensure ${error.message}`);
  else log.error({ err: error }, "[SCHEDULE] an act failed");
  for (const each of left) log.error({ err: each.cause }, `[SCHEDULE] could not take back ${each.what}`);
}

function pick(answer: object, names: readonly string[]): Facts {
  return Object.fromEntries(Object.entries(answer).filter(([name]) => names.includes(name)));
}
