import { at, expectRefused, givenStation, tracks } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
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
