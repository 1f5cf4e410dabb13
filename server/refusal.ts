import { sentenceOf, type Problem } from "@/domain/problems";

/** The one way in which a use case says no: what is wrong, as a problem that every door can pass on. */
export class Refusal extends Error {
  /** The framework bundles this module more than once: a refusal of another bundle's class is one, too. */
  static override [Symbol.hasInstance](thing: unknown): boolean {
    return thing instanceof Error && thing.name === "Refusal";
  }

  constructor(
    readonly problem: Problem,
    options?: { readonly cause?: unknown },
  ) {
    super(`${problem.code}: ${sentenceOf(problem)}`, options);
    this.name = "Refusal";
  }
}
