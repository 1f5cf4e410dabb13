import { at, givenStation, makeEpisode, refused, stationShows, tracks, type Given } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { formatInstant, instant } from "@/domain/time";
import { firstInstantFrom, wallClockOn, type CalendarDay } from "@/domain/zone";
import type { ListSlotsInput } from "./inputs";
import { foreign, on, row } from "./given/foreign.test-kit";
import { listSlotsInput, planOneInput, problemOfInput } from "./inputs";
import { listSlots } from "./list-slots";
import { arrangeMany } from "./plan-many";
import { planOne } from "./plan-one";
import { stationStatus } from "./station-status";
import { stationWeek } from "./station-week";

/** The one slot of that evening. */
async function onlySlot(given: Given) {
  const { slots } = await given.list("19:00", "23:00");
  expect(slots).toHaveLength(1);
  return slots[0]!;
}

describe("a slot of ours", () => {
  test("is listed with all that the grid draws", async () => {
    await using given = await givenStation();
    const { slotId, instanceId, playoutId } = await given.plan("short", "20:00", "21:00");
    expect(await given.list("18:00", "24:00")).toEqual({
      slots: [
        {
          id: slotId,
          kind: "planned",
          state: "on-libretime",
          startsAt: "2026-11-24T20:00:00Z",
          endsAt: "2026-11-24T21:00:00Z",
          title: "Night Flight, short",
          showName: "Night Flight",
          colour: "#1c7ed6",
          episodeId: given.episodes.short,
          showId: given.shows.night,
          content: { kind: "track", episodeId: given.episodes.short, trackId: tracks.short, trackSeconds: 3480 },
          instanceId,
          playoutIds: [playoutId],
          trackIds: [tracks.short],
          trackSeconds: 3480,
          locked: false,
          live: false,
          warnings: [{ code: "DEAD_AIR", seconds: 120 }],
          version: 1,
          airing: { kind: "premiere" },
          plannedBy: "Ada the programmer",
        },
      ],
      gaps: [
        { startsAt: "2026-11-24T18:00:00Z", endsAt: "2026-11-24T20:00:00Z" },
        { startsAt: "2026-11-24T20:58:00Z", endsAt: "2026-11-24T21:00:00Z", inside: slotId },
        { startsAt: "2026-11-24T21:00:00Z", endsAt: "2026-11-25T00:00:00Z" },
      ],
      asOf: "2026-11-24T12:00:00Z",
      timeZone: "Europe/Paris",
    });
  });

  test.each([
    ["missing", "whose row is gone from LibreTime", (given: Given) => given.station.remove("schedule", 1)],
    ["missing", "whose instance is gone from LibreTime", (given: Given) => given.station.remove("show-instances", 1)],
    [
      "missing",
      "whose row's number is that of a row with another track",
      (given: Given) =>
        given.station.put("schedule", {
          id: 1,
          instance: 1,
          file: tracks.night2,
          starts_at: on("20:00"),
          ends_at: on("21:00"),
        }),
    ],
    [
      "changed",
      "whose row begins at another time",
      (given: Given) =>
        given.station.put("schedule", {
          id: 1,
          instance: 1,
          file: tracks.night1,
          starts_at: on("20:05"),
          ends_at: on("21:00"),
        }),
    ],
    [
      "changed",
      "whose instance was cut short",
      async (given: Given) => {
        await given.station.put("show-instances", {
          id: 1,
          show: stationShows.night,
          starts_at: on("20:00"),
          ends_at: on("20:30"),
        });
        await given.deps.mirror.refresh();
      },
    ],
    [
      "duplicate",
      "whose track stands there twice",
      (given: Given) =>
        given.station.put("schedule", {
          instance: 1,
          file: tracks.night1,
          starts_at: on("20:00"),
          ends_at: on("21:00"),
        }),
    ],
  ])("is %s: %s", async (state, _, change) => {
    await using given = await givenStation();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    await change(given);
    const { slots } = await given.list("19:00", "23:00");
    expect(slots.find(({ id }) => id === slotId)).toMatchObject({ kind: "planned", state });
  });

  test("is locked from the moment at which it begins", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    await given.setClock(at("19:59:59"));
    expect(await onlySlot(given)).toMatchObject({ locked: false });
    await given.setClock(at("20:00"));
    given.deps.windows.drop();
    expect(await onlySlot(given)).toMatchObject({ locked: true });
  });

  test("that was planned a moment ago is listed at once, whatever was looked at before", async () => {
    await using given = await givenStation();
    expect((await given.list()).slots).toEqual([]);
    await given.plan("night1", "20:00", "21:00");
    expect((await given.list()).slots).toHaveLength(1);
    await given.unplan("night1", "20:00");
    expect((await given.list()).slots).toEqual([]);
  });

  test("whose row was moved away is changed, and what airs elsewhere is shown there, locked", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    await given.station.put("show-instances", {
      id: 1,
      show: stationShows.night,
      starts_at: on("21:30"),
      ends_at: on("22:30"),
    });
    await given.station.put("schedule", {
      id: 1,
      instance: 1,
      file: tracks.night1,
      starts_at: on("21:30"),
      ends_at: on("22:30"),
    });
    await given.deps.mirror.refresh();
    expect((await given.list("19:00", "23:00")).slots).toMatchObject([
      { kind: "planned", state: "changed", startsAt: "2026-11-24T20:00:00Z" },
      {
        kind: "foreign",
        locked: true,
        startsAt: "2026-11-24T21:30:00Z",
        endsAt: "2026-11-24T22:30:00Z",
        playoutIds: [1],
      },
    ]);
  });
});

