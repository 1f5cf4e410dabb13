import type { Words } from "@/components/language/words";
import type { ProblemOnWire } from "@/domain/problems";
import { problemText } from "../problem-text";

/** Why a question or a wish of the library failed, in a sentence. Without a problem in the answer, there was no answer. */
export function whyNot(words: Words, error: unknown): string {
  const problem = (error as { data?: { problem?: ProblemOnWire } | null } | null)?.data?.problem;
  return problem ? problemText(words, problem) : words.t("library.noAnswer");
}
