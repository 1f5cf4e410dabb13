import { everybody, givenDoors, planners, requestTo, signedIn, wish, type Who } from "./doors.test-kit";
import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { dayAt } from "@/domain/zone";
import type { Given } from "@/server/schedule/given/given.test-kit";
import { stationWeek } from "@/server/schedule/station-week";

type Asked = { readonly query?: string; readonly body?: unknown };

/** A route: who may, good input, whether it writes to LibreTime, and what it refuses. */
type Way = {
  readonly may: readonly Who[];
  readonly before?: (given: Given) => Promise<unknown>;
  readonly good?: (given: Given) => Asked;
  readonly writes?: true;
  readonly bad: readonly (readonly [what: string, asked: Asked, code: string])[];
};

const there = { episodeId: "b", scheduledAt: "2026-11-24T20:00:00Z" };
const plan = { showId: "a", ...there, scheduledEnd: "2026-11-24T21:00:00Z" };
const strange = ["x".repeat(10_000), "a\0b", "\ud800", { $ne: 1 }, ["a"]];
const noObject: Way["bad"] = [
  ["no JSON", { body: "{" }, "MALFORMED_REQUEST"],
  ["a list", { body: [] }, "MALFORMED_REQUEST"],
  ["null", { body: "null" }, "MALFORMED_REQUEST"],
  ["a text", { body: '"x"' }, "MALFORMED_REQUEST"],
  ["a form", { body: "a=b" }, "MALFORMED_REQUEST"],
  ["70 kB", { body: { x: "x".repeat(70_000) } }, "MALFORMED_REQUEST"],
  ["30 MB", { body: { x: "x".repeat(30_000_000) } }, "MALFORMED_REQUEST"],
  ["lists in lists", { body: "[".repeat(60_000) }, "MALFORMED_REQUEST"],
];
const badIds = (input: object, field: string): Way["bad"] =>
  strange.map((value) => [
    `${field} of ${JSON.stringify(value).slice(0, 12)}`,
    { body: { ...input, [field]: value } },
    "MALFORMED_REQUEST",
  ]);

/** Every route of ours, but for the two that lead to tables of their own. */
const ways: Readonly<Record<string, Way>> = {
  "GET /api/health/live": { may: everybody, bad: [] },
  "GET /api/health/ready": { may: everybody, bad: [] },
  "GET /api/metrics": { may: ["admin"], bad: [] },
  "GET /api/library/station-shows": {
    may: ["admin"],
    good: () => ({ query: "?q=night" }),
    bad: [
      ["an id of words", { query: "?ids=x" }, "MALFORMED_REQUEST"],
      ["a NUL", { query: "?q=%00" }, "MALFORMED_REQUEST"],
      ["10 kB of words", { query: `?q=${"x".repeat(10_000)}` }, "MALFORMED_REQUEST"],
    ],
  },
  "GET /api/library/tracks": {
    may: planners,
    good: () => ({ query: "?q=night" }),
    bad: [
      ["an id of words", { query: "?ids=1,x" }, "MALFORMED_REQUEST"],
      ["an id below one", { query: "?ids=-1" }, "MALFORMED_REQUEST"],
      ["a NUL", { query: "?q=%00" }, "MALFORMED_REQUEST"],
    ],
  },
  "GET /api/schedule/listSlots": {
    may: signedIn,
    good: () => ({ query: "?from=2026-11-24T00:00:00Z&to=2026-11-25T00:00:00Z" }),
    bad: [
      ["nothing", {}, "MISSING_FIELDS"],
      ["no times", { query: "?from=x&to=y" }, "INVALID_TIME"],
      ["half a character", { query: "?from=%E0&to=%E0" }, "INVALID_TIME"],
      ["43 days", { query: "?from=2026-11-01T00:00:00Z&to=2026-12-14T00:00:00Z" }, "INVALID_TIME_RANGE"],
    ],
  },
  "POST /api/schedule/planOne": {
    may: planners,
    writes: true,
    good: (given) => ({ body: wish(given) }),
    bad: [
      ...noObject,
      ["nothing", {}, "MISSING_FIELDS"],
      ["a prototype", { body: `{"__proto__":${JSON.stringify(plan)}}` }, "MISSING_FIELDS"],
      ["no offset", { body: { ...plan, scheduledAt: "2026-11-24T20:00:00" } }, "INVALID_TIME"],
      ["an end before its start", { body: { ...plan, scheduledEnd: "2026-11-24T19:00:00Z" } }, "INVALID_TIME_RANGE"],
      ...badIds(plan, "episodeId"),
      ...badIds(plan, "showId"),
      ...badIds(plan, "idempotencyKey"),
      ["SQL", { body: { ...plan, episodeId: "' OR 1=1 --" } }, "EPISODE_NOT_FOUND"],
    ],
  },
  "DELETE /api/schedule/unplanOne": {
    may: planners,
    writes: true,
    before: (given) => given.plan("night1", "20:00", "21:00"),
    good: ({ episodes }) => ({ body: { ...there, episodeId: episodes.night1 } }),
    bad: [
      ...noObject,
      ["nothing", {}, "MISSING_FIELDS"],
      ["no time", { query: "?episodeId=a&scheduledAt=now" }, "INVALID_TIME"],
      ["a NUL", { query: "?episodeId=%00a&scheduledAt=2026-11-24T20:00:00Z" }, "MALFORMED_REQUEST"],
      ...badIds(there, "episodeId"),
      ...badIds(there, "idempotencyKey"),
      ["SQL", { body: { ...there, episodeId: "' OR 1=1 --" } }, "EPISODE_NOT_FOUND"],
    ],
  },
};