describe("a slot of ours whose row has left the window, and nobody could look where it is", () => {
  test("is unknown, and heard of as it was planned: an answer that failed is not one that says no", async () => {
    await using given = await givenStation({ timeoutMs: 800 });
    const { slotId, playoutId } = await given.plan("night1", "20:00", "21:00");
    await given.station.put("schedule", {
      id: playoutId,
      instance: 1,
      file: tracks.night1,
      starts_at: "2026-12-03T20:00:00Z",
      ends_at: "2026-12-03T21:00:00Z",
    });
    await given.station.fault({ route: "GET /schedule/*", kind: "500", times: "always" });
    given.deps.windows.drop();
    const { slots, gaps } = await given.list("20:00", "21:00");
    expect(slots).toMatchObject([{ id: slotId, state: "unknown" }]);
    expect(slots[0]).not.toHaveProperty("differences");
    expect(gaps).toEqual([]);
    expect((await stationWeek(given.deps)).next).toMatchObject({ showName: "Night Flight" });
    await given.deps.inbox.look(given.deps);
    expect((await given.deps.inbox.seen(given.deps)).troubles).toEqual([]);
    await given.station.clearFaults();
    expect((await given.list("20:00", "21:00")).slots).toMatchObject([{ state: "changed" }]);
  });

  test("is missing as well with a whole day that LibreTime has lost; while it gives no answer, one wait tells that all are unknown", async () => {
    await using given = await givenStation();
    const hour = (index: number) => ({
      showId: given.shows.night,
      episodeId: given.episodes.night1,
      to: { startsAt: at(`${13 + index}:00`), endsAt: at(`${14 + index}:00`) },
    });
    await arrangeMany(given.deps, given.people.programmer, {
      mode: "all",
      changes: Array.from({ length: 22 }, (_, index) => hour(index)),
    });
    for (const { id } of (await given.station.snapshot()).schedule)
      await given.station.remove("schedule", id as number);
    given.deps.windows.drop();
    expect((await given.list()).slots.map(({ state }) => state)).toEqual(Array(22).fill("missing"));
    await given.station.fault({ route: "GET /schedule/*", kind: "500", times: "always" });
    given.deps.windows.drop();
    const asked = await given.requestsOf(async () =>
      expect((await given.list()).slots.map(({ state }) => state)).toEqual(Array(22).fill("unknown")),
    );
    expect(new Set(asked.filter((each) => each === "GET /schedule/*")).size).toBe(1);
    expect(asked.length).toBeLessThan(22);
  });
});

describe("a foreign slot", () => {
  test("is listed with its rows, named and locked; an empty one too, and a live one is no gap", async () => {
    await using given = await givenStation();
    await given.station.put("shows", { id: stationShows.jazz, name: "Jazz Hour", background_color: "ff8800" });
    const jazz = await foreign(given, "20:00", "21:00");
    const playoutId = await row(given, jazz, "20:00", "20:45");
    const live = await foreign(given, "21:00", "22:00", { show: stationShows.breakfast });
    const { slots, gaps } = await given.list("20:00", "22:00");
    expect(slots).toMatchObject([
      {
        id: `instance:${jazz}`,
        kind: "foreign",
        state: "on-libretime",
        title: "Kind of Blue",
        showName: "Jazz Hour",
        colour: "#ff8800",
        instanceId: jazz,
        playoutIds: [playoutId],
        trackIds: [tracks.jazz],
        locked: true,
        live: false,
        warnings: [],
      },
      {
        id: `instance:${live}`,
        kind: "foreign",
        title: "Breakfast",
        showName: "Breakfast",
        playoutIds: [],
        locked: true,
        live: true,
      },
    ]);
    expect(slots[0]).not.toHaveProperty("episodeId");
    expect(gaps).toEqual([
      { startsAt: "2026-11-24T20:45:00Z", endsAt: "2026-11-24T21:00:00Z", inside: `instance:${jazz}` },
    ]);
  });

  test("in which one of ours stands is what is left of it, before and after", async () => {
    await using given = await givenStation();
    const shared = await foreign(given, "20:00", "23:00", { show: stationShows.night });
    await given.plan("night1", "21:00", "22:00");
    expect(
      (await given.list("19:00", "24:00")).slots.map(({ id, startsAt, endsAt, kind }) => [
        kind,
        id.startsWith("instance:") ? id : "ours",
        startsAt.slice(11, 16),
        endsAt.slice(11, 16),
      ]),
    ).toEqual([
      ["foreign", `instance:${shared}`, "20:00", "21:00"],
      ["planned", "ours", "21:00", "22:00"],
      ["foreign", `instance:${shared}/1`, "22:00", "23:00"],
    ]);
  });

  test("that was made a moment ago is known by its row, and its instance is read once", async () => {
    await using given = await givenStation();
    const instance = await given.station.put("show-instances", {
      show: stationShows.jazz,
      starts_at: on("20:00"),
      ends_at: on("21:00"),
    });
    await row(given, instance, "20:00", "20:45");
    expect(await given.requestsOf(() => given.list())).toEqual(["GET /schedule", "GET /show-instances/*"]);
    given.deps.windows.drop();
    expect(await given.requestsOf(() => given.list())).toEqual(["GET /schedule"]);
  });
});

