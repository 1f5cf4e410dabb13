import { at, expectRefused, givenStation, stationShows, tracks, type Given } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { problemOnWire } from "@/domain/problems";
import { foreign, on, row } from "./given/foreign.test-kit";
import { planOneInput, problemOfInput } from "./inputs";
import { planOne } from "./plan-one";

describe("a request is judged in order:", () => {
  const NOBODY = "00000000-0000-4000-8000-000000000000";

  test("unreadable, fields, time, range", () => {
    const problem = (input: unknown) => problemOfInput(planOneInput.safeParse(input).error!, input);
    const times = { scheduledAt: "2026-11-24T20:00:00Z", scheduledEnd: "2026-11-24T21:00:00Z" };
    const ids = { showId: "s", episodeId: "e" };
    expect(problem(null)).toMatchObject({ code: "MALFORMED_REQUEST" });
    expect(problem([])).toMatchObject({ code: "MALFORMED_REQUEST" });
    expect(problem("plan it")).toMatchObject({ code: "MALFORMED_REQUEST" });
    expect(problem({ showId: { evil: true } })).toMatchObject({ code: "MALFORMED_REQUEST" });
    expect(problem({ ...ids, ...times, scheduledAt: 1795550400000 })).toMatchObject({ code: "MALFORMED_REQUEST" });
    expect(problem({ ...ids, ...times, dryRun: "yes" })).toMatchObject({ code: "MALFORMED_REQUEST" });
    expect(problem({})).toEqual({
      code: "MISSING_FIELDS",
      fields: ["showId", "episodeId", "scheduledAt", "scheduledEnd"],
    });
    expect(problem({ ...ids, episodeId: " ", scheduledAt: "soon", scheduledEnd: null })).toEqual({
      code: "MISSING_FIELDS",
      fields: ["episodeId", "scheduledEnd"],
    });
    expect(problem({ ...ids, ...times, scheduledAt: "2026-11-24T20:00:00" })).toMatchObject({
      code: "INVALID_TIME",
      field: "scheduledAt",
    });
    expect(problem({ ...ids, ...times, scheduledEnd: "2026-11-24T21:00:00.5Z" })).toMatchObject({
      code: "INVALID_TIME",
      field: "scheduledEnd",
    });
    expect(problem({ ...ids, ...times, scheduledAt: "9999-11-24T20:00:00Z" })).toMatchObject({ code: "INVALID_TIME" });
    expect(problem({ ...ids, ...times, scheduledEnd: times.scheduledAt })).toMatchObject({
      code: "INVALID_TIME_RANGE",
    });
    expect(problem({ ...ids, ...times, scheduledEnd: "2026-11-25T20:00:00Z" })).toMatchObject({
      code: "INVALID_TIME_RANGE",
    });
    expect(planOneInput.safeParse({ ...ids, ...times, scheduledEnd: "2026-11-25T19:59:59Z" }).success).toBe(true);
  });

  test("one instant is one instant, however it is written", () => {
    const ids = { showId: "s", episodeId: "e", scheduledEnd: "2026-11-24T21:00:00Z" };
    const read = (scheduledAt: string) => planOneInput.parse({ ...ids, scheduledAt }).scheduledAt;
    expect(
      new Set(
        ["2026-11-24T20:00:00Z", "2026-11-24T20:00:00.000Z", "2026-11-24T21:00:00+01:00", "2026-11-24T20:00Z"].map(
          read,
        ),
      ),
    ).toEqual(new Set([at("20:00")]));
  });

  test("episode, show, mismatch, past, track, LibreTime, conflict", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    const ask = (episodeId: string, showId: string, startsAt: string) =>
      planOne(given.deps, given.people.programmer, {
        showId,
        episodeId,
        scheduledAt: at(startsAt),
        scheduledEnd: at("21:00"),
      });
    await expectRefused(given, "EPISODE_NOT_FOUND", () => ask(NOBODY, NOBODY, "08:00"));
    await expectRefused(given, "EPISODE_NOT_FOUND", () => ask("no id of ours", NOBODY, "08:00"));
    await expectRefused(given, "SHOW_NOT_FOUND", () => ask(given.episodes.bare, NOBODY, "08:00"));
    await expectRefused(given, "SHOW_MISMATCH", () => ask(given.episodes.bare, given.shows.tapes, "08:00"));
    await expectRefused(given, "IN_THE_PAST", () => ask(given.episodes.bare, given.shows.night, "11:59:59"));
    await expectRefused(given, "TRACK_NOT_READY", () => ask(given.episodes.bare, given.shows.night, "20:00"));
    await given.station.fault({ route: "GET /schedule", kind: "html", times: "always" });
    await expectRefused(given, "LIBRETIME_ANSWER", () => ask(given.episodes.night2, given.shows.night, "20:00"));
    await given.station.clearFaults();
    await expectRefused(given, "SLOT_OVERLAP", () => ask(given.episodes.night2, given.shows.night, "20:00"));
  });
});

