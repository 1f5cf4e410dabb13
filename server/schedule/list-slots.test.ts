import { at, givenStation, stationShows, tracks, type Given } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { on } from "./given/foreign.test-kit";
import { listSlotsInput, problemOfInput } from "./inputs";
import { arrangeMany } from "./plan-many";
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
    await given.deps.inbox.look();
    expect((await given.deps.inbox.seen()).troubles).toEqual([]);
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
