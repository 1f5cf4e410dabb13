import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Payload's REST behind a socket, as the planner's server has it. */
export type GivenHttp = AsyncDisposable & {
  readonly url: string;
  /** Asks like a client at that address; whoever signed in keeps the cookies. */
  readonly ask: (what: string, asked?: Asked) => Promise<Answered>;
};

export type Asked = {
  readonly body?: unknown;
  readonly from?: string;
  readonly cookie?: string;
  readonly key?: string;
};

export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any;
  /** The cookies that it sets, as they are sent back. */
  readonly cookie: string;
  readonly tookMs: number;
};

/** Serves Payload's REST. A client's address is what it says: the guard before the doors has looked at that. */
export async function givenHttp(): Promise<GivenHttp> {
  const { payloadRest } = await import("../rest-gate");
  const server = createServer((request, response) => void answer(payloadRest, request, response)).listen(
    0,
    "127.0.0.1",
  );
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    async ask(what, { body, from = "192.0.2.1", cookie, key } = {}) {
      const [method = "GET", where = "/"] = what.split(" ");
      const headers = new Headers({ "content-type": "application/json", "x-forwarded-for": from });
      if (cookie) {
        headers.set("cookie", cookie);
        headers.set("sec-fetch-site", "same-origin");
      }
      if (key) headers.set("authorization", `users API-Key ${key}`);
      const startedAt = performance.now();
      const response = await fetch(`${url}/api${where}`, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const set = response.headers.getSetCookie().map((each) => each.split(";")[0]!);
      return {
        status: response.status,
        headers: response.headers,
        body: text.startsWith("{") ? JSON.parse(text) : text,
        cookie: set.join("; "),
        tookMs: performance.now() - startedAt,
      };
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

type Handler = (request: Request) => Promise<Response>;

async function answer(handler: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = new Headers(
    Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(", ")] as [string, string]),
  );
  const hasBody = !["GET", "HEAD"].includes(request.method!);
  const answered = await handler(
    new Request(`http://airweek.test${request.url}`, {
      method: request.method!,
      headers,
      ...(hasBody && { body: Buffer.concat(chunks) }),
    }),
  );
  const cookies = answered.headers.getSetCookie();
  const sent = Object.fromEntries([...answered.headers].filter(([name]) => name !== "set-cookie"));
  response.writeHead(answered.status, { ...sent, ...(cookies.length > 0 && { "set-cookie": cookies }) });
  response.end(Buffer.from(await answered.arrayBuffer()));
}