/** tRPC's procedures and Payload's endpoints have tables of their own: `server/trpc/doors.test.ts`, `server/cms/ways-in.test-kit.ts`. */
const elsewhere = [
  "GET /api/trpc/[trpc]",
  "POST /api/trpc/[trpc]",
  ...["DELETE", "GET", "OPTIONS", "PATCH", "POST", "PUT"].map((method) => `${method} /api/[...slug]`),
];

type Route = (request: Request) => Promise<Response>;

/** Every method of every route file under `app/`. */
const routes: Readonly<Record<string, Route>> = Object.fromEntries(
  (
    await Promise.all(
      readdirSync("app", { recursive: true, encoding: "utf8" })
        .filter((file) => /(^|\/)route\.tsx?$/.test(file))
        .map(async (file) => {
          const exported = (await import(/* @vite-ignore */ path.resolve("app", file))) as Record<string, Route>;
          const address = `/${path
            .dirname(file)
            .split("/")
            .filter((part) => !/^\(.*\)$/.test(part))
            .join("/")}`;
          return Object.entries(exported)
            .filter(([name]) => /^[A-Z]+$/.test(name))
            .map(([method, route]) => [`${method} ${address}`, route] as const);
        }),
    )
  ).flat(),
);

test("every route is in the table, and the table has no other", () => {
  expect(Object.keys(routes).sort()).toEqual([...Object.keys(ways), ...elsewhere].sort());
});

describe.each(Object.entries(ways))("%s", (way, { may, before, good, writes, bad }) => {
  const [method, address] = way.split(" ") as [string, string];
  const ask = async (who: Who, asked: Asked) => {
    const response = await routes[way]!(requestTo(address, method, { who, ...asked }));
    const text = await response.text();
    return {
      status: response.status,
      text,
      code: text.startsWith("{") ? ((JSON.parse(text) as { code?: string }).code ?? null) : null,
    };
  };

  test(`is for ${may.join(", ")}; the others change nothing`, async () => {
    await using given = await givenDoors();
    await before?.(given);
    const station = await given.station.snapshot();
    for (const who of everybody.filter((each) => !may.includes(each))) {
      const told = who === "nobody" ? { status: 401, code: "UNAUTHENTICATED" } : { status: 403, code: "FORBIDDEN" };
      expect([who, await ask(who, good?.(given) ?? {}), await ask(who, { query: "?x=%00" })]).toMatchObject([
        who,
        told,
        told,
      ]);
    }
    expect(await given.station.snapshot()).toEqual(station);
  });

  test.each(may)(
    `by %s writes ${writes ? "to LibreTime" : "nothing to LibreTime"}, and tells no secret`,
    async (who) => {
      await using given = await givenDoors();
      await before?.(given);
      await given.station.clearRequests();
      const { status, text } = await ask(who, good?.(given) ?? {});
      expect([status, text]).toEqual([
        200,
        expect.not.stringMatching(
          new RegExp(
            [given.station.key, "key-of-the", "the password of", "@example.org", "a-secret-for-tests"].join("|"),
          ),
        ),
      ]);
      expect((await given.station.requests()).some((each) => each.method !== "GET")).toBe(writes === true);
    },
  );

  if (bad.length > 0) {
    test("refuses bad input with its code, and changes nothing", async () => {
      await using given = await givenDoors();
      await before?.(given);
      const [station, slots] = [await given.station.snapshot(), await given.slots()];
      for (const [what, asked, code] of bad) {
        expect([what, await ask(may.at(-1)!, asked)]).toMatchObject([
          what,
          { code, status: expect.toBeOneOf([400, 404]), text: expect.not.stringMatching(/stack|node_modules|\.ts:/) },
        ]);
      }
      expect([await given.station.snapshot(), await given.slots()]).toEqual([station, slots]);
    });
  }
});

test("what the station's page tells everybody names nobody, and has no way in", async () => {
  await using given = await givenDoors();
  await given.plan("night1", "20:00", "21:00", { idempotencyKey: "a-key-of-somebody" });
  const told = JSON.stringify(await stationWeek(given.deps, dayAt(given.deps.zone, given.deps.now())));
  expect(told).toContain("Night Flight");
  for (const secret of [
    given.station.key,
    given.station.url,
    "Ada the",
    "@example.org",
    "a-key-of-somebody",
    given.people.programmer.id,
  ])
    expect(told).not.toContain(secret);
});
