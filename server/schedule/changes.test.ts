import {
  at,
  expectRefused,
  givenStation,
  logged,
  makeEpisode,
  refused,
  tracks,
  type Planned,
} from "./given/given.test-kit";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { getCms } from "@/server/cms/cms";
import { foreign } from "./given/foreign.test-kit";
import { planOne } from "./plan-one";

describe("a move", () => {
  test("is created at the new time, read back, and only then deleted at the old one", async () => {
    await using given = await givenStation();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    expect(await given.requestsOf(() => given.move(slotId, "22:00", "23:00"))).toEqual([
      "GET /schedule",
      "POST /show-instances",
      "POST /schedule",
      "GET /schedule",
      "GET /schedule/*",
      "GET /show-instances/*",
      "DELETE /schedule/*",
      "GET /schedule",
      "DELETE /show-instances/*",
    ]);
    expect(await given.heard()).toEqual(["22:00–23:00 Night Flight #1"]);
    expect(await given.slots()).toMatchObject([{ startsAt: at("22:00"), endsAt: at("23:00") }]);
    expect((await given.station.snapshot())["show-instances"]).toHaveLength(1);
  });

  test.each([
    ["its start earlier", "19:30", "21:00"],
    ["its start later", "20:15", "21:00"],
    ["its end earlier", "20:00", "20:40"],
    ["its end later", "20:00", "21:30"],
    ["both ends over itself", "20:20", "21:20"],
  ])("may move %s: it is never in its own way", async (_, startsAt, endsAt) => {
    await using given = await givenStation();
    const { slotId } = await given.plan("long", "20:00", "21:00");
    expect(await given.move(slotId, startsAt, endsAt)).toMatchObject({ success: true });
    expect(await given.slots()).toMatchObject([{ startsAt: at(startsAt), endsAt: at(endsAt) }]);
    expect((await given.list()).slots).toMatchObject([
      { state: "on-libretime", startsAt: `2026-11-24T${startsAt}:00Z`, endsAt: `2026-11-24T${endsAt}:00Z` },
    ]);
    expect((await given.station.snapshot()).schedule).toHaveLength(1);
  });

  test("plays what was planned, although the episode has another track by now", async () => {
    await using given = await givenStation();
    const episodeId = await makeEpisode(given.shows.night, "Mastered anew", tracks.night1);
    const { slotId } = (await planOne(given.deps, given.people.programmer, {
      ...given.wish("night1", "20:00", "21:00"),
      episodeId,
    })) as Planned;
    await (
      await getCms()
    ).update({ collection: "episodes", id: episodeId, data: { libretimeTrackId: tracks.short }, overrideAccess: true });
    await given.move(slotId, "22:00", "23:00");
    expect(await given.heard()).toEqual(["22:00–23:00 Night Flight #1"]);
  });

  test("to where it is already is done already", async () => {
    await using given = await givenStation();
    const first = await given.plan("night1", "20:00", "21:00");
    const before = await given.station.snapshot();
    expect(await given.move(first.slotId, "20:00", "21:00")).toEqual({ ...first, idempotent: true });
    expect(await given.station.snapshot()).toEqual(before);
  });

  test("to where somebody is, is refused, and the slot stays", async () => {
    await using given = await givenStation();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    await foreign(given, "22:00", "23:00");
    await given.plan("night1", "18:00", "19:00");
    await expectRefused(given, "SLOT_OVERLAP", () => given.move(slotId, "21:30", "22:30"));
    await expectRefused(given, "TRACK_OVERLAP", () => given.move(slotId, "18:30", "19:30"));
    expect(await given.slots()).toHaveLength(2);
  });

  test("of what is on air is ON_AIR, of what has aired IN_THE_PAST, into the past IN_THE_PAST", async () => {
    await using given = await givenStation();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    await given.setClock(at("20:00"));
    await given.deps.mirror.refresh();
    await expectRefused(given, "ON_AIR", () => given.move(slotId, "22:00", "23:00"));
    await given.setClock(at("21:00"));
    await expectRefused(given, "IN_THE_PAST", () => given.move(slotId, "22:00", "23:00"));
    await given.setClock(at("19:00"));
    await expectRefused(given, "IN_THE_PAST", () => given.move(slotId, "18:00", "19:30"));
    await expectRefused(given, "SLOT_NOT_FOUND", () => given.move("instance:1", "22:00", "23:00"));
  });

  test("of two who move the same slot as they saw it, the second is told that it has changed", async () => {
    await using given = await givenStation();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    const seen = { version: 1 };
    const [, second] = await Promise.allSettled([
      given.move(slotId, "22:00", "23:00", seen),
      given.move(slotId, "18:00", "19:00", seen),
    ]);
    expect(second).toMatchObject({ status: "rejected", reason: { problem: { code: "STALE_PLAN" } } });
    expect(await given.heard()).toEqual(["22:00–23:00 Night Flight #1"]);
  });

  test("leaves it the same slot, one version on", async () => {
    await using given = await givenStation();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    expect(await given.move(slotId, "22:00", "23:00", { version: 1 })).toMatchObject({ slotId });
    expect(await given.slots()).toMatchObject([{ id: slotId, version: 2, startsAt: at("22:00") }]);
  });

  test("that waited until its time had come is refused", async () => {
    await using given = await givenStation();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    await given.setClock(at("19:58"));
    await given.deps.mirror.refresh();
    let letGo = (): void => undefined;
    const before = given.deps.lock.withLock("station", () => new Promise<void>((resolve) => (letGo = resolve)));
    const moving = refused(given.move(slotId, "22:00", "23:00"));
    // Long enough to have been judged once, before its turn.
    await pause(300);
    await given.setClock(at("20:01"));
    letGo();
    await before;
    expect(await moving).toEqual({ code: "ON_AIR" });
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
  });
});

