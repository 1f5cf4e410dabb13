import type { ProblemOnWire } from "@/domain/problems";

/** Why a question or a wish of the library failed, in a sentence. Without a problem in the answer, there was no answer. */
export function whyNot(error: unknown): string {
  const problem = (error as { data?: { problem?: ProblemOnWire } | null } | null)?.data?.problem;
  return problem?.error ?? "Airweek does not answer. Is the network there?";
}