test.each([
  ["bare", "no-track"],
  ["unknown", "unknown"],
  ["pending", "import-pending"],
  ["failed", "import-failed"],
  ["hidden", "hidden"],
  ["gone", "gone"],
  ["endless", "no-length"],
] as const)("an episode whose track is %s cannot be planned: %s", async (episode, reason) => {
  await using given = await givenStation();
  expect(await expectRefused(given, "TRACK_NOT_READY", () => given.plan(episode, "20:00", "21:00"))).toMatchObject({
    reason,
  });
});

test("a track that LibreTime has lost, which the mirror has not seen, cannot be planned", async () => {
  await using given = await givenStation();
  await given.station.remove("files", tracks.night1);
  await expectRefused(given, "TRACK_NOT_READY", () => given.plan("night1", "20:00", "21:00"));
});

test("a track that LibreTime has finished importing a moment ago is planned", async () => {
  await using given = await givenStation();
  await given.station.put("files", {
    id: tracks.pending,
    track_title: "Pending no more",
    length: "01:00:00",
    import_status: 0,
  });
  expect(await given.plan("pending", "20:00", "21:00")).toMatchObject({ success: true });
});

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

describe("LibreTime", () => {
  test('that is away is LIBRETIME_UNREACHABLE, never "no conflicts"', async () => {
    await using given = await givenStation();
    const { slotId } = await given.plan("night2", "18:00", "19:00");
    await given.station.goAway();
    for (const act of [
      () => given.plan("night1", "20:00", "21:00"),
      () => given.unplan("night2", "18:00"),
      () => given.move(slotId, "22:00", "23:00"),
    ]) {
      await expectRefused(given, "LIBRETIME_UNREACHABLE", act);
    }
    expect(await given.slots()).toHaveLength(1);
  });

  test("that was never there is LIBRETIME_UNREACHABLE too", async () => {
    await using given = await givenStation({ cold: true });
    await given.station.goAway();
    await expectRefused(given, "LIBRETIME_UNREACHABLE", () => given.plan("night1", "20:00", "21:00"));
  });

  test.each([
    ["refuses our key", { kind: "answer", status: 403, body: { detail: "Invalid key." } }, "LIBRETIME_REFUSED_KEY"],
    ["answers a page", { kind: "html", status: 200 }, "LIBRETIME_ANSWER"],
    ["answers another shape", { kind: "answer", body: { rows: [] } }, "LIBRETIME_ANSWER"],
    ["answers rows without times", { kind: "answer", body: [{ id: 1, instance: 1 }] }, "LIBRETIME_ANSWER"],
    ["breaks", { kind: "500" }, "LIBRETIME_ANSWER"],
  ] as const)('that %s is never "no conflicts"', async (_, fault, code) => {
    await using given = await givenStation();
    await given.station.fault({ route: "GET /schedule", times: "always", ...fault });
    await expectRefused(given, code, () => given.plan("night1", "20:00", "21:00"));
  });

  test("whose schedule cannot be written is LIBRETIME_TOO_OLD, before any write", async () => {
    await using given = await givenStation({ cold: true });
    await given.station.fault({
      route: "POST /schedule",
      kind: "answer",
      status: 400,
      body: { starts_at: ["This field is required."] },
      times: "always",
    });
    await expectRefused(given, "LIBRETIME_TOO_OLD", () => given.plan("tapes", "20:00", "21:00"));
  });

  test("that has told nothing new of its instances for five minutes is nothing to plan by", async () => {
    await using given = await givenStation();
    await given.setClock(at("12:05:01"));
    await expectRefused(given, "LIBRETIME_UNREACHABLE", () => given.plan("night1", "20:00", "21:00"));
    await given.station.fault({
      route: "GET /show-instances",
      kind: "answer",
      status: 403,
      body: { detail: "Invalid key." },
    });
    await given.deps.mirror.catchUp();
    await expectRefused(given, "LIBRETIME_REFUSED_KEY", () => given.plan("night1", "20:00", "21:00"));
    await given.deps.mirror.refresh();
    expect(await given.plan("night1", "20:00", "21:00")).toMatchObject({ success: true });
  });
});
