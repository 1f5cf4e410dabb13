import { at, expectRefused, givenStation, refused } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { foreign, on } from "./given/foreign.test-kit";
import { moveOne, replaceOne } from "./move-one";
import { stationWeek } from "./station-week";
import { expectUndone, live, many, relay, standing, takeOff, tuesday } from "./given/holds.test-kit";

const span = (startsAt: string, endsAt: string) => ({ startsAt: at(startsAt), endsAt: at(endsAt) });

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