describe("what it costs", () => {
  test("one window request, however many look at once, and none for those who look within seconds", async () => {
    await using given = await givenStation();
    expect(await given.requestsOf(() => Promise.all(Array.from({ length: 20 }, () => given.list())))).toEqual([
      "GET /schedule",
    ]);
    expect(await given.requestsOf(() => given.list())).toEqual([]);
    await given.setClock(at("12:00:04"));
    expect(await given.requestsOf(() => given.list())).toEqual(["GET /schedule"]);
  });

  test("more than 42 days at once is INVALID_TIME_RANGE, and so is an end before its start", () => {
    const problem = (from: string, to: string) => {
      const given = listSlotsInput.safeParse({ from, to });
      return given.success ? null : problemOfInput(given.error, { from, to }).code;
    };
    expect(problem("2026-11-01T00:00:00Z", "2026-12-13T00:00:00Z")).toBeNull();
    expect(problem("2026-11-01T00:00:00Z", "2026-12-13T00:00:01Z")).toBe("INVALID_TIME_RANGE");
    expect(problem("2026-11-02T00:00:00Z", "2026-11-01T00:00:00Z")).toBe("INVALID_TIME_RANGE");
    expect(problem("2026-11-01", "2026-11-02")).toBe("INVALID_TIME");
  });
});

describe("while LibreTime is away", () => {
  test("what was seen last is answered, with its time, as stale and unknown", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    await foreign(given, "21:00", "22:00");
    await given.list("19:00", "23:00");
    await given.station.goAway();
    await given.setClock(at("12:01"));
    const list = await given.list("19:00", "23:00");
    expect(list).toMatchObject({
      stale: true,
      asOf: "2026-11-24T12:00:00Z",
      slots: [
        { kind: "planned", state: "unknown" },
        { kind: "foreign", state: "unknown" },
      ],
    });
    await given.station.comeBack();
    expect(await given.list("19:00", "23:00")).not.toHaveProperty("stale");
  });

  test("a week that was read a moment ago is stale as soon as acts are refused, and fresh again once they are not", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    const fresh = await given.list();
    await given.station.goAway();
    // Anybody's question may be the one that finds out: the act and the list then go by what is known.
    await given.deps.libretime.schedule.window({ startsAt: at("06:00"), endsAt: at("07:00") }).catch(() => undefined);
    expect((await refused(given.plan("night2", "22:00", "23:00"))).code).toBe("LIBRETIME_UNREACHABLE");
    expect(await given.list()).toMatchObject({ stale: true, asOf: fresh.asOf });
    await given.station.comeBack();
    expect(await given.list()).toEqual(fresh);
  });

  test("a week that was read a moment ago is stale while LibreTime answers nonsense about the schedule", async () => {
    await using given = await givenStation();
    const fresh = await given.list();
    await given.station.fault({ route: "GET /schedule", kind: "html", times: "always" });
    const wish = given.plan("night2", "22:00", "23:00", { dryRun: true });
    expect((await refused(wish)).code).toBe("LIBRETIME_ANSWER");
    expect(await given.list()).toMatchObject({ stale: true });
    await given.station.clearFaults();
    expect(await given.list()).toEqual(fresh);
  });

  test("a window that was never seen is LIBRETIME_UNREACHABLE", async () => {
    await using given = await givenStation();
    await given.station.goAway();
    expect((await refused(given.list())).code).toBe("LIBRETIME_UNREACHABLE");
  });

  test("the head of the page says so, and since when; the station's week is stale, not broken", async () => {
    await using given = await givenStation();
    expect(await stationStatus(given.deps, given.people.viewer)).toMatchObject({
      problem: null,
      seenAt: "2026-11-24T12:00:00Z",
      me: { role: "viewer", canPlan: false },
    });
    await given.station.goAway();
    await given.setClock(at("12:01"));
    expect(await stationStatus(given.deps, given.people.viewer)).toMatchObject({ seenAt: "2026-11-24T12:00:00Z" });
    await given.deps.mirror.catchUp();
    expect(await stationStatus(given.deps, given.people.viewer)).toMatchObject({
      problem: { code: "LIBRETIME_UNREACHABLE" },
    });
    expect(await stationWeek(given.deps)).toMatchObject({ stale: true });
  });
});

