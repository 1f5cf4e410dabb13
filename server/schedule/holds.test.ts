import { at, expectRefused, givenStation, refused, streams, tracks, type Given } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { foreign, on, row } from "./given/foreign.test-kit";
import { zone } from "@/domain/given.test-kit";
import { formatInstant } from "@/domain/time";
import { dayAt } from "@/domain/zone";
import type { Change } from "./change";
import { moveOne, replaceOne } from "./move-one";
import { arrangeMany } from "./plan-many";
import { repairOne } from "./repair-one";
import { stationWeek } from "./station-week";
import { undoOne } from "./undo-one";

const live = { kind: "live", title: "Studio 1" } as const;
const relay = { kind: "stream", streamId: streams.world } as const;

const many = (given: Given, changes: readonly Change[], mode: "all" | "best" = "all") =>
  arrangeMany(given.deps, given.people.programmer, { changes: changes as never, mode });
const takeOff = (given: Given, slotId: string) => many(given, [{ slotId, to: null }]);
const tuesday = dayAt(zone("UTC"), at("12:00"));
const span = (startsAt: string, endsAt: string) => ({ startsAt: at(startsAt), endsAt: at(endsAt) });
const repair = (given: Given, slotId: string, take: "ours" | "libretime") =>
  repairOne(given.deps, given.people.programmer, { slotId, take });
const undo = async (given: Given) =>
  undoOne(given.deps, given.people.programmer, { operationId: (await given.lastOperation()).id });

/** LibreTime's instances and rows, ids aside: whose, from when, until when, with what. */
async function standing({ station }: Given): Promise<readonly string[]> {
  const { "show-instances": instances, schedule } = await station.snapshot();
  return instances
    .map(({ id, show, starts_at, ends_at }) => {
      const rows = schedule
        .filter(({ instance }) => instance === id)
        .map(
          ({ file, stream, starts_at: from, ends_at: to }) =>
            `${String(file)}/${String(stream)} ${String(from)}–${String(to)}`,
        );
      return `${String(show)} ${String(starts_at)}–${String(ends_at)}: ${rows.toSorted().join()}`;
    })
    .toSorted();
}

/** That undoing gives the station back as it was, and doing it again as it is. */
async function expectUndone(given: Given, before: readonly string[]): Promise<void> {
  const [after, heard] = [await standing(given), await given.heard()];
  await undo(given);
  expect(await standing(given)).toEqual(before);
  await undo(given);
  expect([await standing(given), await given.heard()]).toEqual([after, heard]);
}

