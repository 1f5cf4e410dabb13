import { logged } from "@/server/schedule/given/given.test-kit";
import { describe, expect, test } from "vitest";
import { httpStatus } from "@/domain/problems";
import { givenDoors, listRest, planRest, serveWith, trpc, wish } from "@/server/rest/doors.test-kit";
import { trpcCode } from "./codes";
import { appRouter } from "./router";

describe("tRPC", () => {
  test("plans and lists, with instants as texts", async () => {
    await using given = await givenDoors();
    expect(await trpc("planOne", { body: wish(given) })).toMatchObject([
      200,
      { result: { data: { success: true, playoutId: 1 } } },
    ]);
    expect(
      await trpc("listSlots", { who: "host", body: { from: "2026-11-24T00:00:00Z", to: "2026-11-25T00:00:00Z" } }),
    ).toMatchObject([200, { result: { data: { slots: [{ startsAt: "2026-11-24T20:00:00Z" }] } } }]);
  });

  test("carries the problem, as REST does, and neither a stack nor an inner message", async () => {
    await using given = await givenDoors();
    await given.plan("night1", "20:00", "21:00");
    const [status, body] = await trpc("planOne", { body: wish(given, { scheduledEnd: "2026-11-24T20:30:00Z" }) });
    const [, rest] = await planRest({ body: wish(given, { scheduledEnd: "2026-11-24T20:30:00Z" }) });
    const { success: _, ...problem } = rest;
    expect([status, body]).toMatchObject([
      409,
      { error: { message: problem["error"], data: { code: "CONFLICT", httpStatus: 409, problem } } },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/stack|node_modules|\.ts:/);
  });

  test.each([
    ["nothing", undefined, 400, "MALFORMED_REQUEST"],
    ["broken JSON", "{", 400, "MALFORMED_REQUEST"],
    ["an array", [], 400, "MALFORMED_REQUEST"],
    ["an empty object", {}, 400, "MISSING_FIELDS"],
    [
      "a time without an offset",
      { showId: "a", episodeId: "b", scheduledAt: "2026-11-24T20:00", scheduledEnd: "2026-11-24T21:00Z" },
      400,
      "INVALID_TIME",
    ],
  ])("answers %s with its problem", async (_, body, status, code) => {
    await using _given = await givenDoors();
    expect(await trpc("planOne", { body })).toMatchObject([status, { error: { data: { problem: { code } } } }]);
    expect(await trpc("planOne", { body, who: "nobody" })).toMatchObject([
      401,
      { error: { data: { problem: { code: "UNAUTHENTICATED" } } } },
    ]);
  });

  test("what breaks on our side is INTERNAL, told in the log and not in the answer", async () => {
    await using given = await givenDoors();
    serveWith({ ...given.deps, mirror: null as never });
    logged.length = 0;
    for (const [status, body] of [
      await trpc("planOne", { body: wish(given) }),
      await planRest({ body: wish(given) }),
    ]) {
      expect([status, JSON.stringify(body)]).toEqual([500, expect.stringContaining('"code":"INTERNAL"')]);
      expect(JSON.stringify(body)).not.toMatch(/stack|mirror|null \(/);
    }
    expect(logged.join("")).toContain("Cannot read properties of null");
  });

  test("LibreTime's failure is told without its key", async () => {
    await using given = await givenDoors();
    await given.station.goAway();
    const answers = [
      await trpc("planOne", { body: wish(given) }),
      await planRest({ body: wish(given) }),
      await listRest({ query: "?from=2026-11-24T19:00:00Z&to=2026-11-24T22:00:00Z" }),
    ];
    expect(answers.map(([status]) => status)).toEqual([503, 503, 503]);
    expect(JSON.stringify(answers)).not.toContain(given.station.key);
    expect(JSON.stringify(answers)).not.toContain(given.station.url);
  });

  test("gives every problem the status of the domain's table", () => {
    const statusOf = {
      UNAUTHORIZED: 401,
      FORBIDDEN: 403,
      BAD_REQUEST: 400,
      NOT_FOUND: 404,
      CONFLICT: 409,
      UNPROCESSABLE_CONTENT: 422,
      TOO_MANY_REQUESTS: 429,
      SERVICE_UNAVAILABLE: 503,
      BAD_GATEWAY: 502,
      INTERNAL_SERVER_ERROR: 500,
    };
    for (const [code, name] of Object.entries(trpcCode))
      expect([code, statusOf[name]]).toEqual([code, httpStatus[code as keyof typeof httpStatus]]);
  });

  test("news reach whoever listens as soon as something was planned, and nobody hears of a refusal", async () => {
    await using given = await givenDoors();
    const stop = new AbortController();
    const news = await appRouter
      .createCaller(
        { actor: given.people.viewer, again: async () => given.people.viewer, deps: given.deps },
        { signal: stop.signal },
      )
      .station.news();
    const first = news[Symbol.asyncIterator]().next();
    const heard: string[] = [];
    given.deps.news.subscribe(({ kind }) => heard.push(kind));
    await given.plan("night1", "20:00", "21:00");
    await given.plan("night2", "20:00", "21:00").catch(() => undefined);
    expect(await first).toMatchObject({ value: expect.arrayContaining([{ kind: "slots-changed" }]) });
    expect(heard).toEqual(["slots-changed"]);
    stop.abort();
  });
});
