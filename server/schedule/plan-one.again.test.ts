import { at, expectRefused, givenStation, refused, tracks } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { getCms } from "@/server/cms/cms";
import { planOneInput } from "./inputs";
import { planOne } from "./plan-one";

describe("the same again", () => {
  test("is a success, and nothing is written", async () => {
    await using given = await givenStation();
    const first = await given.plan("short", "20:00", "21:00");
    const before = await given.station.snapshot();
    expect(
      await given.requestsOf(async () =>
        expect(await given.plan("short", "20:00", "21:00")).toEqual({ ...first, idempotent: true }),
      ),
    ).toEqual(["GET /schedule/*", "GET /show-instances/*"]);
    expect(await given.station.snapshot()).toEqual(before);
    expect(await given.slots()).toHaveLength(1);
  });

  test("is written anew when it has gone from LibreTime", async () => {
    await using given = await givenStation();
    const first = await given.plan("night1", "20:00", "21:00");
    await given.station.remove("schedule", first.playoutId);
    const second = await given.plan("night1", "20:00", "21:00");
    expect(second).not.toHaveProperty("idempotent");
    expect(await given.slots()).toMatchObject([{ playoutId: second.playoutId, instanceId: second.instanceId }]);
    expect((await given.station.snapshot())["show-instances"]).toHaveLength(1);
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
  });

  test("is written anew when its instance has gone too", async () => {
    await using given = await givenStation();
    const { instanceId } = await given.plan("night1", "20:00", "21:00");
    await given.station.remove("show-instances", instanceId);
    await given.plan("night1", "20:00", "21:00");
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
    expect(await given.slots()).toHaveLength(1);
  });

  test("is a conflict with itself when somebody has moved it in LibreTime, whose doing stays", async () => {
    await using given = await givenStation();
    const { instanceId, playoutId } = await given.plan("night1", "20:00", "21:00");
    await given.station.put("show-instances", {
      id: instanceId,
      show: 1,
      starts_at: "2026-11-24T22:00:00Z",
      ends_at: "2026-11-24T23:00:00Z",
    });
    await given.station.put("schedule", {
      id: playoutId,
      instance: instanceId,
      file: 1,
      starts_at: "2026-11-24T22:00:00Z",
      ends_at: "2026-11-24T23:00:00Z",
    });
    await expectRefused(given, "TRACK_OVERLAP", () => given.plan("night1", "20:00", "21:00"));
  });

  test.each([
    ["earlier", "20:30"],
    ["later", "21:30"],
  ])("with an end that is %s is TRACK_OVERLAP: a resize is a move", async (_, end) => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    expect(await expectRefused(given, "TRACK_OVERLAP", () => given.plan("night1", "20:00", end))).toMatchObject({
      conflicts: [{ kind: "track", foreign: false }],
    });
  });

  test("is no success when the episode has another track by now: what is heard is the old one", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    const cms = await getCms();
    await cms.update({
      collection: "episodes",
      id: given.episodes.night1,
      data: { libretimeTrackId: tracks.night2 },
      overrideAccess: true,
    });
    try {
      await expectRefused(given, "SLOT_OVERLAP", () => given.plan("night1", "20:00", "21:00"));
    } finally {
      await cms.update({
        collection: "episodes",
        id: given.episodes.night1,
        data: { libretimeTrackId: tracks.night1 },
        overrideAccess: true,
      });
    }
  });
});

