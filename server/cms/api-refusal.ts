import { APIError } from "payload";
import { httpStatus, sentenceOf, type Problem } from "@/domain/problems";

/**
 * A problem as Payload's operations throw it; `planErrorShape` gives it the shape of Airweek's own answers. Payload's
 * admin marks the fields that are named.
 */
export function apiRefusal(problem: Problem, fields: readonly string[] = []): APIError {
  const { code, ...details } = problem;
  const message = sentenceOf(problem);
  const errors = fields.map((path) => ({ path, message }));
  return new APIError(message, httpStatus[code], { code, details, ...(errors.length > 0 && { errors }) }, true);
}
