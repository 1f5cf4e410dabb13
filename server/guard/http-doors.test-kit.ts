import { readdirSync } from "node:fs";
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Readable } from "node:stream";
import { NextRequest } from "next/server";
import { proxy } from "@/proxy";
import { tellArrivals } from "./arrivals";
import { trustIn } from "./forwarded";

type Route = (request: Request) => Promise<Response>;

const files = (name: RegExp) =>
  readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => name.test(file));
const addressOf = (file: string) =>
  `/${path
    .dirname(file)
    .split("/")
    .filter((part) => !/^(\(.*\)|\.)$/.test(part))
    .join("/")}`;

/** Every page by its address, as the file system has them. */
export const pages: readonly string[] = files(/(^|\/)page\.tsx$/).map(addressOf);

/** Every method of every route file, `POST /api/trpc/[trpc]`. */
export async function routesOnDisk(): Promise<Readonly<Record<string, Route>>> {
  const all = await Promise.all(
    files(/(^|\/)route\.tsx?$/).map(async (file) => {
      const exported = (await import(/* @vite-ignore */ path.resolve("app", file))) as Record<string, Route>;
      return Object.entries(exported)
        .filter(([name]) => /^[A-Z]+$/.test(name))
        .map(([method, route]) => [`${method} ${addressOf(file)}`, route] as const);
    }),
  );
  return Object.fromEntries(all.flat());
}

export type Doors = AsyncDisposable & { readonly url: string; readonly reached: () => number };

/** The real guard and the real routes behind a real socket. A page answers 204: it is drawn by Next alone. */
export async function openDoors(trusted = ""): Promise<Doors> {
  const routes = await routesOnDisk();
  tellArrivals(trustIn(trusted)!);
  let reached = 0;
  const server = createServer((incoming, outgoing) => {
    void answer(incoming, routes, () => (reached += 1)).then(
      (response) => send(response, outgoing),
      (cause: unknown) => send(new Response(String(cause), { status: 599 }), outgoing),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reached: () => reached,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answer(
  incoming: IncomingMessage,
  routes: Readonly<Record<string, Route>>,
  reach: () => void,
): Promise<Response> {
  const { method = "GET", url = "/" } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  const headers = new Headers(
    Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(", ")]),
  );
  const chunks = hasBody ? await Readable.from(incoming).toArray() : [];
  const body = chunks.length > 0 ? Buffer.concat(chunks as Buffer[]) : undefined;
  const whole = `http://${incoming.headers.host}${url}`;
  const judged = await proxy(new NextRequest(whole, { method, headers, body }));
  if (!judged.headers.has("x-middleware-next")) return judged;
  const admitted = new Headers(
    (judged.headers.get("x-middleware-override-headers") ?? "")
      .split(",")
      .map((name): [string, string] => [name, judged.headers.get(`x-middleware-request-${name}`) ?? ""])
      .filter(([name]) => name !== ""),
  );
  reach();
  const route = routeFor(`${method} ${new URL(whole).pathname}`, routes);
  return route ? route(new Request(whole, { method, headers: admitted, body })) : new Response(null, { status: 204 });
}

/** Next's own order: what is written out, then one segment, then all of them. */
function routeFor(asked: string, routes: Readonly<Record<string, Route>>): Route | undefined {
  const fits = (way: string) =>
    new RegExp(`^${way.replace(/\[\.\.\.\w+\]/g, ".+").replace(/\[\w+\]/g, "[^/]+")}$`).test(asked);
  const found = Object.keys(routes)
    .filter(fits)
    .sort(
      (a, b) =>
        Number(a.includes("[")) + Number(a.includes("...")) - Number(b.includes("[")) - Number(b.includes("...")),
    );
  return routes[found[0] ?? ""];
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

export type Told = { readonly status: number; readonly code: string | null };

/** Asks with exactly these headers: `fetch` would write some of its own. */
export function askDoors(
  url: string,
  {
    method,
    headers,
    body,
  }: { readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string },
): Promise<Told> {
  return new Promise((resolve, reject) => {
    const sent = ask(
      url,
      {
        method,
        headers: { ...headers, ...(body !== undefined && { "content-length": String(Buffer.byteLength(body)) }) },
      },
      (response) => {
        response
          .setEncoding("utf8")
          .toArray()
          .then((chunks) => {
            const text = chunks.join("");
            const code = text.startsWith("{") ? ((JSON.parse(text) as { code?: string }).code ?? null) : null;
            resolve({ status: response.statusCode ?? 0, code });
          }, reject);
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
