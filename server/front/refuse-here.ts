import type { ServerResponse } from "node:http";
import { httpStatus, problemOnWire, type Problem } from "@/domain/problems";
import { answerHeaders } from "@/server/headers/answer-headers";

/** `seconds`: when to come again. A page asks again by itself. */
type Refused = { readonly problem: Problem; readonly seconds: number; readonly isPage: boolean };

/** Tells whoever asked that it is not answered now, before Next hears of it: a page as plain text, a door as JSON. */
export function refuseHere(response: ServerResponse, { problem, seconds, isPage }: Refused): void {
  const told = problemOnWire(problem);
  const headers = { ...answerHeaders({ kind: "api", cacheControl: "no-store" }), "retry-after": String(seconds) };
  const kind = isPage ? { refresh: String(seconds), "content-type": "text/plain; charset=utf-8" } : { "content-type": "application/json" };
  response.writeHead(httpStatus[problem.code], { ...headers, ...kind });
  response.end(isPage ? `${told.error}\n` : JSON.stringify({ success: false, ...told, errors: [{ message: told.error }] }));
}