test("on air is what is heard now; a slot that LibreTime has lost is not on air", async () => {
  await using given = await givenStation();
  const { playoutId } = await given.plan("night1", "20:00", "21:00");
  await given.setClock(at("20:30"));
  await given.deps.mirror.refresh();
  expect((await stationStatus(given.deps, given.people.viewer)).onAir).toMatchObject({ title: "Night Flight, night1" });
  await given.station.remove("schedule", playoutId);
  given.deps.windows.drop();
  expect((await stationStatus(given.deps, given.people.viewer)).onAir).toBeNull();
});

test("a listener hears of titles that are ready, of foreign slots by their show alone, and of no ids", async () => {
  await using given = await givenStation();
  await given.plan("night1", "20:00", "21:00");
  await row(given, await foreign(given, "21:00", "22:00"), "21:00", "21:45");
  const { days, next } = await stationWeek(given.deps, "2026-11-24" as CalendarDay);
  expect(next).toEqual({
    showName: "Night Flight",
    title: "Night Flight, night1",
    startsAt: "2026-11-24T20:00:00Z",
    endsAt: "2026-11-24T21:00:00Z",
    colour: "#1c7ed6",
    live: false,
  });
  expect(days.flatMap(({ entries }) => entries).map(({ showName, title }) => [showName, title])).toEqual([
    ["Night Flight", "Night Flight, night1"],
    ["Jazz Hour", null],
  ]);
});

describe("on the days on which the clock changes", () => {
  const DST = { spring: "2027-03-28", autumn: "2026-10-25" } as const;

  test.each([
    [
      "spring, 02:30 does not exist, and both offsets are instants",
      DST.spring,
      [
        ["01:30:00+01:00", "00:30"],
        ["03:30:00+02:00", "01:30"],
      ],
    ],
    [
      "autumn, 02:30 exists twice, an hour apart",
      DST.autumn,
      [
        ["02:30:00+02:00", "00:30"],
        ["02:30:00+01:00", "01:30"],
      ],
    ],
  ] as const)("in %s", async (_, day, wishes) => {
    await using given = await givenStation({ now: instant(Date.parse(`${day}T00:00:00Z`)) });
    for (const [local, utc] of wishes) {
      const startsAt = `${day}T${local}`;
      const input = planOneInput.parse({
        showId: given.shows.night,
        episodeId: given.episodes.night1,
        scheduledAt: startsAt,
        scheduledEnd: formatInstant(instant(Date.parse(startsAt) + 3_600_000)),
      });
      await planOne(given.deps, given.people.programmer, input);
      expect((await given.station.snapshot()).schedule.at(-1)).toMatchObject({ starts_at: `${day}T${utc}:00Z` });
    }
    expect((await given.station.onAir(`${day}T00:00:00Z`, `${day}T06:00:00Z`)).entries).toHaveLength(2);
  });

  test.each([
    [DST.spring, 23],
    [DST.autumn, 25],
  ] as const)("%s has %i hours, and what begins in them belongs to it", async (day, length) => {
    await using given = await givenStation({ now: instant(Date.parse(`${day}T00:00:00Z`) - 7_200_000) });
    const midnight = firstInstantFrom(given.deps.zone, wallClockOn(day as CalendarDay));
    const last = instant(midnight + (length - 1) * 3_600_000);
    const window: ListSlotsInput = { from: midnight, to: instant(midnight + length * 3_600_000) };
    const lateEpisode = await makeEpisode(given.shows.night, "The day's last hour", tracks.night2);
    await planOne(
      given.deps,
      given.people.programmer,
      planOneInput.parse({
        showId: given.shows.night,
        episodeId: lateEpisode,
        scheduledAt: formatInstant(last),
        scheduledEnd: formatInstant(window.to),
      }),
    );
    expect((await listSlots(given.deps, window)).slots).toHaveLength(1);
    const { days } = await stationWeek(given.deps, day as CalendarDay);
    expect(days.filter(({ entries }) => entries.length > 0).map((each) => each.day)).toEqual([day]);
  });
});
