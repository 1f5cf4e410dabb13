import { at, expectRefused, givenStation, refused, stationShows, tracks, type Given } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { later, seconds } from "@/domain/time";
import { foreign, on, row } from "./given/foreign.test-kit";
import { arrangeMany } from "./plan-many";
import { repairOne } from "./repair-one";
import { undoOne } from "./undo-one";

type Take = "ours" | "libretime";
const repair = (given: Given, slotId: string, take: Take) =>
  repairOne(given.deps, given.people.programmer, { slotId, take });
const states = async (given: Given) =>
  (await given.list()).slots.map(({ kind, state, startsAt }) => `${kind} ${startsAt.slice(11, 16)} ${state}`);

/** What somebody does to a row or an instance in LibreTime's own pages. */
async function edit(given: Given, table: "schedule" | "show-instances", id: number, over: object): Promise<void> {
  const before = (await given.station.snapshot())[table].find((each) => each.id === id)!;
  await given.station.put(table, { ...before, ...over } as never);
  await given.deps.mirror.refresh();
  given.deps.windows.drop();
}

describe("what somebody changed in LibreTime is told in full, and ends either way", () => {
  test("a row that was deleted", async () => {
    await using given = await givenStation();
    const { slotId, playoutId } = await given.plan("night1", "20:00", "21:00");
    await given.station.remove("schedule", playoutId);
    given.deps.windows.drop();
    expect((await given.list()).slots).toMatchObject([
      { id: slotId, state: "missing", differences: [{ what: "row-gone" }] },
    ]);
    expect(await repair(given, slotId, "ours")).toMatchObject({ success: true, slotId });
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
    expect(await states(given)).toEqual(["planned 20:00 on-libretime"]);
    expect((await given.station.snapshot())["show-instances"]).toHaveLength(1);
  });

  test("a row that was deleted, and that is accepted", async () => {
    await using given = await givenStation();
    const before = await given.station.snapshot();
    const { slotId, playoutId } = await given.plan("night1", "20:00", "21:00");
    await given.station.remove("schedule", playoutId);
    expect(await repair(given, slotId, "libretime")).toEqual({ success: true });
    expect([await given.slots(), await given.station.snapshot()]).toEqual([[], before]);
  });

  test("a row that was moved out of sight: ours is put back, and the moved one goes", async () => {
    await using given = await givenStation();
    const { slotId, playoutId } = await given.plan("night1", "20:00", "21:00");
    await edit(given, "schedule", playoutId, { starts_at: "2026-11-25T08:00:00Z", ends_at: "2026-11-25T09:00:00Z" });
    expect((await given.list("19:00", "22:00")).slots).toMatchObject([
      { state: "changed", differences: [expect.objectContaining({ what: "never-airs" })] },
    ]);
    expect(await repair(given, slotId, "ours")).toMatchObject({ success: true });
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
    expect((await given.station.snapshot()).schedule).toHaveLength(1);
  });

  test("an instance that was moved with its row: our record follows it", async () => {
    await using given = await givenStation();
    const { slotId, playoutId, instanceId } = await given.plan("night1", "20:00", "21:00");
    const to = { starts_at: on("22:00"), ends_at: on("23:00") };
    await edit(given, "show-instances", instanceId, to);
    await edit(given, "schedule", playoutId, to);
    expect((await given.list()).slots.find(({ id }) => id === slotId)?.differences?.map(({ what }) => what)).toEqual([
      "row-moved",
      "instance-moved",
    ]);
    const before = await given.station.snapshot();
    expect(await repair(given, slotId, "libretime")).toEqual({ success: true });
    expect(await given.station.snapshot()).toEqual(before);
    expect(await given.slots()).toMatchObject([
      { id: slotId, startsAt: at("22:00"), endsAt: at("23:00"), ownsInstance: true },
    ]);
    expect(await states(given)).toEqual(["planned 22:00 on-libretime"]);
  });

  test("a row that was moved alone is let go of: LibreTime stays as somebody wanted it", async () => {
    await using given = await givenStation();
    const { slotId, playoutId } = await given.plan("night1", "20:00", "21:00");
    await edit(given, "schedule", playoutId, { starts_at: on("20:10") });
    const before = await given.station.snapshot();
    expect(await repair(given, slotId, "libretime")).toEqual({ success: true });
    expect([await given.slots(), await given.station.snapshot()]).toEqual([[], before]);
  });

  test.each([
    ["no fade", { fade_in: null }, "nothing: ", true],
    ["a cue of 24 hours", { cue_out: "24:00:00" }, "nothing: ", true],
    ["half an hour of its track", { cue_in: "00:30:00", cue_out: "01:00:00" }, "20:00–20:30 Night Flight #1", false],
  ])(
    "a row that somebody gave %s: ours is put back, and all is heard again",
    async (_what, over, heard, breaksPlayout) => {
      await using given = await givenStation();
      const { slotId, playoutId } = await given.plan("night1", "20:00", "21:00");
      await edit(given, "schedule", playoutId, over);
      expect((await given.heard())[0]).toContain(heard);
      expect((await given.list()).slots).toMatchObject([
        { id: slotId, state: "changed", differences: [{ what: "cues", breaksPlayout }] },
      ]);
      await given.deps.inbox.look();
      expect((await given.deps.inbox.seen()).troubles).toMatchObject([
        { what: "drift", danger: breaksPlayout, blockId: slotId },
      ]);
      expect(await repair(given, slotId, "ours")).toMatchObject({ success: true, slotId });
      expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
      expect(await states(given)).toEqual(["planned 20:00 on-libretime"]);
    },
  );

  test("another part of its track, and that is accepted: it is LibreTime's own", async () => {
    await using given = await givenStation();
    const { slotId, playoutId } = await given.plan("night1", "20:00", "21:00");
    await edit(given, "schedule", playoutId, { cue_in: "00:30:00", cue_out: "01:00:00" });
    const before = await given.station.snapshot();
    expect(await repair(given, slotId, "libretime")).toEqual({ success: true });
    expect([await given.slots(), await given.station.snapshot()]).toEqual([[], before]);
  });

  test("an instance that was moved away from its row: both come back", async () => {
    await using given = await givenStation();
    const { slotId, instanceId } = await given.plan("night1", "20:00", "21:00");
    await edit(given, "show-instances", instanceId, { starts_at: on("20:00"), ends_at: on("20:30") });
    expect((await given.list()).slots[0]?.differences?.map(({ what }) => what)).toEqual([
      "row-moved",
      "instance-moved",
    ]);
    await repair(given, slotId, "ours");
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
    expect((await given.station.snapshot())["show-instances"]).toMatchObject([
      { starts_at: expect.stringContaining("20:00"), ends_at: expect.stringContaining("21:00") },
    ]);
  });

  test("the same track twice: theirs is not ours to delete, ours can go", async () => {
    await using given = await givenStation();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    const theirs = await foreign(given, "20:15", "20:45", { show: stationShows.night });
    const twin = await row(given, theirs, "20:15", "20:45", { file: tracks.night1 });
    given.deps.windows.drop();
    expect((await given.list()).slots.find(({ id }) => id === slotId)).toMatchObject({
      state: "duplicate",
      differences: [{ what: "twin", playoutId: twin }],
    });
    const problem = await expectRefused(given, "TRACK_OVERLAP", () => repair(given, slotId, "ours"));
    expect(problem).toMatchObject({ conflicts: [{ playoutId: twin, foreign: true }] });
    await repair(given, slotId, "libretime");
    expect(await given.station.snapshot()).toMatchObject({
      schedule: [{ id: twin }],
      "show-instances": [{ id: theirs }],
    });
    expect(await given.slots()).toEqual([]);
  });
});

