import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { instant } from "@/domain/time";
import { getCms } from "@/server/cms/cms";
import type { Actor } from "@/server/cms/records";
import { createLock } from "@/server/coordination/lock";
import { createMirror } from "@/server/coordination/mirror";
import type { NewsEvent } from "@/server/coordination/news";
import { createLibreTime } from "@/server/libretime/client";
import { startStation, type Station } from "@/station/station";
import type { LibraryDeps } from "./deps";
import { libraryFacets } from "./facets";
import { searchLibraryInput, searchTracksInput } from "./inputs";
import { seedLibrary } from "./seed.test-kit";
import { makeEpisodeOfTrack } from "./make-episode-of-track";
import { searchLibrary } from "./search-library";
import { searchStationShows } from "./search-station-shows";
import { searchTracks } from "./search-tracks";

const NOW = instant(Date.now());
/** The settings must stand before Payload's configuration is loaded, which an import does. */
const folder = await vi.hoisted(async () => {
  const { mkdtempSync } = await import("node:fs");
  const { tmpdir } = await import("node:os");
  const made = mkdtempSync(`${tmpdir()}/airweek-library-`);
  const settings = {
    DATABASE_URL: `file:${made}/test.db`,
    PAYLOAD_SECRET: "a-secret-for-tests-only",
    LIBRETIME_API_URL: "http://127.0.0.1:1",
    LIBRETIME_API_KEY: "unused",
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  return made;
});
const told: NewsEvent[] = [];
let station: Station;
let deps: LibraryDeps;
let actor: Actor;
let [jazz, talk]: string[] = [];

beforeAll(async () => {
  station = await startStation({
    world: {
      shows: [{ name: "Jazz nights" }, { name: "Élan vital" }],
      files: [
        { id: 1, track_title: "Blue hour", artist_name: "Ana", album_title: "Jazz nights", length: "00:58:43" },
        { id: 2, track_title: "Blue", artist_name: "Bert", length: "01:02:43.500000" },
        { id: 3, track_title: "Deep blue", artist_name: "Blue Note", length: "00:30:00", import_status: 1 },
        { id: 4, track_title: "Été", artist_name: "Chloé", length: "00:57:40", hidden: true },
        {
          id: 5,
          track_title: "Interview",
          artist_name: "Bluesman",
          length: "00:12:00",
          genre: "Talk; Culture",
          mood: "calm",
        },
      ],
    },
  });
  const libretime = createLibreTime({ url: station.url, apiKey: station.key });
  const mirror = createMirror({ libretime, now: () => NOW });
  await mirror.ready();
  deps = { libretime, mirror, lock: createLock(), news: { publish: (event) => told.push(event) } };
  ({
    actor,
    shows: [jazz, talk],
  } = await seedLibrary(NOW));
});
afterAll(async () => {
  await (await getCms()).destroy();
  await station.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const search = (input: object = {}) => searchLibrary(deps, actor, searchLibraryInput.parse(input));
const titles = async (input: object = {}) => (await search(input)).items.map(({ title }) => title);
const tracks = async (q: string, more: object = {}) =>
  (await searchTracks(deps, searchTracksInput.parse({ q, ...more }))).items.map(({ id }) => id);

describe("the library", () => {
  test("says of each episode how long it is, when it airs, whether it is ready and why not", async () => {
    const { items, total, all, hidden, nextCursor } = await search({ sort: "title" });
    expect(items.map(({ title, ready, lengthSeconds }) => [title, ready, lengthSeconds])).toEqual([
      ["Blue hour", true, 3523],
      ["Deep blue", { reason: "import-pending" }, 1800],
      ["Gone from LibreTime", { reason: "unknown" }, 600],
      ["No track yet", { reason: "no-track" }, null],
    ]);
    expect(items[0]).toMatchObject({ showName: "Jazz nights", colour: "#336699", genres: ["jazz"], tags: ["night"] });
    expect([Date.parse(items[0]!.lastAiredAt!), Date.parse(items[0]!.nextAiringAt!)]).toEqual([
      NOW - 2 * 86_400_000,
      NOW + 3 * 86_400_000,
    ]);
    expect({ total, all, hidden, nextCursor }).toEqual({ total: 4, all: 4, hidden: [], nextCursor: null });
  });

  test("says how many each filter hides of what the others show", async () => {
    expect(await search({ readyOnly: true })).toMatchObject({
      total: 1,
      all: 4,
      hidden: [{ reason: "ready", count: 3 }],
    });
    const narrowed = await search({ minSeconds: 1000, neverAired: true, showIds: [jazz], readyOnly: true });
    expect(narrowed).toMatchObject({
      items: [],
      total: 0,
      hidden: [
        { reason: "ready", count: 1 },
        { reason: "aired", count: 1 },
      ],
    });
    expect(await search({ genres: ["jazz"], tags: ["night"] })).toMatchObject({
      total: 1,
      hidden: [{ reason: "tags", count: 1 }],
    });
  });

  test("is narrowed by words, show, length and airing", async () => {
    expect(await titles({ q: "JAZZ blue", sort: "title" })).toEqual(["Blue hour", "Deep blue"]);
    expect(await titles({ showIds: [talk], sort: "title" })).toEqual(["Gone from LibreTime", "No track yet"]);
    expect(await titles({ minSeconds: 1800, maxSeconds: 1800 })).toEqual(["Deep blue"]);
    expect(
      await titles({ notAiredSince: new Date(NOW - 86_400_000).toISOString().replace(/\.\d+/, ""), q: "blue hour" }),
    ).toEqual(["Blue hour"]);
    expect(await titles({ neverAired: true, q: "blue hour" })).toEqual([]);
  });

  test("has what can air before what cannot, unless it is looked for by title or length", async () => {
    expect(await titles()).toEqual(["Blue hour", "Deep blue", "Gone from LibreTime", "No track yet"]);
    expect(await titles({ sort: "shortest" })).toEqual([
      "Gone from LibreTime",
      "Deep blue",
      "Blue hour",
      "No track yet",
    ]);
  });

  test("comes in pages that together are everything once", async () => {
    for (const input of [{}, { readyOnly: true }]) {
      const seen: string[] = [];
      for (let cursor: number | null = 0; cursor !== null;) {
        const page = await search({ ...input, sort: "title", limit: 2, cursor });
        seen.push(...page.items.map(({ title }) => title));
        cursor = page.nextCursor;
      }
      expect(seen).toEqual(
        "readyOnly" in input ? ["Blue hour"] : ["Blue hour", "Deep blue", "Gone from LibreTime", "No track yet"],
      );
    }
  });

  test("can be narrowed by the shows, genres and tags that there are", async () => {
    expect(await libraryFacets(actor)).toMatchObject({
      shows: [
        { id: jazz, title: "Jazz nights" },
        { id: talk, title: "Talk" },
      ],
      genres: ["jazz", "talk"],
      tags: ["night"],
    });
  });
});

describe("LibreTime's files", () => {
  test("are found by title, artist and album, the best answer first", async () => {
    expect(await tracks("blue")).toEqual([2, 1, 3, 5]);
    expect(await tracks("jazz nights")).toEqual([1]);
    expect(await tracks("ete")).toEqual([4]);
    expect(await tracks("nothing of that name")).toEqual([]);
  });

  test("are found by their length, as people write it", async () => {
    expect(await tracks("58:4")).toEqual([1]);
    expect(await tracks("1:02")).toEqual([2]);
    expect(await tracks("58 min")).toEqual([1, 4]);
    expect(await tracks("1h2min")).toEqual([2]);
    expect(await tracks("blue 30min")).toEqual([3]);
  });

  test("say whether they are ready, why not, and which episode has them", async () => {
    const { items } = await searchTracks(deps, searchTracksInput.parse({ ids: [1, 3, 4] }));
    expect(items).toEqual([
      {
        id: 1,
        title: "Blue hour",
        artist: "Ana",
        album: "Jazz nights",
        lengthSeconds: 3523,
        ready: true,
        usedBy: "Blue hour",
      },
      {
        id: 3,
        title: "Deep blue",
        artist: "Blue Note",
        album: null,
        lengthSeconds: 1800,
        ready: false,
        reason: "import-pending",
        usedBy: "Deep blue",
      },
      { id: 4, title: "Été", artist: "Chloé", album: null, lengthSeconds: 3460, ready: false, reason: "hidden" },
    ]);
  });

  test("come newest first without words, deleted ones last, and page by page", async () => {
    expect(await tracks("", { onlyUnused: true })).toEqual([5, 2, 4]);
    expect(await searchTracks(deps, searchTracksInput.parse({ limit: 3 }))).toMatchObject({ total: 5, nextCursor: 3 });
    expect(await tracks("", { limit: 3, cursor: 3 })).toEqual([3, 4]);
  });
});

test("while LibreTime's files were never read, no list says that there are none", async () => {
  const away = createLibreTime({ url: "http://127.0.0.1:1", apiKey: "any" });
  const mirror = createMirror({ libretime: away, now: () => NOW });
  await expect(searchTracks({ mirror }, searchTracksInput.parse({}))).rejects.toMatchObject({
    problemCode: "LIBRETIME_UNREACHABLE",
  });
  const { items } = await searchLibrary({ mirror }, actor, searchLibraryInput.parse({ sort: "title" }));
  expect(items.map(({ ready }) => ready)).toEqual([true, true, true, { reason: "no-track" }]);
});

describe("an episode of a file", () => {
  test("has the file's length, genres and mood, and is made once however often one clicks", async () => {
    const made = await Promise.all([1, 2].map(() => makeEpisodeOfTrack(deps, actor, { trackId: 5, showId: talk! })));
    expect(made.map(({ existed }) => existed)).toEqual([false, true]);
    expect(made[0]!.episodeId).toBe(made[1]!.episodeId);
    expect(told).toEqual([{ kind: "episodes-changed" }]);
    expect((await search({ q: "interview" })).items[0]).toMatchObject({
      title: "Interview",
      showName: "Talk",
      genres: ["Talk", "Culture"],
      lengthSeconds: 720,
      ready: true,
      status: "ready",
    });
  });

  test("is not made of a file that cannot air, for an unknown show, or by who may not", async () => {
    const refused = (input: { trackId: number; showId: string }, who = actor) =>
      makeEpisodeOfTrack(deps, who, input).catch((cause: unknown) => (cause as { problem: unknown }).problem);
    expect(await refused({ trackId: 4, showId: talk! })).toEqual({
      code: "TRACK_NOT_READY",
      reason: "hidden",
      trackId: 4,
    });
    expect(await refused({ trackId: 99, showId: talk! })).toEqual({
      code: "TRACK_NOT_READY",
      reason: "unknown",
      trackId: 99,
    });
    expect(await refused({ trackId: 2, showId: "no-such-show" })).toEqual({
      code: "SHOW_NOT_FOUND",
      showId: "no-such-show",
    });
    expect(await refused({ trackId: 2, showId: talk! }, { ...actor, role: "host" })).toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("can be made of a file that came a moment ago, before the mirror has it", async () => {
    await station.put("files", { id: 6, track_title: "Fresh", length: "00:10:00" });
    const { title } = await makeEpisodeOfTrack(deps, actor, { trackId: 6, showId: jazz!, title: "Fresh one" });
    expect((await search({ q: title })).items[0]).toMatchObject({ ready: true, lengthSeconds: 600 });
  });
});

test("LibreTime's shows are found by words, and say which show of ours has them", async () => {
  expect(await searchStationShows(deps, actor, { q: "elan" })).toEqual({ items: [{ id: 2, name: "Élan vital" }] });
  expect(await searchStationShows(deps, actor, { ids: [1] })).toEqual({
    items: [{ id: 1, name: "Jazz nights", linkedTo: "Jazz nights" }],
  });
});
