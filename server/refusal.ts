import { sentenceOf, type Problem } from "@/domain/problems";

/** The one way in which a use case says no: what is wrong, as a problem that every door can pass on. */
export class Refusal extends Error {
  constructor(readonly problem: Problem, options?: { readonly cause?: unknown }) {
    super(`${problem.code}: ${sentenceOf(problem)}`, options);
    this.name = "Refusal";
  }
}