describe("a live hold", () => {
  test("is an instance without rows, read back: nothing is played there, it is no gap, and listeners read that it is live", async () => {
    await using given = await givenStation();
    const { slotId, instanceId, playoutId } = await given.hold(live, "20:00", "21:00");
    expect(playoutId).toBeNull();
    expect(await standing(given)).toEqual([`1 ${on("20:00")}–${on("21:00")}: `]);
    expect(await given.heard()).toEqual([]);
    const { slots, gaps } = await given.list("19:00", "22:00");
    expect(slots).toMatchObject([
      {
        id: slotId,
        kind: "planned",
        state: "on-libretime",
        live: true,
        content: { kind: "live" },
        title: "Studio 1",
        showName: "Night Flight",
        instanceId,
        playoutIds: [],
        trackIds: [],
        warnings: [],
        locked: false,
        plannedBy: "Ada the programmer",
      },
    ]);
    expect(slots[0]).not.toHaveProperty("episodeId");
    expect(gaps).toEqual([
      { startsAt: on("19:00"), endsAt: on("20:00") },
      { startsAt: on("21:00"), endsAt: on("22:00") },
    ]);
    const week = await stationWeek(given.deps, tuesday);
    expect(week.days.flatMap(({ entries }) => entries)).toMatchObject([
      { showName: "Night Flight", title: null, live: true },
    ]);
  });

  test("planned twice is one; by another name it is somebody else's hour", async () => {
    await using given = await givenStation();
    const first = await given.hold(live, "20:00", "21:00");
    expect(await given.hold(live, "20:00", "21:00")).toMatchObject({ idempotent: true, slotId: first.slotId });
    expect(await refused(given.hold({ kind: "live" }, "20:00", "21:00"))).toMatchObject({ code: "SLOT_OVERLAP" });
    expect(await given.hold(live, "20:00", "21:00", { idempotencyKey: "k" })).toEqual(
      await given.hold(live, "20:00", "21:00", { idempotencyKey: "k" }),
    );
    expect(await given.hold(live, "21:00", "22:00", { dryRun: true })).toEqual({
      success: true,
      dryRun: true,
      warnings: [],
    });
    expect(await given.slots()).toHaveLength(1);
  });

  test("is locked for files by every way in, also for those of its own show, and its instance is never used", async () => {
    await using given = await givenStation();
    const { slotId } = await given.hold(live, "20:00", "21:00");
    const {
      people: { programmer },
      deps,
    } = given;
    const other = await given.plan("tapes", "22:00", "23:00");
    const to = span("20:15", "20:45");
    const episode = { episodeId: given.episodes.night1, showId: given.shows.night };
    const ways: Readonly<Record<string, () => Promise<unknown>>> = {
      planOne: () => given.plan("night1", "20:00", "21:00"),
      "planOne under a key": () => given.plan("night1", "20:00", "21:00", { idempotencyKey: "k" }),
      "planOne of another show": () => given.plan("tapes", "20:30", "21:30"),
      "a rehearsal": () => given.plan("night1", "20:00", "21:00", { dryRun: true }),
      replaceOne: () =>
        replaceOne(deps, programmer, { ...given.wish("night1", "20:30", "21:30"), replaces: [other.slotId] }),
      moveOne: () =>
        moveOne(deps, programmer, { slotId: other.slotId, scheduledAt: at("20:30"), scheduledEnd: at("21:30") }),
      planMany: () => many(given, [{ ...episode, to }]),
      "a move by planMany": () => many(given, [{ slotId: other.slotId, to }]),
      "planHold of a webstream": () => given.hold(relay, "20:00", "21:00"),
    };
    for (const [name, act] of Object.entries(ways))
      expect([name, (await expectRefused(given, "SLOT_OVERLAP", act)) as object]).toMatchObject([
        name,
        { conflicts: [{ slotId, foreign: false, title: "Studio 1" }] },
      ]);
    expect(
      await many(
        given,
        [
          { ...episode, to },
          { ...episode, to: span("23:30", "24:30") },
        ],
        "best",
      ),
    ).toMatchObject({ placed: [{}], refused: [{ index: 0, problem: { code: "SLOT_OVERLAP" } }] });
  });

  test("stands in the way of nobody before and after it, and is refused where somebody is, an empty instance of its show included", async () => {
    await using given = await givenStation();
    await given.plan("night1", "19:00", "20:00");
    await given.hold(live, "20:00", "21:00");
    await given.plan("tapes", "21:00", "22:00");
    await foreign(given, "22:00", "23:00", { show: 1 });
    for (const [from, to] of [
      ["19:30", "20:00"],
      ["21:30", "22:00"],
      ["22:00", "23:00"],
    ] as const)
      await expectRefused(given, "SLOT_OVERLAP", () => given.hold(live, from, to));
  });

  test("moves, gets longer, is replaced and goes; an undo after each gives the station back, and redo does it again", async () => {
    await using given = await givenStation();
    const act = async (work: () => Promise<unknown>) => {
      const before = await standing(given);
      await work();
      expect(await standing(given)).not.toEqual(before);
      await expectUndone(given, before);
    };
    let slotId = "";
    await act(async () => ({ slotId } = await given.hold(live, "20:00", "21:00")));
    await act(() => given.move(slotId, "21:00", "22:00"));
    await act(() => given.move(slotId, "21:00", "23:00"));
    expect(await given.slots()).toMatchObject([
      { id: slotId, startsAt: at("21:00"), endsAt: at("23:00"), title: "Studio 1", content: { kind: "live" } },
    ]);
    await act(() =>
      many(given, [
        { slotId, to: span("18:00", "19:00") },
        { content: { kind: "live" }, showId: given.shows.tapes, to: span("21:00", "22:00") },
        { content: relay, showId: given.shows.night, to: span("22:00", "23:00") },
      ]),
    );
    await act(() => given.replace([slotId], "night1", "18:00", "19:00"));
    await act(async () => takeOff(given, (await given.slots()).find(({ content }) => content.kind === "live")!.id));
    expect(await given.heard()).toEqual(["18:00–19:00 Night Flight #1", "22:00–23:00 World Service"]);
  });

  test("that LibreTime's pages have deleted is missing, and comes back or is let go", async () => {
    await using given = await givenStation();
    for (const take of ["ours", "libretime"] as const) {
      const { slotId, instanceId } = await given.hold(live, "20:00", "21:00");
      await given.station.remove("show-instances", instanceId);
      await given.deps.mirror.refresh();
      expect((await given.list()).slots).toMatchObject([
        { id: slotId, state: "missing", differences: [{ what: "hold-gone" }] },
      ]);
      expect(await given.deps.inbox.look(given.deps).then(() => given.deps.inbox.seen(given.deps))).toMatchObject({
        troubles: [{ what: "drift", blockId: slotId, state: "missing" }],
      });
      expect(await repair(given, slotId, take)).toMatchObject({ success: true });
      expect((await given.list()).slots).toMatchObject(take === "ours" ? [{ id: slotId, state: "on-libretime" }] : []);
      if (take === "ours") await takeOff(given, slotId);
      expect(await standing(given)).toEqual([]);
    }
  });

  test("that LibreTime's pages have moved is followed, or put back", async () => {
    await using given = await givenStation();
    const { slotId, instanceId } = await given.hold(live, "20:00", "21:00");
    const moved = async (id: number) => {
      const home = (await given.station.snapshot())["show-instances"].find((each) => each.id === id)!;
      await given.station.put("show-instances", { ...home, starts_at: on("22:00"), ends_at: on("23:00") } as never);
      await given.deps.mirror.refresh();
    };
    await moved(instanceId);
    expect((await given.list()).slots).toMatchObject([
      { state: "changed", differences: [{ what: "instance-moved", startsAt: on("22:00") }] },
      { id: `instance:${instanceId}`, live: true, startsAt: on("22:00") },
    ]);
    for (const [from, to] of [
      ["20:00", "21:00"],
      ["22:00", "23:00"],
    ] as const)
      await expectRefused(given, "SLOT_OVERLAP", () => given.plan("night1", from, to));
    await repair(given, slotId, "ours");
    expect(await standing(given)).toEqual([`1 ${on("20:00")}–${on("21:00")}: `]);
    await moved((await given.slots())[0]!.instanceId);
    await repair(given, slotId, "libretime");
    expect((await given.list()).slots).toMatchObject([
      { id: slotId, state: "on-libretime", startsAt: on("22:00"), endsAt: on("23:00") },
    ]);
  });

  test("that is moved days away holds its new time too, against its own show as well, and is followed there", async () => {
    await using given = await givenStation();
    const { slotId, instanceId } = await given.hold(live, "20:00", "21:00");
    const home = (await given.station.snapshot())["show-instances"].find((each) => each.id === instanceId)!;
    await given.station.put("show-instances", {
      ...home,
      starts_at: formatInstant(at("92:00")),
      ends_at: formatInstant(at("93:00")),
    } as never);
    await given.deps.mirror.refresh();
    await expectRefused(given, "SLOT_OVERLAP", () => given.plan("night1", "92:00", "93:00"));
    expect((await given.list("90:00", "96:00")).slots).toMatchObject([
      { id: `instance:${instanceId}`, kind: "foreign", live: true },
    ]);
    await repair(given, slotId, "libretime");
    expect((await given.slots())[0]).toMatchObject({
      id: slotId,
      startsAt: at("92:00"),
      endsAt: at("93:00"),
      instanceId,
    });
  });

  test("that somebody fills is told with what is in it; what is not ours is never deleted, by a repair, a move or an undo", async () => {
    await using given = await givenStation();
    const { slotId, instanceId } = await given.hold(live, "20:00", "21:00");
    const theirs = await row(given, instanceId, "20:10", "20:40");
    expect((await given.list()).slots).toMatchObject([
      {
        id: slotId,
        state: "changed",
        differences: [{ what: "filled", playoutId: theirs, startsAt: on("20:10"), endsAt: on("20:40") }],
      },
      { id: `row:${theirs}`, kind: "foreign" },
    ]);
    expect(await expectRefused(given, "SLOT_OVERLAP", () => repair(given, slotId, "ours"))).toMatchObject({
      conflicts: [{ playoutId: theirs, foreign: true }],
    });
    await given.move(slotId, "22:00", "23:00");
    expect(await given.heard()).toEqual(["20:10–20:40 Kind of Blue"]);
    expect(await expectRefused(given, "SLOT_OVERLAP", () => undo(given))).toMatchObject({
      conflicts: [{ instanceId, foreign: true }],
    });
    const second = (await given.slots())[0]!.instanceId;
    await row(given, second, "22:00", "22:30");
    expect(await repair(given, slotId, "libretime")).toMatchObject({ success: true });
    expect([await given.slots(), await given.heard()]).toEqual([
      [],
      ["20:10–20:40 Kind of Blue", "22:00–22:30 Kind of Blue"],
    ]);
  });

  test("that has begun stays: nobody moves it or takes it off, and what would be planned into the rest of it is refused", async () => {
    await using given = await givenStation();
    const { slotId } = await given.hold(live, "20:00", "21:00");
    await given.setClock(at("20:10"));
    await given.deps.mirror.refresh();
    await expectRefused(given, "ON_AIR", () => given.move(slotId, "22:00", "23:00"));
    await expectRefused(given, "ON_AIR", () => takeOff(given, slotId));
    await expectRefused(given, "SLOT_OVERLAP", () => given.plan("night1", "20:30", "21:30"));
    await expectRefused(given, "IN_THE_PAST", () => given.hold(live, "20:00", "20:05"));
  });

  test("that LibreTime would not delete fails the act and stays: it would go on holding the time", async () => {
    await using given = await givenStation();
    const { slotId, instanceId } = await given.hold(live, "20:00", "21:00");
    await given.station.fault({ route: `DELETE /show-instances/${instanceId}`, kind: "500", times: "always" });
    expect(await refused(takeOff(given, slotId))).toMatchObject({ code: "LIBRETIME_ANSWER" });
    await given.station.clearFaults();
    expect((await given.list()).slots).toMatchObject([{ id: slotId, state: "on-libretime", instanceId }]);
    await takeOff(given, slotId);
    expect(await standing(given)).toEqual([]);
  });
});

