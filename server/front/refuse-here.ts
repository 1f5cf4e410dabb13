import type { ServerResponse } from "node:http";
import { httpStatus, type Problem } from "@/domain/problems";
import { answerHeaders } from "@/server/headers/answer-headers";
import { refusalBody } from "@/server/refusal-body";

type Refused = {
  readonly problem: Problem;
  readonly isPage: boolean;
  /** The problem's own unless told. */
  readonly status?: number;
  /** When to come again; a page asks again by itself. */
  readonly seconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Tells whoever asked that it is not answered now, before Next hears of it: a page as plain text, a door as JSON. */
export function refuseHere(
  response: ServerResponse,
  { problem, isPage, status = httpStatus[problem.code], seconds, headers }: Refused,
): void {
  const body = refusalBody(problem);
  response.writeHead(status, {
    ...answerHeaders({ kind: "api", cacheControl: "no-store" }),
    "content-type": isPage ? "text/plain; charset=utf-8" : "application/json",
    ...(seconds !== undefined && { "retry-after": String(seconds), ...(isPage && { refresh: String(seconds) }) }),
    ...headers,
  });
  response.end(isPage ? `${body.error}\n` : JSON.stringify(body));
}
