import { expect, test } from "vitest";

import { startStation } from "../station";
import { demoWorld } from "./demo-world";
import { programmes } from "./programmes";

const now = new Date("2026-11-18T10:00:00Z");
const world = demoWorld(now, "Europe/Paris");

test("the same now gives the same world", () => {
  expect(demoWorld(now, "Europe/Paris")).toEqual(world);
});

test("there are twelve programmes of twenty-five episodes, and no title twice", () => {
  expect(programmes.map((programme) => programme.titles.length)).toEqual(Array.from({ length: 12 }, () => 25));
  expect(new Set(programmes.flatMap((programme) => programme.titles)).size).toBe(300);
});

test("an episode says all that a CMS needs to know of it", () => {
  const episodes = world.files?.filter((file) => file.label === "Radio Colline") ?? [];
  expect(episodes.length).toBeGreaterThan(300);
  for (const episode of episodes) {
    for (const field of ["artist_name", "album_title", "track_title", "genre", "mood", "date", "contributor"])
      expect(episode[field]).toBeTruthy();
  }
});

test("some files are not ready, for every reason there is", () => {
  const some = (test: (file: Readonly<Record<string, unknown>>) => boolean): boolean =>
    world.files?.some(test) ?? false;
  expect(some((file) => file.import_status === 1)).toBe(true);
  expect(some((file) => file.import_status === 2)).toBe(true);
  expect(some((file) => file.hidden === true)).toBe(true);
  expect(some((file) => file.exists === false)).toBe(true);
  expect(some((file) => file.length === null && file.import_status === undefined)).toBe(true);
});

test("the week that LibreTime made goes to air without a hitch, at the station's hours", async () => {
  await using station = await startStation({ world });
  const { broken, entries } = await station.onAir("2026-11-15T23:00:00Z", "2026-11-29T23:00:00Z");
  expect(broken).toBeUndefined();
  expect(entries.every((entry) => !entry.mediaMissing)).toBe(true);
  expect(new Set(entries.map((entry) => entry.showName))).toEqual(
    new Set(["Bulletin", "News and weather", "Saturday Jazz Archive", "Night relay"]),
  );
  expect(entries[0]).toMatchObject({ startsAt: "2026-11-16T06:00:00Z", showName: "Bulletin" });
});

test("in a week that changes to summer time bulletins keep their hour on the wall", async () => {
  await using station = await startStation({ world: demoWorld(new Date("2027-03-24T12:00:00Z"), "Europe/Paris") });
  const starts = (await station.onAir("2027-03-27T00:00:00Z", "2027-03-29T00:00:00Z")).entries.filter(
    (entry) => entry.title.startsWith("Early") && entry.showName === "Bulletin",
  );
  expect(starts.map((entry) => entry.startsAt)).toEqual(["2027-03-27T06:00:00Z", "2027-03-28T05:00:00Z"]);
});
