import { givenDoors, listRest, planRest, unplanRest, wish } from "./doors.test-kit";
import { describe, expect, test } from "vitest";
import { sessionOf } from "@/server/cms/sign-in/session.test-kit";

describe("REST", () => {
  test("plans, lists and unplans, with the answers that scripts rely on", async () => {
    await using given = await givenDoors();
    expect(await planRest({ body: wish(given) })).toEqual([
      200,
      { success: true, showId: 1, instanceId: 1, playoutId: 1, slotId: expect.any(String) },
    ]);
    expect(await planRest({ body: wish(given) })).toMatchObject([200, { success: true, idempotent: true }]);
    expect(
      await listRest({ who: "viewer", query: "?from=2026-11-24T19:00:00Z&to=2026-11-24T22:00:00Z" }),
    ).toMatchObject([
      200,
      {
        slots: [{ kind: "planned", state: "on-libretime" }],
        gaps: [{}, {}],
        asOf: "2026-11-24T12:00:00Z",
        timeZone: "Europe/Paris",
      },
    ]);
    const there = { episodeId: given.episodes.night1, scheduledAt: "2026-11-24T21:00:00+01:00" };
    expect(await unplanRest({ body: there })).toEqual([200, { success: true }]);
    expect(await unplanRest({ body: there })).toEqual([200, { success: true, noop: true }]);
    expect(await planRest({ body: wish(given, { dryRun: true }) })).toEqual([
      200,
      { success: true, dryRun: true, warnings: [] },
    ]);
  });

  test("takes an unplan from the query string as well, a plus sign written as it is included", async () => {
    await using given = await givenDoors();
    await planRest({ body: wish(given) });
    expect(
      await unplanRest({ query: `?episodeId=${given.episodes.night1}&scheduledAt=2026-11-24T21:00:00+01:00` }),
    ).toEqual([200, { success: true }]);
    expect(
      await unplanRest({ query: `?episodeId=${given.episodes.night1}&scheduledAt=2026-11-24T20:00:00.000Z` }),
    ).toEqual([200, { success: true, noop: true }]);
    expect(await unplanRest({})).toMatchObject([400, { code: "MISSING_FIELDS" }]);
  });

  test("refuses with a code, a sentence and details, and names the first conflict for older clients", async () => {
    await using given = await givenDoors();
    const { playoutId } = await given.plan("night1", "20:00", "21:00");
    const [status, body] = await planRest({
      body: wish(given, { scheduledAt: "2026-11-24T20:30:00Z", scheduledEnd: "2026-11-24T21:30:00Z" }),
    });
    expect([status, body]).toMatchObject([
      409,
      {
        success: false,
        code: "TRACK_OVERLAP",
        error: expect.stringMatching(/^[A-Z].*\.$/),
        details: {
          conflictingPlayoutId: playoutId,
          conflictingStart: "2026-11-24T20:00:00Z",
          conflictingEnd: "2026-11-24T21:00:00Z",
          conflicts: [{ kind: "track", foreign: false }],
        },
      },
    ]);
  });

  test.each([
    ["no JSON", "{", 400, "MALFORMED_REQUEST"],
    ["an array", [], 400, "MALFORMED_REQUEST"],
    ["null", "null", 400, "MALFORMED_REQUEST"],
    ["a text", '"plan"', 400, "MALFORMED_REQUEST"],
    ["wrong types", { showId: {}, episodeId: [] }, 400, "MALFORMED_REQUEST"],
    ["nothing", undefined, 400, "MISSING_FIELDS"],
    ["an empty object", {}, 400, "MISSING_FIELDS"],
    [
      "a time without an offset",
      { showId: "a", episodeId: "b", scheduledAt: "2026-11-24T20:00:00", scheduledEnd: "2026-11-24T21:00:00Z" },
      400,
      "INVALID_TIME",
    ],
    ["too much", `{"showId":"${"x".repeat(70_000)}"}`, 400, "MALFORMED_REQUEST"],
    [
      "an id that is none",
      {
        showId: "a",
        episodeId: "'; DROP TABLE slots; --",
        scheduledAt: "2026-11-24T20:00:00Z",
        scheduledEnd: "2026-11-24T21:00:00Z",
      },
      404,
      "EPISODE_NOT_FOUND",
    ],
  ])("answers %s as JSON", async (_, body, status, code) => {
    await using given = await givenDoors();
    expect(await planRest({ body })).toMatchObject([
      status,
      { success: false, code, error: expect.any(String), details: {} },
    ]);
    expect(await given.slots()).toEqual([]);
  });

  test("asks who you are before it reads what you send", async () => {
    await using given = await givenDoors();
    expect(await planRest({ who: "nobody", body: "{" })).toMatchObject([
      401,
      { success: false, code: "UNAUTHENTICATED" },
    ]);
    expect(await planRest({ who: "viewer", body: "{" })).toMatchObject([403, { success: false, code: "FORBIDDEN" }]);
    expect(await unplanRest({ who: "host", body: "{" })).toMatchObject([403, { code: "FORBIDDEN" }]);
    expect(await listRest({ who: "nobody", query: "?from=x" })).toMatchObject([401, { code: "UNAUTHENTICATED" }]);
    expect(
      await planRest({ who: "nobody", headers: { authorization: "users API-Key guessed" }, body: wish(given) }),
    ).toMatchObject([401, { code: "UNAUTHENTICATED" }]);
  });

  test("takes Payload's session cookie, and lets admins and programmers plan", async () => {
    await using given = await givenDoors();
    const { email, password } = given.people.admin;
    const cookie = await sessionOf({ email, password });
    expect(await planRest({ who: "nobody", headers: { cookie }, body: wish(given) })).toMatchObject([
      200,
      { success: true },
    ]);
  });
});
