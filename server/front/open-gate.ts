import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Gate } from "./gate";

type Started = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly server: Server };

const shared = globalThis as { airweekGate?: Gate; airweekOrigin?: string };

/**
 * Puts a gate before whatever this process's HTTP server does. Next makes its server itself and hands it to nobody;
 * Node tells of each request before the server's listeners hear of it.
 */
export function openGate(gate: Gate): void {
  const isOpen = shared.airweekGate !== undefined;
  shared.airweekGate = gate;
  if (isOpen) return;
  const known = new WeakSet<Server>();
  subscribe("http.server.request.start", (message) => {
    const { server } = message as Started;
    if (known.has(server)) return;
    known.add(server);
    shared.airweekOrigin = originOf(server.address());
    standBefore(server);
  });
}

/** Where this process's own server is, for this process. */
export function ownOrigin(): string {
  return shared.airweekOrigin ?? "";
}

function standBefore(server: Server): void {
  const listeners = server.listeners("request") as RequestListener[];
  server.removeAllListeners("request");
  server.on("request", (request, response) =>
    shared.airweekGate!(request, response, () => {
      for (const each of listeners) each.call(server, request, response);
    }),
  );
}

/** A server that listens everywhere is asked on this machine. */
function originOf(at: AddressInfo | string | null): string {
  if (at === null || typeof at === "string") return "";
  const host = at.address === "0.0.0.0" ? "127.0.0.1" : at.address === "::" ? "::1" : at.address;
  return `http://${host.includes(":") ? `[${host}]` : host}:${at.port}`;
}
