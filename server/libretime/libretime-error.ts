import type { Problem } from "@/domain/problems";

/** The codes that LibreTime's side can cause; a paragraph for each is in docs/problems. */
export type LibreTimeProblemCode = Extract<Problem, { readonly what: string }>["code"];

/** One failed request, as far as anybody may know of it. */
export type LibreTimeFailure = {
  readonly problemCode: LibreTimeProblemCode;
  /** What was wanted: "create instance". */
  readonly what: string;
  readonly method: string;
  /** Below /api/v2, with the query. */
  readonly path: string;
  /** What came of it, for people: "500", "ECONNREFUSED", "no answer in 10 s", "200, unreadable at ends_at". */
  readonly outcome: string;
  readonly status?: number;
  /** LibreTime's own words by field, of a 400. */
  readonly fieldErrors?: FieldErrors;
  /** May LibreTime have saved what was sent? Always false for a read. */
  readonly maybeSaved: boolean;
};

/** `{"show": ["Invalid pk \"4040\" - object does not exist."]}` (R136). */
export type FieldErrors = { readonly [field: string]: readonly string[] };

/**
 * The one error that leaves this room. Its message is `what: METHOD path → outcome`. It carries no cause:
 * what the runtime throws may quote the header with the key.
 */
export class LibreTimeError extends Error {
  /** The framework bundles this module more than once: an error of another bundle's class is one, too. */
  static override [Symbol.hasInstance](thing: unknown): boolean {
    return thing instanceof Error && thing.name === "LibreTimeError";
  }

  override readonly name = "LibreTimeError";
  readonly problemCode: LibreTimeProblemCode;
  /** What was wanted: "create instance". */
  readonly what: string;
  readonly method: string;
  /** Below /api/v2, with the query. */
  readonly path: string;
  readonly status: number | undefined;
  readonly fieldErrors: FieldErrors | undefined;
  readonly maybeSaved: boolean;
  /** What came of the request: a status, a code of the network such as ENOTFOUND, or a few words. */
  readonly outcome: string;

  constructor(failure: LibreTimeFailure) {
    super(`${failure.what}: ${failure.method} ${failure.path} → ${failure.outcome}`);
    this.problemCode = failure.problemCode;
    this.what = failure.what;
    this.method = failure.method;
    this.path = failure.path;
    this.status = failure.status;
    this.fieldErrors = failure.fieldErrors;
    this.maybeSaved = failure.maybeSaved;
    this.outcome = failure.outcome;
  }

  /** The same as the rest of the program says it. */
  get problem(): Problem {
    return { code: this.problemCode, what: this.message };
  }

  /** Did LibreTime refuse the write because what that field names is gone (R136, R230)? */
  refersToNothing(field: string): boolean {
    return this.fieldErrors?.[field]?.some((message) => message.startsWith("Invalid pk")) ?? false;
  }
}
