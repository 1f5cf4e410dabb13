import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { arrivalOf, type Trust } from "./forwarded";

const shared = globalThis as { airweekTrust?: Trust };

/** What others write about where a request comes from. Next and Payload believe some of it. */
const claims = /^(x-forwarded-.*|forwarded|x-real-ip)$/;

/**
 * From now on every HTTP request of this process carries true `X-Forwarded-*` headers and no others, whatever its
 * sender wrote: they are made of the socket, and of what a trusted proxy says. Next gives handlers no socket and
 * keeps what a client sends in these headers, so they are put right before Next sees the request.
 */
export function tellArrivals(trust: Trust): void {
  const isTold = shared.airweekTrust !== undefined;
  shared.airweekTrust = trust;
  if (!isTold)
    subscribe("http.server.request.start", (message) => tellArrival((message as { request: IncomingMessage }).request));
}

function tellArrival({ headers, socket }: IncomingMessage): void {
  const said = (name: string): string | undefined => [headers[name]].flat().join(",") || undefined;
  const { address, host, protocol } = arrivalOf(socket.remoteAddress ?? "", said, shared.airweekTrust!);
  for (const name of Object.keys(headers)) if (claims.test(name)) delete headers[name];
  Object.assign(headers, {
    "x-forwarded-for": address,
    "x-forwarded-proto": protocol,
    ...(host !== null && { "x-forwarded-host": host }),
  });
}
