import { at, givenStation, type Given } from "./given/given.test-kit";
import { expect, test } from "vitest";
import { episodeAirings } from "@/server/library/airings";
import { foreign, row } from "./given/foreign.test-kit";

/** What the slots of that window are to their episodes: "20:00 premiere". */
async function airings(given: Given, startsAt?: string, endsAt?: string): Promise<string[]> {
  const { slots } = await given.list(startsAt, endsAt);
  return slots.map(
    ({ startsAt: start, airing }) =>
      `${start.slice(11, 16)} ${airing?.kind === "rerun" ? `rerun of ${airing.of}` : airing?.kind}`,
  );
}

test("an episode that is planned again is a rerun of its earliest slot, also when that is in another week", async () => {
  await using given = await givenStation();
  await given.plan("night1", "20:00", "21:00");
  await given.plan("night1", "46:00", "47:00");
  await given.plan("night2", "47:00", "48:00");
  expect(await airings(given)).toEqual(["20:00 premiere", "22:00 rerun of 2026-11-24T20:00:00Z", "23:00 premiere"]);
  expect(await airings(given, "40:00", "47:00")).toEqual(["22:00 rerun of 2026-11-24T20:00:00Z"]);
});

test("whoever is planned before the premiere takes its place, and gives it back", async () => {
  await using given = await givenStation();
  await given.plan("night1", "20:00", "21:00");
  await given.plan("night1", "18:00", "19:00");
  expect(await airings(given)).toEqual(["18:00 premiere", "20:00 rerun of 2026-11-24T18:00:00Z"]);
  await given.unplan("night1", "18:00");
  expect(await airings(given)).toEqual(["20:00 premiere"]);
});

test("a premiere that is gone from LibreTime was planned all the same", async () => {
  await using given = await givenStation();
  await given.plan("night1", "20:00", "21:00");
  await given.plan("night1", "22:00", "23:00");
  await given.station.remove("schedule", 1);
  given.deps.windows.drop();
  const { slots } = await given.list();
  expect(slots.map(({ state, airing }) => [state, airing])).toEqual([
    ["missing", { kind: "premiere" }],
    ["on-libretime", { kind: "rerun", of: "2026-11-24T20:00:00Z" }],
  ]);
});

test("what others made in LibreTime is neither", async () => {
  await using given = await givenStation();
  await row(given, await foreign(given, "20:00", "22:00"), "20:00", "21:00");
  expect((await given.list()).slots.map((slot) => "airing" in slot)).toEqual([false]);
});

test("all slots of an episode are listed, past and future, the earliest first", async () => {
  await using given = await givenStation();
  const later = await given.plan("night1", "30:00", "31:00");
  const earlier = await given.plan("night1", "13:00", "14:00");
  await given.plan("night2", "20:00", "21:00");
  await given.setClock(at("24:00"));
  expect(await episodeAirings({ episodeId: given.episodes.night1 })).toEqual([
    {
      slotId: earlier.slotId,
      startsAt: "2026-11-24T13:00:00Z",
      endsAt: "2026-11-24T14:00:00Z",
      airing: { kind: "premiere" },
    },
    {
      slotId: later.slotId,
      startsAt: "2026-11-25T06:00:00Z",
      endsAt: "2026-11-25T07:00:00Z",
      airing: { kind: "rerun", of: "2026-11-24T13:00:00Z" },
    },
  ]);
  expect(await episodeAirings({ episodeId: given.episodes.short })).toEqual([]);
});
