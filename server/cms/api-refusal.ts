import { APIError } from "payload";
import { httpStatus, problemOnWire, sentenceOf, type Problem } from "@/domain/problems";

/** A problem as Payload's operations throw it; `planErrorShape` gives it the shape of Airweek's own answers. */
export function apiRefusal(problem: Problem): APIError {
  const { code, ...details } = problem;
  return new APIError(sentenceOf(problem), httpStatus[code], { code, details }, true);
}

/** What Payload's REST answers then: with the `errors` that its admin reads. */
export function refusalBody(problem: Problem) {
  const { code, error, details } = problemOnWire(problem);
  return { errors: [{ message: error }], success: false, code, error, details };
}
