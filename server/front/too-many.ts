import type { ServerResponse } from "node:http";
import { httpStatus, problemOnWire, type Problem } from "@/domain/problems";
import { answerHeaders } from "@/server/headers/answer-headers";

/** Tells whoever asked too often when to come again; a page asks again by itself. */
export function tooMany(response: ServerResponse, { seconds, isPage }: { readonly seconds: number; readonly isPage: boolean }): void {
  const problem: Problem = { code: "TOO_MANY_REQUESTS", retryAfterSeconds: seconds };
  const told = problemOnWire(problem);
  const headers = { ...answerHeaders({ kind: "api", cacheControl: "no-store" }), "retry-after": String(seconds) };
  const kind = isPage ? { refresh: String(seconds), "content-type": "text/plain; charset=utf-8" } : { "content-type": "application/json" };
  response.writeHead(httpStatus[problem.code], { ...headers, ...kind });
  response.end(isPage ? `${told.error}\n` : JSON.stringify({ success: false, ...told, errors: [{ message: told.error }] }));
}
