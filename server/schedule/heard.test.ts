import { at, expectRefused, givenStation, streams, tracks, type Given } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { instant } from "@/domain/time";
import type { GivenRow } from "@/station/station";
import { foreign, on, row } from "./given/foreign.test-kit";
import { moveOne } from "./move-one";
import { stationStatus } from "./station-status";
import { stationWeek } from "./station-week";

/** Somebody replaces a file in LibreTime, or cues it anew. */
async function edit({ station, deps }: Given, id: number, over: GivenRow): Promise<void> {
  const [before] = (await station.snapshot()).files!.filter((each) => each.id === id);
  await station.put("files", { id, track_title: String(before!.track_title), length: "01:00:00", ...over });
  await deps.mirror.refresh();
}

async function evening(given: Given) {
  const { slots, gaps } = await given.list("20:00", "21:00");
  return { slots, gaps: gaps.map(({ startsAt, endsAt }) => `${startsAt.slice(11, 16)}–${endsAt.slice(11, 16)}`) };
}

const status = (given: Given) => stationStatus(given.deps, given.people.viewer);

describe("the audio decides how long a track is", () => {
  test("a file of 50 minutes with a cue_out at 60 is planned for 50, and the silence is told", async () => {
    await using given = await givenStation();
    await edit(given, tracks.night1, { length: "00:50:00", cue_in: "00:00:00", cue_out: "01:00:00" });
    expect((await given.plan("night1", "20:00", "21:00")).warnings).toEqual([{ code: "DEAD_AIR", seconds: 600 }]);
    expect(await given.heard()).toEqual(["20:00–20:50 Night Flight #1"]);
    expect(await evening(given)).toMatchObject({ slots: [{ trackSeconds: 3000 }], gaps: ["20:50–21:00"] });
  });

  test.each([
    ["whose start skips all of it", { length: "00:50:00", cue_in: "00:55:00", cue_out: "01:00:00" }],
    ["of no length", { length: "00:00:00", cue_in: "00:00:00", cue_out: "01:00:00" }],
    ["of unknown length", { length: null, cue_in: "00:00:00", cue_out: "01:00:00" }],
  ])("a file %s is not ready, at a plan and at a move", async (_what, over) => {
    await using given = await givenStation();
    const { slotId } = await given.plan("night1", "16:00", "17:00");
    await edit(given, tracks.night1, over);
    expect(await expectRefused(given, "TRACK_NOT_READY", () => given.plan("night1", "20:00", "21:00"))).toMatchObject({
      reason: "no-length",
    });
    const move = () =>
      moveOne(given.deps, given.people.programmer, { slotId, scheduledAt: at("18:00"), scheduledEnd: at("19:00") });
    expect(await expectRefused(given, "TRACK_NOT_READY", move)).toMatchObject({ reason: "no-length" });
    expect((await given.list("16:00", "17:00")).slots).toMatchObject([{ notReady: "no-length" }]);
  });
});

