import { givenStation, tracks, type Given } from "@/server/schedule/given/given.test-kit";
import { anotherShow, replaceFile } from "@/server/schedule/given/replaced.test-kit";
import { expect, test } from "vitest";
import { at } from "@/domain/given.test-kit";
import { getCms } from "@/server/cms/cms";
import { findEpisode } from "@/server/cms/episodes";
import { lookUpWith } from "@/server/cms/station-lookup";
import { keepKnown } from "@/server/schedule/keep-known";
import { stationShows } from "@/server/schedule/given/programme.test-kit";
import { stockFor } from "@/server/schedule/patterns/stock";
import { saveRuleInput } from "@/server/schedule/patterns/inputs";
import { saveRule } from "@/server/schedule/patterns/save-rule";
import { fittingEpisodes } from "./fitting";
import { searchLibraryInput, searchTracksInput } from "./inputs";
import { lookupIn } from "./lookup-in";
import { makeEpisodeOfTrack } from "./make-episode-of-track";
import { searchLibrary } from "./search-library";
import { searchStationShows } from "./search-station-shows";
import { searchTracks } from "./search-tracks";

const was = { kind: "file", id: tracks.night1, title: "Night Flight #1", lengthSeconds: 3600 };

async function givenReplaced(): Promise<Given> {
  const given = await givenStation();
  await keepKnown(given.deps);
  await replaceFile(given);
  return given;
}

const search = (given: Given, input: object) =>
  searchLibrary(given.deps, given.people.programmer, searchLibraryInput.parse(input));

test("the card of an episode whose track was replaced says so, with the length that it had, and it is no ready one", async () => {
  await using given = await givenReplaced();
  const card = (await search(given, { q: "night1" })).items[0]!;
  expect(card).toMatchObject({ ready: { reason: "replaced", was } });
  const ready = await search(given, { readyOnly: true, limit: 100 });
  expect(ready.items.map(({ id }) => id)).not.toContain(given.episodes.night1);
  expect(ready.total).toBe(ready.items.length);
  const all = (await search(given, { limit: 100 })).items;
  const place = (id: string) => all.findIndex((each) => each.id === id);
  expect(place(given.episodes.night1)).toBeGreaterThan(place(given.episodes.night2));
});

test("it fills no gap and no hole", async () => {
  await using given = await givenReplaced();
  const fitting = await fittingEpisodes(given.deps, given.people.programmer, {
    from: at("20:00"),
    to: at("22:00"),
    limit: 20,
  });
  expect(fitting.map(({ id }) => id)).not.toContain(given.episodes.night1);
  await saveRule(
    given.deps,
    given.people.programmer,
    saveRuleInput.parse({
      showId: given.shows.night,
      weekday: 2,
      startTime: "22:00",
      minutes: 60,
      anchor: "2026-11-24",
    }),
  );
  const { shows } = await stockFor(given.deps, given.people.programmer, { from: at("00:00"), to: at("48:00") });
  expect(shows).toHaveLength(1);
  for (const { episodes } of shows)
    expect(episodes.find(({ id }) => id === given.episodes.night1)).toMatchObject({ notReady: "replaced" });
});

test("the list of files says whose track was another one, and an episode can be made of what it is now", async () => {
  await using given = await givenReplaced();
  lookUpWith(lookupIn(given.deps));
  const listed = async () =>
    (await searchTracks(given.deps, searchTracksInput.parse({ ids: [tracks.night1] }))).items[0]!;
  expect(await listed()).toMatchObject({
    ready: true,
    title: "The Harbour",
    formerOf: [{ episodeId: given.episodes.night1, was }],
  });
  expect(await listed()).not.toHaveProperty("usedBy");
  expect(
    (await searchTracks(given.deps, searchTracksInput.parse({ onlyUnused: true }))).items.map(({ id }) => id),
  ).toContain(tracks.night1);
  const made = await makeEpisodeOfTrack(given.deps, given.people.programmer, {
    trackId: tracks.night1,
    showId: given.shows.night,
    title: "The Harbour",
  });
  expect(made).toMatchObject({ existed: false });
  expect(await findEpisode(given.people.programmer, made.episodeId)).toMatchObject({
    recording: { title: "The Harbour", seconds: 3000 },
  });
  expect(
    await makeEpisodeOfTrack(given.deps, given.people.programmer, {
      trackId: tracks.night1,
      showId: given.shows.night,
    }),
  ).toEqual({ ...made, existed: true });
  expect(await listed()).toMatchObject({ usedBy: "The Harbour", formerOf: [{ episodeId: given.episodes.night1 }] });
  await (await getCms()).delete({ collection: "episodes", id: made.episodeId, overrideAccess: true });
});

test("a linked show that is another one by now is named as it was", async () => {
  await using given = await givenStation();
  await keepKnown(given.deps);
  expect((await searchStationShows(given.deps, given.people.admin, { ids: [stationShows.night] })).items).toEqual([
    { id: stationShows.night, name: "Night Flight", linkedTo: "Night Flight" },
  ]);
  await given.station.put("shows", { id: stationShows.night, ...anotherShow });
  await given.deps.mirror.refresh();
  expect((await searchStationShows(given.deps, given.people.admin, { ids: [stationShows.night] })).items).toEqual([
    { id: stationShows.night, name: anotherShow.name, linkedTo: "Night Flight", wasNamed: "Night Flight" },
  ]);
});