describe("a replacement", () => {
  test("puts one on and takes the others off, in one act with one way back", async () => {
    await using given = await givenStation();
    const first = await given.plan("night1", "20:00", "21:00");
    const second = await given.plan("tapes", "21:00", "22:00");
    const third = await given.replace([first.slotId, second.slotId], "night2", "20:30", "21:30");
    expect(await given.heard()).toEqual(["20:30–21:30 Night Flight #2"]);
    expect(await given.lastOperation()).toMatchObject({
      kind: "replace",
      state: "done",
      inverse: { takeOff: [{ id: third.slotId }], putBack: [{ id: first.slotId }, { id: second.slotId }] },
    });
  });

  test("of one of two that are in the way names the other", async () => {
    await using given = await givenStation();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    await given.plan("tapes", "21:00", "22:00");
    expect(
      await expectRefused(given, "SLOT_OVERLAP", () => given.replace([slotId], "night2", "20:30", "21:30")),
    ).toMatchObject({ conflicts: [{ title: "Tapes from Leeds" }] });
  });

  test("never takes off what is not ours, or has begun", async () => {
    await using given = await givenStation();
    const instance = await foreign(given, "22:00", "23:00");
    await expectRefused(given, "SLOT_NOT_FOUND", () =>
      given.replace([`instance:${instance}`], "night2", "22:00", "23:00"),
    );
    const { slotId } = await given.plan("night1", "12:00", "13:00");
    await expectRefused(given, "ON_AIR", () => given.replace([slotId], "night2", "12:30", "13:30"));
  });

  test("takes the others off, also when what replaces them stands there already", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    const other = await given.plan("tapes", "21:00", "22:00");
    await given.replace([other.slotId], "night1", "20:00", "21:00");
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
  });
});

test("the log names every act's end, with ids", async () => {
  await using given = await givenStation();
  logged.length = 0;
  const { slotId, playoutId } = await given.plan("night1", "20:00", "21:00");
  await given.plan("night1", "20:00", "21:00");
  await refused(given.plan("night2", "20:30", "21:30"));
  await refused(given.plan("bare", "20:30", "21:30"));
  await given.unplan("night1", "20:00");
  const messages = logged.map((line) => (JSON.parse(line) as { msg: string }).msg);
  expect(messages[0]).toMatch(
    new RegExp(
      `^\\[SCHEDULE\\] schedule_plan_ok episodeId=${given.episodes.night1} showId=${given.shows.night} .*instanceId=1 playoutId=${playoutId} slotId=${slotId}$`,
    ),
  );
  expect(messages.map((message) => message.split(" ")[1])).toEqual([
    "schedule_plan_ok",
    "schedule_plan_idempotent",
    "schedule_plan_conflict",
    "schedule_plan_fail",
    "schedule_unplan_ok",
  ]);
  expect(messages[2]).toContain(`conflictId=${playoutId}`);
  expect(messages[3]).toContain("code=TRACK_NOT_READY");
});