describe("a file that changes after it was planned", () => {
  test("and is shorter leaves dead air and a gap, which the inbox knows as well", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    await edit(given, tracks.night1, { length: "00:40:00" });
    expect(await evening(given)).toMatchObject({
      slots: [{ state: "on-libretime", trackSeconds: 2400, warnings: [{ code: "DEAD_AIR", seconds: 1200 }] }],
      gaps: ["20:40–21:00"],
    });
    await given.deps.inbox.look();
    expect((await given.deps.inbox.seen()).troubles).toMatchObject([{ what: "dead-air", seconds: 1200 }]);
  });

  test("and is longer is cut where its row ends, and silent after that", async () => {
    await using given = await givenStation();
    await given.plan("short", "20:00", "21:00");
    await edit(given, tracks.short, { length: "01:10:00", cue_out: "01:10:00" });
    expect(await evening(given)).toMatchObject({
      slots: [
        {
          trackSeconds: 4200,
          warnings: [
            { code: "DEAD_AIR", seconds: 120 },
            { code: "TRACK_CUT", seconds: 720 },
          ],
        },
      ],
      gaps: ["20:58–21:00"],
    });
    expect(await given.heard()).toEqual(["20:00–20:58 Night Flight, short"]);
  });

  test("and is longer is planned again as long as it is now, where it stood", async () => {
    await using given = await givenStation();
    const { slotId } = await given.plan("short", "20:00", "21:00");
    expect(await given.plan("short", "20:00", "21:00")).toMatchObject({ slotId, idempotent: true });
    await edit(given, tracks.short, { length: "01:10:00", cue_out: "01:10:00" });
    const again = await given.plan("short", "20:00", "21:00");
    expect(again).toMatchObject({ slotId, warnings: [{ code: "TRACK_CUT", seconds: 600 }] });
    expect(again).not.toHaveProperty("idempotent");
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight, short"]);
  });

  test("and has lost its audio is silent from end to end", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    await edit(given, tracks.night1, { exists: false });
    expect(await evening(given)).toMatchObject({
      slots: [{ notReady: "gone", warnings: [{ code: "DEAD_AIR", seconds: 3600 }] }],
      gaps: ["20:00–21:00"],
    });
  });

  test("and is hidden is heard all the same: playout does not look at that", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    await edit(given, tracks.night1, { hidden: true });
    expect(await evening(given)).toMatchObject({ slots: [{ notReady: "hidden", warnings: [] }], gaps: [] });
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
  });

  test("is seen within the mirror's minute", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    await evening(given);
    await given.station.put("files", { id: tracks.night1, track_title: "Night Flight #1", length: "00:20:00" });
    await given.setClock(instant(at("12:00") + 61_000));
    await given.deps.mirror.catchUp();
    expect((await evening(given)).gaps).toEqual(["20:20–21:00"]);
  });
});

describe("a foreign row", () => {
  test("falls silent where its file ends", async () => {
    await using given = await givenStation();
    await row(given, await foreign(given, "20:00", "21:00"), "20:00", "21:00");
    expect(await evening(given)).toMatchObject({
      slots: [{ kind: "foreign", heard: [{ startsAt: on("20:00"), endsAt: on("20:45") }] }],
      gaps: ["20:45–21:00"],
    });
  });

  test("of a file that the mirror has not met is known with the window", async () => {
    await using given = await givenStation();
    const instance = await foreign(given, "20:00", "21:00");
    await given.station.put("files", { id: 77, track_title: "Just uploaded", length: "00:30:00" });
    await row(given, instance, "20:00", "21:00", { file: 77 });
    expect(await evening(given)).toMatchObject({ slots: [{ title: "Just uploaded" }], gaps: ["20:30–21:00"] });
  });
});

