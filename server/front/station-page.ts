import { createHash } from "node:crypto";
import { gzip } from "node:zlib";
import { promisify } from "node:util";
import type { IncomingMessage, ServerResponse } from "node:http";
import { DatabaseUnreachable } from "@/server/database-unreachable";
import { answerHeaders } from "@/server/headers/answer-headers";
import { memoFor } from "./memo";
import { OWN_HEADER, ownToken } from "./own-request";

/** A page as everybody gets it. */
type Rendered = {
  readonly html: Buffer;
  readonly zipped: Buffer;
  readonly etag: string;
  readonly hashes: readonly string[];
};

/** How long one rendering is everybody's. */
const FRESH_SECONDS = 15;
/** Every week that a listener may look at, and the next seven days, before and after a midnight. */
const MOST_PAGES = 32;

export type StationPages = {
  readonly answer: (request: IncomingMessage, response: ServerResponse, monday: string | null) => Promise<void>;
  readonly drop: () => void;
};

type PagesOf = {
  readonly origin: () => string;
  readonly publicOrigin: string | null;
  /** Can the database be read? */
  readonly isReadable: () => Promise<boolean>;
};

/**
 * The listeners' page, rendered once for all who ask within fifteen seconds. Its scripts are allowed by their hashes:
 * a nonce that a cache keeps would be one that everybody knows, and a hash allows nothing but these very scripts.
 */
export function stationPages({ origin, publicOrigin, isReadable }: PagesOf): StationPages {
  const pages = memoFor<Rendered>({ ms: FRESH_SECONDS * 1000, most: MOST_PAGES });
  return {
    drop: pages.drop,
    answer: async (request, response, monday) => {
      const page = await pages.of(monday ?? "", async () => {
        if (!(await isReadable())) throw new DatabaseUnreachable();
        return render(`${origin()}/station${monday === null ? "" : `?week=${monday}`}`);
      });
      const cacheControl = `public, max-age=${FRESH_SECONDS}, stale-while-revalidate=${FRESH_SECONDS}`;
      const headers = answerHeaders({
        kind: "page",
        hashes: page.hashes,
        publicOrigin,
        cacheControl,
        referrerPolicy: "strict-origin-when-cross-origin",
      });
      for (const [name, value] of Object.entries({ ...headers, etag: page.etag, vary: "accept-encoding, rsc" }))
        response.setHeader(name, value);
      send(request, response, page);
    },
  };
}

function send({ method, headers }: IncomingMessage, response: ServerResponse, { html, zipped, etag }: Rendered): void {
  const known = (headers["if-none-match"] ?? "").split(",").map((each) => each.trim().replace(/^W\//, ""));
  if (known.includes(etag) || known.includes("*")) return void response.writeHead(304).end();
  const isZipped = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\b)/i.test([headers["accept-encoding"]].flat().join(","));
  const body = isZipped ? zipped : html;
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "content-length": body.length,
    ...(isZipped && { "content-encoding": "gzip" }),
  });
  response.end(method === "HEAD" ? undefined : body);
}

/** Asks this server for the page as nobody in particular. */
async function render(url: string): Promise<Rendered> {
  const answer = await fetch(url, {
    headers: { [OWN_HEADER]: ownToken(), accept: "text/html" },
    redirect: "manual",
    signal: AbortSignal.timeout(30_000),
  });
  const html = Buffer.from(await answer.arrayBuffer());
  if (answer.status !== 200) throw new Error(`/station: ${answer.status}`);
  return {
    html,
    zipped: await promisify(gzip)(html),
    etag: `"${createHash("sha256").update(html).digest("base64url").slice(0, 27)}"`,
    hashes: scriptHashes(html.toString()),
  };
}

/** The inline scripts of a page as a Content-Security-Policy names them. */
export function scriptHashes(html: string): readonly string[] {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/gi)].map(([, text = ""]) => text);
  return [...new Set(inline.map((text) => `sha256-${createHash("sha256").update(text).digest("base64")}`))];
}