describe("what LibreTime has is taken over as a slot can be", () => {
  test("a live hold whose instance somebody gave fractions of a second lasts whole ones, and can be taken off and brought back", async () => {
    await using given = await givenStation();
    const { slotId, instanceId } = await given.hold({ kind: "live" }, "20:00", "21:00");
    await edit(given, "show-instances", instanceId, { starts_at: on("20:00:30.7"), ends_at: on("21:30:00.2") });
    await repair(given, slotId, "libretime");
    expect(await given.slots()).toMatchObject([
      { id: slotId, startsAt: later(at("20:00"), seconds(30)), endsAt: at("21:30") },
    ]);
    expect(await states(given)).toEqual(["planned 20:00 on-libretime"]);
    await arrangeMany(given.deps, given.people.programmer, {
      mode: "all",
      changes: [{ slotId, to: null }],
      idempotencyKey: "off",
    });
    expect(await undoOne(given.deps, given.people.programmer, { ofKey: "off" })).toMatchObject({ success: true });
  });

  test("what somebody made a day long and longer is let go of", async () => {
    await using given = await givenStation();
    const { slotId, instanceId } = await given.plan("night1", "20:00", "21:00");
    await edit(given, "show-instances", instanceId, { ends_at: "2026-11-25T20:00:00Z" });
    const before = await given.station.snapshot();
    expect(await repair(given, slotId, "libretime")).toEqual({ success: true });
    expect([await given.slots(), await given.station.snapshot()]).toEqual([[], before]);
  });
});

