import { givenStation, logged, type Given } from "@/server/schedule/given/given.test-kit";
import { describe, expect, test } from "vitest";
import { GET as listSlotsRoute } from "@/app/api/schedule/listSlots/route";
import { POST as planOneRoute } from "@/app/api/schedule/planOne/route";
import { DELETE as unplanOneRoute } from "@/app/api/schedule/unplanOne/route";
import { GET as trpcGet, POST as trpcPost } from "@/app/api/trpc/[trpc]/route";
import { httpStatus } from "@/domain/problems";
import type { Role } from "@/domain/roles";
import { getCms } from "@/server/cms/cms";
import type { Deps } from "@/server/schedule/deps";
import { trpcCode } from "./codes";
import { appRouter } from "./router";

const shared = globalThis as { airweekDeps?: Promise<Deps> };

/** A station behind the doors that the process serves. */
async function givenDoors(): Promise<Given> {
  const given = await givenStation();
  shared.airweekDeps = Promise.resolve(given.deps);
  return given;
}

type Who = Role | "nobody";
type Sent = { readonly who?: Who; readonly query?: string; readonly body?: unknown; readonly headers?: Record<string, string> };

function requestTo(path: string, method: string, { who = "programmer", query = "", body, headers = {} }: Sent): Request {
  const signed: Record<string, string> = who === "nobody" ? {} : { authorization: `users API-Key key-of-the-${who}` };
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  return new Request(`http://airweek.test${path}${query}`, { method, headers: { "content-type": "application/json", ...signed, ...headers }, ...(text === undefined ? {} : { body: text }) });
}

async function answer(response: Response | Promise<Response>): Promise<readonly [status: number, body: Record<string, unknown>]> {
  const given = await response;
  expect(given.headers.get("content-type")).toContain("application/json");
  return [given.status, (await given.json()) as Record<string, unknown>];
}

const planRest = (sent: Sent) => answer(planOneRoute(requestTo("/api/schedule/planOne", "POST", sent)));
const unplanRest = (sent: Sent) => answer(unplanOneRoute(requestTo("/api/schedule/unplanOne", "DELETE", sent)));
const listRest = (sent: Sent) => answer(listSlotsRoute(requestTo("/api/schedule/listSlots", "GET", sent)));

function wish({ shows, episodes }: Given, over: object = {}) {
  return { showId: shows.night, episodeId: episodes.night1, scheduledAt: "2026-11-24T20:00:00Z", scheduledEnd: "2026-11-24T21:00:00Z", ...over };
}

