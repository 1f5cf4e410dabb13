import { at, givenStation, stationShows, tracks } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import type { CalendarDay } from "@/domain/zone";
import { foreign, on, row } from "./given/foreign.test-kit";
import { stationStatus } from "./station-status";
import { stationWeek } from "./station-week";

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