describe("a repair is guarded like any act", () => {
  test("whoever has taken the place meanwhile keeps it", async () => {
    await using given = await givenStation();
    const { slotId, playoutId } = await given.plan("night1", "20:00", "21:00");
    await given.station.remove("schedule", playoutId);
    await foreign(given, "20:30", "21:30");
    expect(await expectRefused(given, "SLOT_OVERLAP", () => repair(given, slotId, "ours"))).toMatchObject({
      conflicts: [{ foreign: true }],
    });
  });

  test("what LibreTime has over another slot of ours cannot be taken over", async () => {
    await using given = await givenStation();
    const { slotId, playoutId, instanceId } = await given.plan("night1", "20:00", "21:00");
    await given.plan("night2", "22:00", "23:00");
    for (const [table, id] of [
      ["show-instances", instanceId],
      ["schedule", playoutId],
    ] as const)
      await edit(given, table, id, { starts_at: on("22:30"), ends_at: on("23:30") });
    await expectRefused(given, "SLOT_OVERLAP", () => repair(given, slotId, "libretime"));
    expect(await given.slots()).toMatchObject([{ id: slotId, startsAt: at("20:00") }, {}]);
  });

  test.each(["row", "live hold"])(
    "a %s that somebody moved to now is on air: it is refused before anything is written",
    async (what) => {
      await using given = await givenStation();
      const { slotId, playoutId, instanceId } =
        what === "row"
          ? await given.plan("night1", "20:00", "21:00")
          : await given.hold({ kind: "live" }, "20:00", "21:00");
      const to = { starts_at: on("11:30"), ends_at: on("12:30") };
      await edit(given, "show-instances", instanceId, to);
      if (playoutId !== null) await edit(given, "schedule", playoutId, to);
      const requests = await given.requestsOf(() =>
        expectRefused(given, "ON_AIR", () => repair(given, slotId, "ours")),
      );
      expect(requests.filter((each) => !each.startsWith("GET"))).toEqual([]);
      expect(await given.slots()).toMatchObject([{ id: slotId, startsAt: at("20:00") }]);
    },
  );

  test("what is as it should be stays untouched, and what has begun does too", async () => {
    await using given = await givenStation();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    const before = await given.station.snapshot();
    expect(await repair(given, slotId, "ours")).toMatchObject({ idempotent: true });
    expect(await repair(given, slotId, "libretime")).toEqual({ success: true, noop: true });
    expect(await given.station.snapshot()).toEqual(before);
    await given.setClock(at("20:30"));
    await given.deps.mirror.refresh();
    expect(await refused(repair(given, slotId, "ours"))).toMatchObject({ code: "ON_AIR" });
    expect(await refused(repair(given, "no-such-slot", "ours"))).toMatchObject({ code: "SLOT_NOT_FOUND" });
  });
});
