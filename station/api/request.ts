import type { IncomingMessage } from "node:http";

/** A request, read to its end. */
export type StationRequest = {
  readonly method: string;
  /** As sent, with the query. */
  readonly target: string;
  /** Without the query, percent-encoding kept. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
  readonly body: Buffer;
};

export async function readRequest(message: IncomingMessage): Promise<StationRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const target = message.url ?? "/";
  const [path = "/", ...rest] = target.split("?");
  return {
    method: message.method ?? "GET",
    target,
    path,
    query: new URLSearchParams(rest.join("?")),
    header: (name) => {
      const value = message.headers[name];
      return Array.isArray(value) ? value.join(", ") : value;
    },
    body: Buffer.concat(chunks),
  };
}

/** One cookie of the request. */
export function cookieOf(request: StationRequest, name: string): string | undefined {
  for (const pair of (request.header("cookie") ?? "").split(";")) {
    const [key, ...value] = pair.trim().split("=");
    if (key === name) return value.join("=");
  }
  return undefined;
}
