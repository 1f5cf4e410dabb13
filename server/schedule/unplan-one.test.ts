import { at, expectRefused, givenStation, stationShows, tracks } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { on, row } from "./given/foreign.test-kit";

describe("an unplan", () => {
  test("takes the row off, then our instance, and leaves LibreTime as it was before the plan", async () => {
    await using given = await givenStation();
    const before = await given.station.snapshot();
    await given.plan("night1", "20:00", "21:00");
    expect(
      await given.requestsOf(async () => expect(await given.unplan("night1", "20:00")).toEqual({ success: true })),
    ).toEqual([
      "GET /schedule/*",
      "GET /show-instances/*",
      "DELETE /schedule/*",
      "GET /schedule",
      "DELETE /show-instances/*",
    ]);
    expect(await given.station.snapshot()).toEqual(before);
    expect(await given.slots()).toEqual([]);
  });

  test("of nothing does nothing, asks LibreTime nothing, and says so; again the same", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    const before = await given.station.snapshot();
    expect(
      await given.requestsOf(async () =>
        expect(await given.unplan("night1", "20:01")).toEqual({ success: true, noop: true }),
      ),
    ).toEqual([]);
    expect(await given.unplan("night2", "20:00", { idempotencyKey: "k" })).toEqual({ success: true, noop: true });
    expect(await given.station.snapshot()).toEqual(before);
  });

  test("under its key gets the same answer, although the same was planned anew since", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    await given.unplan("night1", "20:00", { idempotencyKey: "k" });
    await given.plan("night1", "20:00", "21:00");
    expect(await given.unplan("night1", "20:00", { idempotencyKey: "k" })).toEqual({ success: true });
    expect(await given.heard()).toHaveLength(1);
  });

  test("keeps the instance in which somebody put a row, and the row, wherever in it", async () => {
    await using given = await givenStation();
    const { instanceId } = await given.plan("short", "20:00", "21:00");
    const theirs = await row(given, instanceId, "20:58", "21:00");
    expect(await given.unplan("short", "20:00")).toEqual({ success: true });
    expect(await given.station.snapshot()).toMatchObject({
      schedule: [{ id: theirs }],
      "show-instances": [{ id: instanceId }],
    });
  });

  test("of what LibreTime has lost already is a success", async () => {
    await using given = await givenStation();
    const { instanceId } = await given.plan("night1", "20:00", "21:00");
    await given.station.remove("show-instances", instanceId);
    expect(await given.unplan("night1", "20:00")).toEqual({ success: true });
    expect(await given.slots()).toEqual([]);
  });

  test("of what is on air is ON_AIR, of what has aired IN_THE_PAST", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    await given.setClock(at("20:59:59"));
    await expectRefused(given, "ON_AIR", () => given.unplan("night1", "20:00"));
    await given.setClock(at("21:00"));
    await expectRefused(given, "IN_THE_PAST", () => given.unplan("night1", "20:00"));
  });

  test("does not cut what is on air because somebody in LibreTime moved it there", async () => {
    await using given = await givenStation();
    const { instanceId, playoutId } = await given.plan("night1", "20:00", "21:00");
    await given.station.put("show-instances", {
      id: instanceId,
      show: stationShows.night,
      starts_at: on("11:30"),
      ends_at: on("12:30"),
    });
    await given.station.put("schedule", {
      id: playoutId,
      instance: instanceId,
      file: tracks.night1,
      starts_at: on("11:30"),
      ends_at: on("12:30"),
    });
    await expectRefused(given, "ON_AIR", () => given.unplan("night1", "20:00"));
  });

  test("finds its row where somebody in LibreTime moved it to, days away", async () => {
    await using given = await givenStation();
    const before = await given.station.snapshot();
    const { instanceId, playoutId } = await given.plan("night1", "20:00", "21:00");
    await given.station.put("show-instances", {
      id: instanceId,
      show: stationShows.night,
      starts_at: "2026-11-29T20:00:00Z",
      ends_at: "2026-11-29T21:00:00Z",
    });
    await given.station.put("schedule", {
      id: playoutId,
      instance: instanceId,
      file: tracks.night1,
      starts_at: "2026-11-29T20:00:00Z",
      ends_at: "2026-11-29T21:00:00Z",
    });
    await given.unplan("night1", "20:00");
    expect(await given.station.snapshot()).toEqual(before);
  });

  test("and a plan after it, in the same slot, is a plan", async () => {
    await using given = await givenStation();
    for (let round = 0; round < 3; round += 1) {
      expect(await given.plan("night1", "20:00", "21:00")).not.toHaveProperty("idempotent");
      expect(await given.unplan("night1", "20:00")).toEqual({ success: true });
    }
  });
});