describe("under an idempotency key", () => {
  test("the same gets the same answer, also when its time has come", async () => {
    await using given = await givenStation();
    const first = await given.plan("short", "20:00", "21:00", { idempotencyKey: "k1" });
    await given.setClock(at("20:10"));
    const before = await given.station.snapshot();
    expect(
      await given.requestsOf(async () =>
        expect(await given.plan("short", "20:00", "21:00", { idempotencyKey: "k1" })).toEqual(first),
      ),
    ).toEqual([]);
    expect(await given.station.snapshot()).toEqual(before);
  });

  test("two at once are one act with one answer", async () => {
    await using given = await givenStation();
    const [one, two] = await Promise.all(
      [1, 2].map(() => given.plan("night1", "20:00", "21:00", { idempotencyKey: "k1" })),
    );
    expect(two).toEqual(one);
    expect((await given.station.snapshot()).schedule).toHaveLength(1);
  });

  test("a move gets the same answer, although the slot that it moved is gone", async () => {
    await using given = await givenStation();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    const first = await given.move(slotId, "22:00", "23:00", { idempotencyKey: "k1" });
    expect(await given.move(slotId, "22:00", "23:00", { idempotencyKey: "k1" })).toEqual(first);
  });

  test("a move sent twice at once is one move with one answer", async () => {
    await using given = await givenStation();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    const [one, two] = await Promise.all(
      [1, 2].map(() => given.move(slotId, "22:00", "23:00", { idempotencyKey: "k1" })),
    );
    expect(two).toEqual(one);
    expect(await given.heard()).toEqual(["22:00–23:00 Night Flight #1"]);
  });

  test("another input, or another act, is refused; another person's key is another key", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00", { idempotencyKey: "k1" });
    await expectRefused(given, "IDEMPOTENCY_KEY_REUSED", () =>
      given.plan("night1", "20:00", "21:30", { idempotencyKey: "k1" }),
    );
    await expectRefused(given, "IDEMPOTENCY_KEY_REUSED", () =>
      given.unplan("night1", "20:00", { idempotencyKey: "k1" }),
    );
    const input = planOneInput.parse({
      showId: given.shows.night,
      episodeId: given.episodes.night2,
      scheduledAt: "2026-11-24T21:00:00Z",
      scheduledEnd: "2026-11-24T22:00:00Z",
      idempotencyKey: "k1",
    });
    expect(await planOne(given.deps, given.people.admin, input)).toMatchObject({ success: true });
  });

  test("a refusal is the same refusal, even when the time is free by now", async () => {
    await using given = await givenStation();
    await given.plan("night2", "20:00", "21:00");
    const first = await expectRefused(given, "SLOT_OVERLAP", () =>
      given.plan("night1", "20:30", "21:30", { idempotencyKey: "k1" }),
    );
    await given.unplan("night2", "20:00");
    expect(JSON.stringify(await refused(given.plan("night1", "20:30", "21:30", { idempotencyKey: "k1" })))).toBe(
      JSON.stringify(first),
    );
  });

  test("what failed because LibreTime was away is tried again", async () => {
    await using given = await givenStation();
    await given.station.goAway();
    expect((await refused(given.plan("night1", "20:00", "21:00", { idempotencyKey: "k1" }))).code).toBe(
      "LIBRETIME_UNREACHABLE",
    );
    await given.station.comeBack();
    expect(await given.plan("night1", "20:00", "21:00", { idempotencyKey: "k1" })).toMatchObject({ success: true });
    expect(await given.lastOperation()).toMatchObject({ state: "done" });
  });

  test("what was refused for another act of which nobody knew is tried again, and once it is done it is done once", async () => {
    await using given = await givenStation();
    await given.station.fault({ route: "GET /schedule", kind: "500", nth: 2, times: "always" });
    expect((await refused(given.plan("night1", "20:00", "21:00"))).code).toBe("OUTCOME_UNKNOWN");
    for (let times = 0; times < 2; times += 1) {
      expect((await refused(given.unplan("night1", "20:00", { idempotencyKey: "k1" }))).code).toBe("OUTCOME_UNKNOWN");
      expect(await given.lastOperation()).toMatchObject({ kind: "unplan", state: "refused", steps: [] });
    }
    await given.station.clearFaults();
    expect(await given.unplan("night1", "20:00", { idempotencyKey: "k1" })).toEqual({ success: true });
    expect(await given.heard()).toEqual([]);
    await given.plan("night1", "20:00", "21:00");
    expect(await given.unplan("night1", "20:00", { idempotencyKey: "k1" })).toEqual({ success: true });
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
  });
});