describe("on air, in the planner's head and on the station's page", () => {
  /** What both say at that time, by show and by the clock. */
  async function told(given: Given, clock: string) {
    await given.setClock(at(clock));
    const [head, page] = [await status(given), await stationWeek(given.deps)];
    const face = (each: { readonly showName: string; readonly startsAt: string; readonly endsAt: string } | null) =>
      each && `${each.startsAt.slice(11, 19)}–${each.endsAt.slice(11, 19)} ${each.showName}`;
    expect([face(page.onAir), face(page.next)]).toEqual([face(head.onAir), face(head.next)]);
    return { onAir: face(head.onAir), next: face(head.next) };
  }

  test("an instance without rows is nothing", async () => {
    await using given = await givenStation();
    await foreign(given, "20:00", "21:00");
    await given.plan("night1", "21:00", "22:00");
    expect(await told(given, "20:30")).toEqual({ onAir: null, next: "21:00:00–22:00:00 Night Flight" });
  });

  test("a slot of ten minutes with a track of 20 seconds is silent for the rest", async () => {
    await using given = await givenStation();
    await edit(given, tracks.night1, { length: "00:00:20" });
    await given.plan("night1", "20:00", "20:10");
    expect(await told(given, "20:00:19")).toEqual({ onAir: "20:00:00–20:00:20 Night Flight", next: null });
    expect(await told(given, "20:00:20")).toEqual({ onAir: null, next: null });
    const [entry] = (await stationWeek(given.deps)).days.flatMap(({ entries }) => entries);
    expect(entry).toMatchObject({
      startsAt: on("20:00"),
      endsAt: on("20:10"),
      heard: [{ startsAt: on("20:00"), endsAt: on("20:00:20") }],
    });
  });

  test("a slot that is missing in LibreTime is nothing", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    await given.station.remove("schedule", 1);
    expect(await told(given, "20:30")).toEqual({ onAir: null, next: null });
  });

  test("a live hold is live, and so is an instance of a show that takes a live source", async () => {
    await using given = await givenStation();
    await given.hold({ kind: "live" }, "20:00", "21:00");
    await foreign(given, "21:00", "22:00", { show: 3 });
    expect(await told(given, "20:30")).toEqual({
      onAir: "20:00:00–21:00:00 Night Flight",
      next: "21:00:00–22:00:00 Breakfast",
    });
    await given.setClock(at("21:30"));
    expect((await status(given)).onAir).toMatchObject({ showName: "Breakfast", live: true });
  });

  test("a live hold that somebody deleted in LibreTime's own calendar is nothing", async () => {
    await using given = await givenStation();
    const { instanceId } = await given.hold({ kind: "live" }, "20:00", "21:00");
    await given.station.put("show-instances", {
      id: instanceId,
      show: 1,
      starts_at: on("20:00"),
      ends_at: on("21:00"),
      modified: true,
    });
    await given.deps.mirror.refresh();
    expect(await told(given, "20:30")).toEqual({ onAir: null, next: null });
  });

  test("a webstream plays its whole row, and a row before its instance's start is heard", async () => {
    await using given = await givenStation();
    await given.hold({ kind: "stream", streamId: streams.world }, "20:00", "21:00");
    await row(given, await foreign(given, "22:00", "23:00"), "21:30", "22:00");
    expect(await told(given, "20:59:59")).toEqual({
      onAir: "20:00:00–21:00:00 Night Flight",
      next: "21:30:00–22:00:00 Jazz Hour",
    });
    expect((await told(given, "21:45")).onAir).toBe("21:30:00–22:00:00 Jazz Hour");
  });

  test("two rows on top of each other are both told", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    await row(given, await foreign(given, "20:30", "21:00"), "20:30", "21:00");
    await given.setClock(at("20:40"));
    expect(await status(given)).toMatchObject({
      onAir: { showName: "Jazz Hour" },
      alsoOnAir: [{ showName: "Night Flight" }],
    });
  });

  test("rows back to back are one stretch, named as the one that is heard", async () => {
    await using given = await givenStation();
    const instance = await foreign(given, "20:00", "22:00");
    await row(given, instance, "20:00", "20:45");
    await row(given, instance, "20:45", "21:30", { file: tracks.night2 });
    await given.setClock(at("21:00"));
    expect((await status(given)).onAir).toMatchObject({
      startsAt: on("20:00"),
      endsAt: on("21:30"),
      title: "Night Flight #2",
    });
  });

  test("a row that playout cannot read takes the word from the whole plan, and is named", async () => {
    await using given = await givenStation();
    await given.plan("night1", "12:30", "13:30");
    await row(given, await foreign(given, "20:00", "21:00"), "20:00", "20:45", { fade_in: null });
    expect(await told(given, "13:00")).toEqual({ onAir: null, next: null });
    expect((await status(given)).silencedBy).toEqual({
      showName: "Jazz Hour",
      title: "Kind of Blue",
      startsAt: on("20:00"),
    });
    expect(await stationWeek(given.deps)).toMatchObject({ unreadable: true });
  });
});