describe("REST", () => {
  test("plans, lists and unplans, with the answers that scripts rely on", async () => {
    await using given = await givenDoors();
    expect(await planRest({ body: wish(given) })).toEqual([200, { success: true, showId: 1, instanceId: 1, playoutId: 1, slotId: expect.any(String) }]);
    expect(await planRest({ body: wish(given) })).toMatchObject([200, { success: true, idempotent: true }]);
    expect(await listRest({ who: "viewer", query: "?from=2026-11-24T19:00:00Z&to=2026-11-24T22:00:00Z" })).toMatchObject([200, { slots: [{ kind: "planned", state: "on-libretime" }], gaps: [{}, {}], asOf: "2026-11-24T12:00:00Z", timeZone: "Europe/Paris" }]);
    const there = { episodeId: given.episodes.night1, scheduledAt: "2026-11-24T21:00:00+01:00" };
    expect(await unplanRest({ body: there })).toEqual([200, { success: true }]);
    expect(await unplanRest({ body: there })).toEqual([200, { success: true, noop: true }]);
    expect(await planRest({ body: wish(given, { dryRun: true }) })).toEqual([200, { success: true, dryRun: true, warnings: [] }]);
  });

  test("takes an unplan from the query string as well, a plus sign written as it is included", async () => {
    await using given = await givenDoors();
    await planRest({ body: wish(given) });
    expect(await unplanRest({ query: `?episodeId=${given.episodes.night1}&scheduledAt=2026-11-24T21:00:00+01:00` })).toEqual([200, { success: true }]);
    expect(await unplanRest({ query: `?episodeId=${given.episodes.night1}&scheduledAt=2026-11-24T20:00:00.000Z` })).toEqual([200, { success: true, noop: true }]);
    expect(await unplanRest({})).toMatchObject([400, { code: "MISSING_FIELDS" }]);
  });

  test("refuses with a code, a sentence and details, and names the first conflict for older clients", async () => {
    await using given = await givenDoors();
    const { playoutId } = await given.plan("night1", "20:00", "21:00");
    const [status, body] = await planRest({ body: wish(given, { scheduledAt: "2026-11-24T20:30:00Z", scheduledEnd: "2026-11-24T21:30:00Z" }) });
    expect([status, body]).toMatchObject([409, {
      success: false, code: "TRACK_OVERLAP", error: expect.stringMatching(/^[A-Z].*\.$/),
      details: { conflictingPlayoutId: playoutId, conflictingStart: "2026-11-24T20:00:00Z", conflictingEnd: "2026-11-24T21:00:00Z", conflicts: [{ kind: "track", foreign: false }] },
    }]);
  });

  test.each([
    ["no JSON", "{", 400, "MALFORMED_REQUEST"],
    ["an array", [], 400, "MALFORMED_REQUEST"],
    ["null", "null", 400, "MALFORMED_REQUEST"],
    ["a text", '"plan"', 400, "MALFORMED_REQUEST"],
    ["wrong types", { showId: {}, episodeId: [] }, 400, "MALFORMED_REQUEST"],
    ["nothing", undefined, 400, "MISSING_FIELDS"],
    ["an empty object", {}, 400, "MISSING_FIELDS"],
    ["a time without an offset", { showId: "a", episodeId: "b", scheduledAt: "2026-11-24T20:00:00", scheduledEnd: "2026-11-24T21:00:00Z" }, 400, "INVALID_TIME"],
    ["too much", `{"showId":"${"x".repeat(70_000)}"}`, 400, "MALFORMED_REQUEST"],
    ["an id that is none", { showId: "a", episodeId: "'; DROP TABLE slots; --", scheduledAt: "2026-11-24T20:00:00Z", scheduledEnd: "2026-11-24T21:00:00Z" }, 404, "EPISODE_NOT_FOUND"],
  ])("answers %s as JSON", async (_, body, status, code) => {
    await using given = await givenDoors();
    expect(await planRest({ body })).toMatchObject([status, { success: false, code, error: expect.any(String), details: {} }]);
    expect(await given.slots()).toEqual([]);
  });

  test("asks who you are before it reads what you send", async () => {
    await using given = await givenDoors();
    expect(await planRest({ who: "nobody", body: "{" })).toMatchObject([401, { success: false, code: "UNAUTHENTICATED" }]);
    expect(await planRest({ who: "viewer", body: "{" })).toMatchObject([403, { success: false, code: "FORBIDDEN" }]);
    expect(await unplanRest({ who: "host", body: "{" })).toMatchObject([403, { code: "FORBIDDEN" }]);
    expect(await listRest({ who: "nobody", query: "?from=x" })).toMatchObject([401, { code: "UNAUTHENTICATED" }]);
    expect(await planRest({ who: "nobody", headers: { authorization: "users API-Key guessed" }, body: wish(given) })).toMatchObject([401, { code: "UNAUTHENTICATED" }]);
  });

  test("takes Payload's session cookie, and lets admins and programmers plan", async () => {
    await using given = await givenDoors();
    const { email, password } = given.people.admin;
    const { token } = await (await getCms()).login({ collection: "users", data: { email, password } });
    expect(await planRest({ who: "nobody", headers: { cookie: `payload-token=${token}` }, body: wish(given) })).toMatchObject([200, { success: true }]);
  });
});

/** Calls a procedure as the browser does. */
async function trpc(given: Given, name: string, { who = "programmer", body }: { readonly who?: Who; readonly body?: unknown }) {
  const isQuery = appRouter._def.procedures[name as "listSlots"]._def.type === "query";
  const query = isQuery ? `?input=${encodeURIComponent(JSON.stringify(body))}` : "";
  const sent = requestTo(`/api/trpc/${name}`, isQuery ? "GET" : "POST", { who, query, ...(isQuery ? {} : { body }) });
  return answer(isQuery ? trpcGet(sent) : trpcPost(sent));
}

