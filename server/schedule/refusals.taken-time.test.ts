import { at, expectRefused, givenStation, stationShows, tracks } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { problemOnWire } from "@/domain/problems";
import { foreign, on, row } from "./given/foreign.test-kit";

describe("a time is taken", () => {
  test("by a slot of ours, whatever its show; TRACK_OVERLAP when it is the same track", async () => {
    await using given = await givenStation();
    const { slotId, instanceId, playoutId } = await given.plan("night1", "20:00", "21:00");
    const conflict = {
      instanceId,
      playoutId,
      slotId,
      showName: "Night Flight",
      title: "Night Flight, night1",
      startsAt: at("20:00"),
      endsAt: at("21:00"),
      foreign: false,
    };
    expect(await expectRefused(given, "TRACK_OVERLAP", () => given.plan("night1", "20:30", "21:30"))).toEqual({
      code: "TRACK_OVERLAP",
      conflicts: [{ ...conflict, kind: "track" }],
    });
    expect(await expectRefused(given, "SLOT_OVERLAP", () => given.plan("tapes", "19:30", "20:00:01"))).toEqual({
      code: "SLOT_OVERLAP",
      conflicts: [{ ...conflict, kind: "slot" }],
    });
  });

  test("by the dead air at the end of a slot of ours", async () => {
    await using given = await givenStation();
    await given.plan("short", "20:00", "21:00");
    await expectRefused(given, "SLOT_OVERLAP", () => given.plan("night1", "20:58", "21:30"));
  });

  test("by a foreign instance with a row, named by its title", async () => {
    await using given = await givenStation();
    const instance = await foreign(given, "20:00", "21:00");
    const playoutId = await row(given, instance, "20:00", "20:45");
    expect(await expectRefused(given, "SLOT_OVERLAP", () => given.plan("night1", "20:50", "21:50"))).toMatchObject({
      conflicts: [
        {
          kind: "slot",
          playoutId,
          instanceId: instance,
          showName: "Jazz Hour",
          title: "Kind of Blue",
          startsAt: at("20:00"),
          endsAt: at("21:00"),
          foreign: true,
        },
      ],
    });
  });

  test("by the same track in a foreign instance: TRACK_OVERLAP, although another conflict is another track", async () => {
    await using given = await givenStation();
    await row(given, await foreign(given, "20:00", "21:00"), "20:00", "20:45");
    await row(given, await foreign(given, "21:00", "22:00"), "21:00", "22:00", { file: tracks.night1 });
    expect(await expectRefused(given, "TRACK_OVERLAP", () => given.plan("night1", "20:30", "21:30"))).toMatchObject({
      conflicts: [{ kind: "slot" }, { kind: "track" }],
    });
  });

  test.each([
    ["of another show", { show: stationShows.jazz }],
    ["that is live", { show: stationShows.breakfast }],
  ])("by an empty foreign instance %s", async (_, over) => {
    await using given = await givenStation();
    const instance = await foreign(given, "20:00", "21:00", over);
    const problem = await expectRefused(given, "SLOT_OVERLAP", () => given.plan("night1", "20:30", "21:30"));
    expect(problem).toMatchObject({ conflicts: [{ kind: "instance", instanceId: instance, foreign: true }] });
    expect(problem).not.toHaveProperty("conflicts.0.playoutId");
  });

  test("by everything there, all of it listed, and the first told to older clients", async () => {
    await using given = await givenStation();
    await given.plan("night2", "19:30", "20:30");
    await row(given, await foreign(given, "20:30", "21:00"), "20:30", "21:00");
    await foreign(given, "21:00", "22:00", { show: stationShows.breakfast });
    const { details } = problemOnWire(
      await expectRefused(given, "SLOT_OVERLAP", () => given.plan("night1", "20:00", "22:00")),
    );
    expect(details.conflicts?.map(({ kind, startsAt }) => [kind, startsAt])).toEqual([
      ["slot", "2026-11-24T19:30:00Z"],
      ["slot", "2026-11-24T20:30:00Z"],
      ["instance", "2026-11-24T21:00:00Z"],
    ]);
    expect(details).toMatchObject({
      conflictingPlayoutId: 1,
      conflictingStart: "2026-11-24T19:30:00Z",
      conflictingEnd: "2026-11-24T20:30:00Z",
    });
  });

  test("by the rows of a modified instance, which still air, and not by the instance itself", async () => {
    await using given = await givenStation();
    await row(given, await foreign(given, "20:00", "22:00", { modified: true }), "20:00", "20:45");
    await expectRefused(given, "SLOT_OVERLAP", () => given.plan("night1", "20:30", "21:30"));
    expect(await given.plan("night1", "20:45", "21:45")).toMatchObject({ success: true });
  });

  test("by a row that airs outside its instance", async () => {
    await using given = await givenStation();
    await row(given, await foreign(given, "20:00", "21:00"), "19:30", "20:15");
    expect(await expectRefused(given, "SLOT_OVERLAP", () => given.plan("night1", "19:00", "19:45"))).toMatchObject({
      conflicts: [{ startsAt: at("19:30"), endsAt: at("20:15") }],
    });
  });

  test("by a webstream", async () => {
    await using given = await givenStation({ world: { webstreams: [{ id: 1, name: "Relay" }] } });
    await row(given, await foreign(given, "20:00", "21:00"), "20:00", "21:00", { file: null, stream: 1 });
    await expectRefused(given, "SLOT_OVERLAP", () => given.plan("night1", "20:30", "21:30"));
  });

  test("by what somebody made in LibreTime a moment ago, row and instance unknown to the mirror", async () => {
    await using given = await givenStation();
    const instance = await given.station.put("show-instances", {
      show: stationShows.jazz,
      starts_at: on("20:00"),
      ends_at: on("21:00"),
    });
    await row(given, instance, "20:00", "20:45");
    expect(await expectRefused(given, "SLOT_OVERLAP", () => given.plan("night1", "20:30", "21:30"))).toMatchObject({
      conflicts: [{ instanceId: instance, showName: "Jazz Hour", endsAt: at("21:00") }],
    });
  });
});
