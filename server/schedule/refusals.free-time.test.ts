import { expectRefused, givenStation, stationShows, type Given } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { foreign, on, row } from "./given/foreign.test-kit";

describe("a time is free", () => {
  test("back to back, on both sides", async () => {
    await using given = await givenStation();
    await row(given, await foreign(given, "19:00", "20:00"), "19:00", "20:00");
    await given.plan("night2", "21:00", "22:00");
    expect(await given.plan("night1", "20:00", "21:00")).toMatchObject({ success: true });
  });

  test("next to fractions of a second, which playout drops", async () => {
    await using given = await givenStation();
    await row(given, await foreign(given, "19:00", "20:00:00.9"), "19:00", "20:00:00.9");
    await row(given, await foreign(given, "21:00:00.4", "22:00"), "21:00:00.4", "22:00");
    expect(await given.plan("night1", "20:00", "21:00")).toMatchObject({ success: true });
    await expectRefused(given, "SLOT_OVERLAP", () => given.plan("night2", "21:00", "21:30"));
  });

  test("where a row lies that never airs: overbooked, or without anything to play", async () => {
    await using given = await givenStation();
    const instance = await foreign(given, "18:00", "19:00");
    await row(given, instance, "20:00", "20:45");
    await row(given, instance, "20:10", "20:45", { file: null });
    expect(await given.plan("night1", "20:00", "21:00")).toMatchObject({ success: true });
  });

  test.each([
    ["has deleted it", (given: Given, id: number) => given.station.remove("show-instances", id)],
    [
      "has shortened it",
      (given: Given, id: number) =>
        given.station.put("show-instances", {
          id,
          show: stationShows.jazz,
          starts_at: on("20:00"),
          ends_at: on("20:30"),
        }),
    ],
    [
      "has called it off",
      (given: Given, id: number) =>
        given.station.put("show-instances", {
          id,
          show: stationShows.jazz,
          starts_at: on("20:00"),
          ends_at: on("21:30"),
          modified: true,
        }),
    ],
  ])("as soon as LibreTime %s, although the mirror has not seen it", async (_, change) => {
    await using given = await givenStation();
    await change(given, await foreign(given, "20:00", "21:30"));
    expect(await given.plan("night1", "20:30", "21:30")).toMatchObject({ success: true });
  });
});

describe("an empty instance of the same show that covers the slot", () => {
  test("is used instead of a new one, and stays when the slot goes", async () => {
    await using given = await givenStation();
    const instance = await foreign(given, "20:00", "22:00", { show: stationShows.night });
    expect(await given.plan("night1", "20:30", "21:30")).toMatchObject({ instanceId: instance });
    expect(await given.slots()).toMatchObject([{ instanceId: instance, ownsInstance: false }]);
    await given.unplan("night1", "20:30");
    expect(await given.station.snapshot()).toMatchObject({ schedule: [], "show-instances": [{ id: instance }] });
  });

  test.each([
    ["does not cover the slot", { starts_at: on("20:45") }, null],
    ["holds a row far from the slot", {}, ["21:55", "22:00"]],
    ["holds a row that never airs", {}, ["23:00", "23:30"]],
    ["is another show's", { show: stationShows.jazz }, null],
  ] as const)("is in the way when it %s", async (_, over, held) => {
    await using given = await givenStation();
    const instance = await foreign(given, "20:00", "22:00", { show: stationShows.night, ...over });
    if (held) await row(given, instance, held[0], held[1]);
    await expectRefused(given, "SLOT_OVERLAP", () => given.plan("night1", "20:30", "21:30"));
  });

  test("is in the way when its show takes a live source", async () => {
    await using given = await givenStation();
    await given.station.put("shows", { id: stationShows.night, name: "Night Flight", live_enabled: true });
    await foreign(given, "20:00", "22:00", { show: stationShows.night });
    await expectRefused(given, "SLOT_OVERLAP", () => given.plan("night1", "20:30", "21:30"));
  });

  test("is not used when it is called off: another is made", async () => {
    await using given = await givenStation();
    const instance = await foreign(given, "20:00", "22:00", { show: stationShows.night, modified: true });
    expect((await given.plan("night1", "20:30", "21:30")).instanceId).not.toBe(instance);
  });

  test("is not used when LibreTime has deleted or moved it and the mirror has not seen that", async () => {
    await using given = await givenStation();
    const instance = await foreign(given, "20:00", "22:00", { show: stationShows.night });
    await given.station.remove("show-instances", instance);
    expect(await given.plan("night1", "20:30", "21:30")).toMatchObject({ success: true });
    expect(await given.heard()).toEqual(["20:30–21:30 Night Flight #1"]);
  });
});
