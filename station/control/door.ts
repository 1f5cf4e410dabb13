import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

import { readRequest } from "../api/request";
import type { ClockMode } from "../clock";
import { isTable } from "../model/models";
import type { TableName } from "../model/field";
import type { GivenRow, World } from "../world";
import type { Control } from "./control";
import type { Fault } from "./faults";

type Arguments = Readonly<Record<string, unknown>>;

/** POST /control/<verb> with its arguments as a JSON object; those that only read take GET and a query too. */
const verbs: Readonly<Record<string, (control: Control, given: Arguments) => Promise<unknown>>> = {
  clock: (control, { at, mode }) => control.setClock(at as string | null, mode as ClockMode | undefined),
  given: (control, { world }) => control.given(world as World),
  put: (control, { table, row }) => control.put(tableOf(table), row as GivenRow),
  remove: (control, { table, id }) => control.remove(tableOf(table), Number(id)),
  fault: (control, fault) => control.fault(fault as Fault),
  "clear-faults": (control) => control.clearFaults(),
  requests: (control) => control.requests(),
  "clear-requests": (control) => control.clearRequests(),
  "on-air": (control, { from, to }) => control.onAir(String(from), String(to)),
  snapshot: (control) => control.snapshot(),
  "go-away": (control) => control.goAway(),
  "come-back": (control) => control.comeBack(),
  reset: (control) => control.reset(),
};
const reading: ReadonlySet<string> = new Set(["requests", "on-air", "snapshot"]);

function tableOf(name: unknown): TableName {
  if (typeof name === "string" && isTable(name)) return name;
  throw new RangeError(`no table ${JSON.stringify(name)}`);
}

/** The control door. It listens on loopback only, and still looks who comes: a web page must not steer a station. */
export function serveControl(control: Control): RequestListener {
  return (message, response) => {
    void answer(control, message).then(
      ([status, result]) => send(response, status, result),
      (error: unknown) => send(response, 400, { error: error instanceof Error ? error.message : String(error) }),
    );
  };
}

async function answer(control: Control, message: IncomingMessage): Promise<readonly [number, unknown]> {
  if (!isFromHere(message)) return [403, { error: "the control door is for this machine, and not for web pages" }];
  const request = await readRequest(message);
  const verb = request.path.replace(/^\/control\//, "");
  const act = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!act) return [404, { error: `no verb "${verb}"; there are: ${Object.keys(verbs).join(", ")}` }];
  if (request.method !== "POST" && !(request.method === "GET" && reading.has(verb)))
    return [405, { error: `${verb} is a POST` }];
  const body = request.body.toString("utf8");
  const given = body === "" ? Object.fromEntries(request.query) : (JSON.parse(body) as Arguments);
  return [200, { result: (await act(control, given)) ?? null }];
}

function isFromHere(message: IncomingMessage): boolean {
  const peer = (message.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const host = (message.headers.host ?? "").replace(/:\d+$/, "");
  return (
    (peer === "::1" || peer.startsWith("127.")) &&
    ["127.0.0.1", "localhost", "[::1]"].includes(host) &&
    message.headers.origin === undefined
  );
}

function send(response: ServerResponse, status: number, result: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(result));
}