describe("a webstream", () => {
  test("is one row from end to end of its slot, and is heard", async () => {
    await using given = await givenStation();
    const { slotId, playoutId } = await given.hold(relay, "20:00", "21:30");
    expect((await given.station.snapshot()).schedule).toMatchObject([
      {
        id: playoutId,
        file: null,
        stream: streams.world,
        starts_at: on("20:00"),
        ends_at: on("21:30"),
        length: "01:30:00",
        cue_in: "00:00:00",
        cue_out: "01:30:00",
        fade_in: "00:00:00.500000",
        fade_out: "00:00:00.500000",
        broadcasted: 0,
      },
    ]);
    expect(await given.heard()).toEqual(["20:00–21:30 World Service"]);
    const { slots, gaps } = await given.list("20:00", "21:30");
    expect(slots).toMatchObject([
      {
        id: slotId,
        kind: "planned",
        state: "on-libretime",
        live: false,
        content: { kind: "stream", streamId: streams.world },
        title: "World Service",
        playoutIds: [playoutId],
        trackIds: [],
        warnings: [],
      },
    ]);
    expect(gaps).toEqual([]);
    expect((await stationWeek(given.deps, tuesday)).days.flatMap(({ entries }) => entries)).toMatchObject([
      { showName: "Night Flight", title: "World Service", live: false },
    ]);
    expect(await given.hold(relay, "20:00", "21:30")).toMatchObject({ idempotent: true, slotId });
  });

  test("uses an empty instance that somebody made for its show, and leaves it there", async () => {
    await using given = await givenStation();
    const theirs = await foreign(given, "20:00", "22:00", { show: 1 });
    const { instanceId, slotId } = await given.hold(relay, "20:00", "21:00");
    expect(instanceId).toBe(theirs);
    await takeOff(given, slotId);
    expect(await standing(given)).toEqual([`1 ${on("20:00")}–${on("22:00")}: `]);
  });

  test("moves and goes; an undo after each gives the station back", async () => {
    await using given = await givenStation();
    const { slotId } = await given.hold(relay, "20:00", "21:00");
    await expectUndone(given, []);
    const planned = await standing(given);
    await given.move(slotId, "22:00", "23:30");
    await expectUndone(given, planned);
    const moved = await standing(given);
    await takeOff(given, slotId);
    await expectUndone(given, moved);
  });

  test("whose row plays something else by now is missing: that row is theirs, and stays", async () => {
    await using given = await givenStation();
    const { slotId } = await given.hold(relay, "20:00", "21:00");
    const edit = async (over: object) => {
      const [kept] = (await given.station.snapshot()).schedule;
      await given.station.put("schedule", { ...kept, ...over } as never);
      given.deps.windows.drop();
    };
    for (const over of [{ stream: streams.parliament }, { file: tracks.jazz }]) {
      await edit(over);
      const theirs = await given.station.snapshot();
      expect((await given.list()).slots).toMatchObject([
        { id: slotId, state: "missing" },
        { kind: "foreign", startsAt: "2026-11-24T20:00:00Z" },
      ]);
      expect(await refused(repair(given, slotId, "ours"))).toMatchObject({ code: "SLOT_OVERLAP" });
      expect(await given.station.snapshot()).toEqual(theirs);
    }
    await repair(given, slotId, "libretime");
    expect([await given.slots(), (await given.heard()).length]).toEqual([[], 1]);
  });

  test("that LibreTime does not know is refused before anything is written, and one that goes meanwhile takes its row along (R303)", async () => {
    await using given = await givenStation();
    expect(
      await expectRefused(given, "STREAM_NOT_FOUND", () =>
        given.hold({ kind: "stream", streamId: 99 }, "20:00", "21:00"),
      ),
    ).toMatchObject({ streamId: 99 });
    const { slotId } = await given.hold(relay, "20:00", "21:00");
    await given.station.remove("webstreams", streams.world);
    given.deps.windows.drop();
    expect((await given.list()).slots).toMatchObject([{ id: slotId, state: "missing" }]);
    expect(await expectRefused(given, "STREAM_NOT_FOUND", () => given.hold(relay, "22:00", "23:00"))).toMatchObject({
      streamId: streams.world,
    });
    await given.deps.mirror.refresh();
    await expectRefused(given, "STREAM_NOT_FOUND", () => repair(given, slotId, "ours"));
  });
});