describe("tRPC", () => {
  test("plans and lists, with instants as texts", async () => {
    await using given = await givenDoors();
    expect(await trpc(given, "planOne", { body: wish(given) })).toMatchObject([200, { result: { data: { success: true, playoutId: 1 } } }]);
    expect(await trpc(given, "listSlots", { who: "host", body: { from: "2026-11-24T00:00:00Z", to: "2026-11-25T00:00:00Z" } })).toMatchObject([200, { result: { data: { slots: [{ startsAt: "2026-11-24T20:00:00Z" }] } } }]);
  });

  test("carries the problem, as REST does, and neither a stack nor an inner message", async () => {
    await using given = await givenDoors();
    await given.plan("night1", "20:00", "21:00");
    const [status, body] = await trpc(given, "planOne", { body: wish(given, { scheduledEnd: "2026-11-24T20:30:00Z" }) });
    const [, rest] = await planRest({ body: wish(given, { scheduledEnd: "2026-11-24T20:30:00Z" }) });
    const { success: _, ...problem } = rest;
    expect([status, body]).toMatchObject([409, { error: { message: problem["error"], data: { code: "CONFLICT", httpStatus: 409, problem } } }]);
    expect(JSON.stringify(body)).not.toMatch(/stack|node_modules|\.ts:/);
  });

  test.each([
    ["nothing", undefined, 400, "MALFORMED_REQUEST"],
    ["broken JSON", "{", 400, "MALFORMED_REQUEST"],
    ["an array", [], 400, "MALFORMED_REQUEST"],
    ["an empty object", {}, 400, "MISSING_FIELDS"],
    ["a time without an offset", { showId: "a", episodeId: "b", scheduledAt: "2026-11-24T20:00", scheduledEnd: "2026-11-24T21:00Z" }, 400, "INVALID_TIME"],
  ])("answers %s with its problem", async (_, body, status, code) => {
    await using given = await givenDoors();
    expect(await trpc(given, "planOne", { body })).toMatchObject([status, { error: { data: { problem: { code } } } }]);
    expect(await trpc(given, "planOne", { body, who: "nobody" })).toMatchObject([401, { error: { data: { problem: { code: "UNAUTHENTICATED" } } } }]);
  });

  test("what breaks on our side is INTERNAL, told in the log and not in the answer", async () => {
    await using given = await givenDoors();
    shared.airweekDeps = Promise.resolve({ ...given.deps, mirror: null as never });
    logged.length = 0;
    for (const [status, body] of [await trpc(given, "planOne", { body: wish(given) }), await planRest({ body: wish(given) })]) {
      expect([status, JSON.stringify(body)]).toEqual([500, expect.stringContaining('"code":"INTERNAL"')]);
      expect(JSON.stringify(body)).not.toMatch(/stack|mirror|null \(/);
    }
    expect(logged.join("")).toContain("Cannot read properties of null");
  });

  test("LibreTime's failure is told without its key", async () => {
    await using given = await givenDoors();
    await given.station.goAway();
    const answers = [await trpc(given, "planOne", { body: wish(given) }), await planRest({ body: wish(given) }), await listRest({ query: "?from=2026-11-24T19:00:00Z&to=2026-11-24T22:00:00Z" })];
    expect(answers.map(([status]) => status)).toEqual([503, 503, 503]);
    expect(JSON.stringify(answers)).not.toContain(given.station.key);
    expect(JSON.stringify(answers)).not.toContain(given.station.url);
  });

  test("gives every problem the status of the domain's table", () => {
    const statusOf = { UNAUTHORIZED: 401, FORBIDDEN: 403, BAD_REQUEST: 400, NOT_FOUND: 404, CONFLICT: 409, UNPROCESSABLE_CONTENT: 422, SERVICE_UNAVAILABLE: 503, BAD_GATEWAY: 502, INTERNAL_SERVER_ERROR: 500 };
    for (const [code, name] of Object.entries(trpcCode)) expect([code, statusOf[name]]).toEqual([code, httpStatus[code as keyof typeof httpStatus]]);
  });

  test("news reach whoever listens as soon as something was planned, and nobody hears of a refusal", async () => {
    await using given = await givenDoors();
    const stop = new AbortController();
    const news = await appRouter.createCaller({ actor: given.people.viewer, deps: given.deps }, { signal: stop.signal }).station.news();
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

/** Who may call what. Everything else is for everybody who is signed in; nothing is for nobody. */
const forPlanners = new Set(["planOne", "replaceOne", "moveOne", "unplanOne", "station.refresh", "library.tracks", "library.makeEpisode", "journal.history", "previewOne"]);

test("every procedure is closed to strangers, and what changes something to hosts and viewers", async () => {
  await using given = await givenDoors();
  for (const [name, procedure] of Object.entries(appRouter._def.procedures)) {
    const isChange = (procedure as { _def: { type: string } })._def.type === "mutation";
    for (const who of ["nobody", "viewer", "host", "programmer", "admin"] as const) {
      const caller = appRouter.createCaller({ actor: who === "nobody" ? null : given.people[who], deps: given.deps }, { signal: AbortSignal.timeout(1) });
      const call = name.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], caller) as (input: unknown) => Promise<unknown>;
      const code = await call({}).then(() => "let in", (cause: { code: string }) => cause.code);
      const isOut = who === "nobody" ? "UNAUTHORIZED" : (who === "viewer" || who === "host") && (isChange || forPlanners.has(name)) ? "FORBIDDEN" : null;
      expect([name, who, isOut ? code : ["UNAUTHORIZED", "FORBIDDEN"].includes(code)]).toEqual([name, who, isOut ?? false]);
    }
  }
});
