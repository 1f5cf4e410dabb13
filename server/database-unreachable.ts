import { sentenceOf, type Problem } from "@/domain/problems";

/**
 * The database cannot be asked, or not be written. No `Refusal`: nobody has judged anything. It carries no cause,
 * because the driver's error quotes the query with its parameters.
 */
export class DatabaseUnreachable extends Error {
  /** The framework bundles this module more than once: an error of another bundle's class is one, too. */
  static override [Symbol.hasInstance](thing: unknown): boolean {
    return thing instanceof Error && thing.name === "DatabaseUnreachable";
  }

  override readonly name = "DatabaseUnreachable";
  readonly problem: Problem = { code: "DATABASE_UNREACHABLE" };

  constructor() {
    super(sentenceOf({ code: "DATABASE_UNREACHABLE" }));
  }
}
