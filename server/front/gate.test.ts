import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, request as ask, type IncomingHttpHeaders, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { CalendarDay } from "@/domain/zone";
import { createGate } from "./gate";
import { OWN_HEADER, ownToken } from "./own-request";
import { knownKeys } from "./signed-in";
import { scriptHashes, stationPages } from "./station-page";

const secret = "what signs sessions";

/** A server with a gate before it; what lies behind counts what it was asked. */
async function gated(
  behind: RequestListener = (_request, response) => response.end("<p>here</p>"),
  { isShared = true, isReadable = async () => true } = {},
) {
  const asked: string[] = [];
  // A machine that is busy takes longer for a flood than a window is long.
  let at = 0;
  const server = createServer();
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const keys = knownKeys(async (authorization) => authorization === "users API-Key good");
  const station = isShared ? stationPages({ origin, publicOrigin: null, isReadable }) : null;
  const gate = createGate({
    station,
    today: () => "2026-11-24" as CalendarDay,
    secret,
    keys,
    isReadable,
    now: () => at,
  });
  server.on("request", (request, response) =>
    gate(request, response, () => {
      asked.push(request.url!);
      behind(request, response);
    }),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const get = (path: string, headers: Readonly<Record<string, string>> = {}, method = "GET") =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
      ask(origin(), { path, method, headers, agent: false }, (response) => {
        void buffer(response).then(
          (body) => resolve({ status: response.statusCode!, headers: response.headers, body }),
          reject,
        );
      })
        .on("error", reject)
        .end();
    });
  const many = async (count: number, path: string, headers?: Readonly<Record<string, string>>) => {
    const all = await Promise.all(Array.from({ length: count }, () => get(path, headers)));
    return {
      granted: all.filter(({ status }) => status === 200).length,
      refused: all.filter(({ status }) => status === 429),
    };
  };
  return {
    asked,
    station,
    get,
    many,
    later: (ms: number) => void (at += ms),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function token(claims: object, by = secret): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "HS256" })}.${part(claims)}`;
  return `${text}.${createHmac("sha256", by).update(text).digest("base64url")}`;
}
const soon = Math.floor(Date.now() / 1000) + 60;

test("the listeners' page is rendered once for all who ask, by nobody in particular, and again when it may have changed", async () => {
  await using front = await gated((request, response) =>
    response.end(
      `<p>${String(request.headers[OWN_HEADER] === ownToken() && request.headers.cookie === undefined)}</p><script>go()</script>`,
    ),
  );
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) => front.get("/station", index % 2 ? { cookie: "payload-token=x" } : {})),
  );
  expect(new Set(answers.map(({ status, body }) => `${status} ${String(body)}`))).toEqual(
    new Set(["200 <p>true</p><script>go()</script>"]),
  );
  expect(front.asked).toEqual(["/station"]);
  front.station!.drop();
  await front.get("/station");
  expect(front.asked).toHaveLength(2);
});

test("it may be kept for fifteen seconds, and its scripts are allowed by what they are", async () => {
  await using front = await gated((_request, response) => response.end("<script>go()</script>"));
  const { headers, body } = await front.get("/station");
  expect(headers["cache-control"]).toBe("public, max-age=15, stale-while-revalidate=15");
  expect(headers["content-security-policy"]).toContain(`script-src 'self' '${scriptHashes(String(body))[0]}'`);
  expect(headers["content-security-policy"]).not.toMatch(/nonce|script-src[^;]*unsafe-inline/);
  expect((await front.get("/station", { "if-none-match": `W/${headers.etag}` })).status).toBe(304);
  const zipped = await front.get("/station", { "accept-encoding": "br, gzip" });
  expect([zipped.headers["content-encoding"], zipped.headers.vary]).toEqual(["gzip", "accept-encoding, rsc"]);
  expect(await front.get("/station", {}, "HEAD")).toMatchObject({ status: 200, body: Buffer.alloc(0) });
});

test("weeks that nobody may look at cost no page of their own, and nothing but the week makes one", async () => {
  await using front = await gated();
  for (const query of [
    "week=1999-01-04",
    "week=2999-01-07",
    "week=nonsense",
    "a=1",
    "a=2",
    "week=2026-11-30&week=2026-12-07",
  ])
    await front.get(`/station?${query}`);
  for (const day of ["2026-11-30", "2026-12-01", "2026-12-06"]) await front.get(`/station?week=${day}`);
  expect(front.asked).toEqual(["/station", "/station?week=2026-11-30"]);
});

test("a page that could not be rendered is not kept, and whoever asked is passed on", async () => {
  let isBroken = true;
  await using front = await gated((request, response) =>
    response.writeHead(isBroken && request.headers[OWN_HEADER] ? 500 : 200).end("page"),
  );
  expect(await front.get("/station")).toMatchObject({ status: 200 });
  expect(front.asked).toEqual(["/station", "/station"]);
  isBroken = false;
  expect((await front.get("/station")).headers["cache-control"]).toMatch(/^public/);
});

test("where the week is for people of the station, nothing of it is shared", async () => {
  await using front = await gated(undefined, { isShared: false });
  expect((await front.get("/station")).headers["cache-control"]).toBeUndefined();
  await front.get("/station");
  expect(front.asked).toHaveLength(2);
});

test("a flood of one network's is counted, and told when to come again", async () => {
  await using front = await gated();
  const { granted, refused } = await front.many(2_000, "/login", { "x-forwarded-for": "203.0.113.9" });
  expect([granted, refused.length]).toEqual([300, 1_700]);
  expect(refused[0]!.headers).toMatchObject({
    "retry-after": expect.stringMatching(/^([1-9]|10)$/),
    refresh: expect.any(String),
    "cache-control": "no-store",
  });
  const api = await front.get("/api/schedule/listSlots", { "x-forwarded-for": "203.0.113.9" });
  expect(JSON.parse(String(api.body))).toMatchObject({ success: false, code: "TOO_MANY_REQUESTS" });
  for (const other of ["203.0.113.10", "2001:db8::1"])
    expect((await front.get("/login", { "x-forwarded-for": other })).status).toBe(200);
  front.later(10_000);
  expect((await front.get("/login", { "x-forwarded-for": "203.0.113.9" })).status).toBe(200);
}, 60_000);

test("the /64 of an IPv6 customer is one network", async () => {
  await using front = await gated();
  expect((await front.many(300, "/login", { "x-forwarded-for": "2001:db8:0:1::1" })).granted).toBe(300);
  expect((await front.get("/login", { "x-forwarded-for": "2001:db8:0:1:ffff::2" })).status).toBe(429);
});

test("health is free, and so is who is signed in; what only looks like it is not", async () => {
  await using front = await gated();
  await front.many(301, "/login");
  const status = async (path: string, headers?: Readonly<Record<string, string>>) =>
    (await front.get(path, headers)).status;
  expect([
    await status("/api/health/live"),
    await status("/api/health/ready?x=1"),
    await status("/_next/static/a.js"),
  ]).toEqual([200, 200, 200]);
  expect(await status("/api/healthy")).toBe(429);
  expect(await status("/", { cookie: `a=b; payload-token=${token({ exp: soon })}` })).toBe(200);
  expect(await status("/", { authorization: `JWT ${token({ exp: soon })}` })).toBe(200);
  for (const fake of [
    token({ exp: soon }, "another"),
    token({ exp: 1 }),
    token({}),
    "a.b.c",
    "x",
    `${token({ exp: soon })}.x`,
  ])
    expect(await status("/", { cookie: `payload-token=${fake}` })).toBe(429);
  expect(await status("/", { [OWN_HEADER]: "guessed" })).toBe(429);
});

test("a program with a good key is counted until it is known, and one with a bad key always", async () => {
  await using front = await gated();
  await front.get("/api/shows", { authorization: "users API-Key good", "x-forwarded-for": "203.0.113.1" });
  expect(
    (await front.many(400, "/api/shows", { authorization: "users API-Key good", "x-forwarded-for": "203.0.113.1" }))
      .granted,
  ).toBe(400);
  expect(
    (await front.many(400, "/api/shows", { authorization: "users API-Key bad", "x-forwarded-for": "203.0.113.2" }))
      .granted,
  ).toBe(300);
});

test("a few of a network's run at once, in their order; another network's does not wait for them", async () => {
  const held: (() => void)[] = [];
  await using front = await gated((request, response) => {
    if (request.headers["x-forwarded-for"] === "203.0.113.9") held.push(() => response.end());
    else response.end();
  });
  const all = Array.from({ length: 20 }, () => front.get("/login", { "x-forwarded-for": "203.0.113.9" }));
  await expect.poll(() => held.length).toBe(6);
  expect((await front.get("/login", { "x-forwarded-for": "203.0.113.10" })).status).toBe(200);
  expect(held).toHaveLength(6);
  for (let done = 0; done < 20; done += 1) {
    await expect.poll(() => held.length).toBeGreaterThan(done);
    held[done]!();
  }
  expect((await Promise.all(all)).map(({ status }) => status)).toEqual(Array(20).fill(200));
});

test("what is rendered for nobody lets everybody else arrive first, so that health does not wait behind a crowd of pages", async () => {
  await using front = await gated();
  const crowd = front.many(250, "/login");
  const health = front.get("/api/health/live");
  await Promise.all([crowd, health]);
  expect(front.asked.indexOf("/api/health/live")).toBeLessThan(25);
});

test.each([
  ["GET", "/%E0%A4%A", 400],
  ["GET", "/api/shows/%", 400],
  ["GET", "/_next/static/%E0", 400],
  ["POST", "/api/trpc/%ff", 400],
  ["OPTIONS", "*", 400],
  ["TRACE", "/", 405],
  ["PROPFIND", "/api/users", 405],
])("%s %s is refused before Next, which would fail at it", async (method, path, status) => {
  await using front = await gated();
  const answer = await front.get(path, { authorization: "users API-Key good" }, method);
  expect(answer.status).toBe(status);
  expect(JSON.parse(String(answer.body))).toMatchObject({ success: false, code: "MALFORMED_REQUEST" });
  expect(front.asked).toEqual([]);
});

test("an address of any characters is Next's to answer", async () => {
  await using front = await gated();
  for (const path of ["/%C3%A9", "/?q=%E0%A4%A", "/api/shows?where[title][like]=100%"])
    expect((await front.get(path)).status).toBe(200);
});

test("while the database cannot be read a page says so and asks again, a door is asked, and what is kept is given on", async () => {
  let isThere = true;
  await using front = await gated(undefined, { isReadable: async () => isThere });
  expect((await front.get("/station")).status).toBe(200);
  isThere = false;
  const asked = front.asked.length;
  for (const path of ["/", "/login", "/admin/collections/shows", "/station-changed", "/nowhere"]) {
    for (const cookie of ["", `payload-token=${token({ exp: soon })}`]) {
      const { status, headers, body } = await front.get(path, { cookie });
      expect([path, status, headers["content-type"], headers["retry-after"], headers["refresh"]]).toEqual([
        path,
        503,
        "text/plain; charset=utf-8",
        "5",
        "5",
      ]);
      expect([headers["cache-control"], String(body)]).toEqual([
        "no-store",
        expect.stringMatching(/^The database does not answer/),
      ]);
    }
  }
  expect((await front.get("/station?week=2026-11-16")).status).toBe(503);
  expect(front.asked).toHaveLength(asked);
  expect((await front.get("/station")).status).toBe(200);
  for (const path of ["/api/schedule/listSlots", "/api/health/ready", "/_next/static/a.js"])
    expect((await front.get(path)).status).toBe(200);
  isThere = true;
  expect((await front.get("/login")).status).toBe(200);
});
