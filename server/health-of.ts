import { sentenceOf, type Problem } from "@/domain/problems";
import type { LibreTimeError } from "@/server/libretime/libretime-error";
import type { Deps } from "@/server/schedule/deps";

/** Every reason why planning does not work, as far as it is known without asking anybody. */
export function reasonsIn(
  { mirror, libretime, coordination, now }: Pick<Deps, "mirror" | "libretime" | "coordination" | "now">,
  database: Problem | null,
): readonly string[] {
  const failures = [...libretime.breaker.failures(), ...mirror.failures()];
  const problems = [database, coordination.problem(), failures.length === 0 ? mirror.problem(now()) : null];
  return [
    ...new Set([...problems.flatMap((problem) => (problem ? [sentenceOf(problem)] : [])), ...failures.map(reasonOf)]),
  ];
}

function reasonOf({ problem, what, outcome }: LibreTimeError): string {
  return problem.code === "LIBRETIME_UNREACHABLE"
    ? `LibreTime does not answer (${what}: ${outcome}).`
    : sentenceOf(problem);
}
