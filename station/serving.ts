import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

import { htmlPage, json, serverError } from "./api/answer";
import type { Answer } from "./api/answer";
import { answerTo } from "./api/api";
import type { Api } from "./api/api";
import { readRequest } from "./api/request";
import type { StationRequest } from "./api/request";
import type { Fault, Faults } from "./control/faults";
import { loggedBody } from "./control/request-log";
import type { RequestLog } from "./control/request-log";
import type { TableName } from "./model/field";
import type { GivenRow } from "./world";

type Serving = {
  readonly api: Api;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly now: () => Date;
  /** How long an answer takes at least; at once unless told. */
  readonly pace?: Pace | undefined;
  /** Writes a row past the API. */
  readonly put: (table: TableName, row: GivenRow) => void;
};

/** Milliseconds for a request, and for each row of a list beside it. */
export type Pace = { readonly requestMs: number; readonly rowMs: number };

/** `cut`: the connection is destroyed. `silence`: it stays open without a word. */
type Outcome = Answer | "cut" | "silence";

/** The API over HTTP: one request in, its faults met, its changes on disk, its answer out, its line in the log. */
export function serveApi(serving: Serving): RequestListener {
  return (message, response) => {
    message.on("error", () => undefined);
    void serveOne(serving, message, response).catch((error: unknown) => {
      if (message.destroyed && !message.complete) return;
      process.stderr.write(`station: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      response.destroy();
    });
  };
}

async function serveOne(serving: Serving, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const [began, at] = [performance.now(), serving.now().toISOString()];
  const path = (message.url ?? "/").split("?")[0] ?? "/";
  const fault = serving.faults.next(message.method ?? "GET", path);
  const note = (outcome: Outcome, body: Buffer, bytesOut: number): void =>
    serving.log.add({
      at,
      method: message.method ?? "GET",
      path: message.url ?? "/",
      body: loggedBody(body),
      status: typeof outcome === "string" ? null : outcome.status,
      fault: fault?.kind ?? null,
      bytesIn: body.length,
      bytesOut,
      ms: performance.now() - began,
    });
  if (fault?.kind === "refuse") {
    note("cut", Buffer.alloc(0), 0);
    message.socket.destroy();
    return;
  }
  const request = await readRequest(message);
  if (fault?.kind === "delay") await wait(fault.ms ?? 1000);
  if (fault?.kind === "meanwhile") for (const { table, row } of fault.put ?? []) serving.put(table, row);
  const outcome = meet(fault, () => work(serving.api, request));
  if (serving.pace && typeof outcome !== "string") await wait(paceOf(serving.pace, outcome));
  if (outcome === "cut") message.socket.destroy();
  note(outcome, request.body, typeof outcome === "string" ? 0 : send(serving, request, response, outcome));
}

/** The request's own work. Its changes are on disk before the answer is known to anybody. */
function work(api: Api, request: StationRequest): Answer {
  const answer = answerTo(api, request);
  api.store.commit();
  return answer;
}

function paceOf({ requestMs, rowMs }: Pace, { body }: Answer): number {
  return requestMs + (Array.isArray(body) ? body.length * rowMs : 0);
}

function meet(fault: Fault | undefined, doWork: () => Answer): Outcome {
  switch (fault?.kind) {
    case "cut-before":
      return "cut";
    case "cut-after-saving":
      doWork();
      return "cut";
    case "hang":
      return "silence";
    case "hang-after-saving":
      doWork();
      return "silence";
    case "html":
      return htmlPage(fault.status ?? 502);
    case "answer":
      return json(fault.status ?? 200, fault.body ?? null);
    case "500":
      return serverError;
    case "500-but-saved":
      doWork();
      return serverError;
    default:
      return doWork();
  }
}

function send(serving: Serving, request: StationRequest, response: ServerResponse, answer: Answer): number {
  const body = answer.html ?? (answer.body === undefined ? "" : JSON.stringify(answer.body));
  const type =
    answer.html !== undefined ? "text/html; charset=utf-8" : answer.body !== undefined ? "application/json" : undefined;
  response.sendDate = false;
  response.statusCode = answer.status;
  response.setHeader("date", serving.now().toUTCString());
  response.setHeader("vary", answer.beforeSignIn ? "origin" : "Cookie, origin");
  if (type !== undefined) response.setHeader("content-type", type);
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  const bytes = Buffer.byteLength(body);
  response.setHeader("content-length", bytes);
  response.end(request.method === "HEAD" ? "" : body);
  return request.method === "HEAD" ? 0 : bytes;
}
