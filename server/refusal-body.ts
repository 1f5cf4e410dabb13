import { problemOnWire, type Problem } from "@/domain/problems";

/** A problem in the shape of Airweek's own answers, with the `errors` that Payload's admin reads. */
export function refusalBody(problem: Problem) {
  const { code, error, details } = problemOnWire(problem);
  return { errors: [{ message: error }], success: false, code, error, details };
}
