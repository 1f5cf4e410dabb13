import { expect } from "vitest";
import { sampleOf } from "@/domain/fingerprint/sample";
import { keepStation } from "@/server/cms/kept-station";
import { newestInstancesInUse } from "@/server/cms/slots";
import type { GivenRow, Station } from "@/station/station";
import type { Given } from "./given.test-kit";
import { on } from "./foreign.test-kit";
import { stationShows, streams, tracks } from "./programme.test-kit";

/** LibreTime's ids of a slot of ours. */
export type Ids = { readonly instanceId: number; readonly playoutId: number | null };

type Table = "shows" | "show-instances" | "schedule" | "files" | "webstreams";
const TABLES: readonly Table[] = ["shows", "show-instances", "schedule", "files", "webstreams"];

/** How LibreTime's ids have become somebody else's; what of our slot is lost by it is told as missing. */
export type Reuse = {
  readonly name: string;
  readonly loses: boolean;
  readonly happen: (station: Station, ids: Ids) => Promise<unknown>;
};

/** When others are on: at our slot's own time, or late at night. */
type Where = "there" | "elsewhere";

const timesOf = (where: Where): GivenRow =>
  where === "there"
    ? { starts_at: on("20:00"), ends_at: on("21:00") }
    : { starts_at: "2026-11-25T02:00:00Z", ends_at: "2026-11-25T03:00:00Z" };
const theirInstance = (where: Where, over: GivenRow = {}): GivenRow => ({
  show: stationShows.jazz,
  ...timesOf(where),
  description: "Theirs",
  ...over,
});
const theirRow = (where: Where, over: GivenRow): GivenRow => ({ file: tracks.jazz, ...timesOf(where), ...over });

/** Our instance goes, with what is in it; under its number stands theirs, and under our row's number their row in it. */
async function instanceReused(
  station: Station,
  { instanceId, playoutId }: Ids,
  where: Where,
  over: GivenRow = {},
): Promise<void> {
  await station.remove("show-instances", instanceId).catch(() => undefined);
  await station.put("show-instances", theirInstance(where, { id: instanceId, ...over }));
  if (playoutId !== null) await station.put("schedule", theirRow(where, { id: playoutId, instance: instanceId }));
}

/** Only our row goes; its number is that of a row in an instance of theirs. */
async function rowReused(station: Station, { playoutId }: Ids, where: Where): Promise<void> {
  if (playoutId !== null) await station.remove("schedule", playoutId).catch(() => undefined);
  const instance = await station.put("show-instances", theirInstance(where));
  await station.put("schedule", theirRow(where, { instance, ...(playoutId === null ? {} : { id: playoutId }) }));
}

/** Our row goes; in our instance stands theirs, under its number. Where our instance is gone already, their row is elsewhere. */
async function rowReusedAtHome(station: Station, ids: Ids): Promise<void> {
  const home = (await station.snapshot())["show-instances"].find(({ id }) => id === ids.instanceId);
  if (!home) return rowReused(station, ids, "elsewhere");
  if (ids.playoutId !== null) await station.remove("schedule", ids.playoutId).catch(() => undefined);
  await station.put("schedule", {
    instance: ids.instanceId,
    file: tracks.jazz,
    starts_at: String(home["starts_at"]),
    ends_at: String(home["ends_at"]),
    ...(ids.playoutId === null ? {} : { id: ids.playoutId }),
  });
}

/** Every number that this LibreTime has given, and the next ones, belong to another station. */
export async function becomesAnotherStation(station: Station): Promise<void> {
  const before = await station.snapshot();
  const numbers = (table: Table) => [...new Set([...before[table].map(({ id }) => Number(id)), 1, 2, 3, 4, 5, 6])];
  const instances = [...new Set([...numbers("show-instances"), ...numbers("schedule")])];
  await station.given({
    // The last shows are empty: nothing but their names says that they are theirs.
    shows: numbers("shows").map((id) => ({ id, name: `Their show ${id}` })),
    files: numbers("files").map((id) => ({ id, track_title: `Their file ${id}`, length: "00:50:00" })),
    webstreams: numbers("webstreams").map((id) => ({
      id,
      name: `Their stream ${id}`,
      description: "Theirs",
      url: "https://theirs.example.org",
      length: "01:00:00",
      owner: 1,
    })),
    "show-instances": instances.map((id) => ({
      id,
      show: 1 + (id % 2),
      starts_at: `2026-11-25T${String(id % 24).padStart(2, "0")}:00:00Z`,
      ends_at: `2026-11-25T${String(id % 24).padStart(2, "0")}:50:00Z`,
    })),
    schedule: numbers("schedule")
      .filter((id) => id % 3 > 0)
      .map((id) => ({
        id,
        instance: id,
        file: 1,
        starts_at: `2026-11-25T${String(id % 24).padStart(2, "0")}:00:00Z`,
        ends_at: `2026-11-25T${String(id % 24).padStart(2, "0")}:50:00Z`,
      })),
  });
}

export const reuses: readonly Reuse[] = [
  { name: "the row is theirs, elsewhere", loses: true, happen: (station, ids) => rowReused(station, ids, "elsewhere") },
  { name: "the row is theirs, at its time", loses: true, happen: (station, ids) => rowReused(station, ids, "there") },
  { name: "the row is theirs, in our own instance", loses: true, happen: rowReusedAtHome },
  {
    name: "the instance is theirs, and so is the row in it, elsewhere",
    loses: true,
    happen: (station, ids) => instanceReused(station, ids, "elsewhere"),
  },
  {
    name: "the instance is theirs, and so is the row in it, at its time",
    loses: true,
    happen: (station, ids) => instanceReused(station, ids, "there"),
  },
  {
    name: "the instance is an empty one of theirs, of our own show",
    loses: true,
    happen: (station, { instanceId }) =>
      instanceReused(station, { instanceId, playoutId: null }, "there", { show: stationShows.night }),
  },
  {
    name: "the instance is a live one of theirs, and empty",
    loses: true,
    happen: (station, { instanceId }) =>
      instanceReused(station, { instanceId, playoutId: null }, "there", { show: stationShows.breakfast }),
  },
  {
    name: "the show is theirs, with all that is in it",
    loses: true,
    happen: async (station, ids) => {
      await station.remove("shows", stationShows.night);
      await station.put("shows", { id: stationShows.night, name: "Blues Night" });
      await instanceReused(station, ids, "there", { show: stationShows.night });
    },
  },
  {
    name: "the file is another recording, which others have planned",
    loses: false,
    happen: async (station) => {
      await station.put("files", {
        id: tracks.night1,
        track_title: "Their recording",
        length: "00:40:00",
        md5: "0".repeat(32),
      });
      await station.put(
        "schedule",
        theirRow("elsewhere", {
          instance: await station.put("show-instances", theirInstance("elsewhere")),
          file: tracks.night1,
        }),
      );
    },
  },
  {
    name: "the webstream is another one, which others have planned",
    loses: false,
    happen: async (station) => {
      await station.put("webstreams", {
        id: streams.world,
        name: "Their stream",
        description: "Theirs",
        url: "https://theirs.example.org",
        length: "01:00:00",
        owner: 1,
      });
      await station.put(
        "schedule",
        theirRow("elsewhere", {
          instance: await station.put("show-instances", theirInstance("elsewhere")),
          file: null,
          stream: streams.world,
        }),
      );
    },
  },
  { name: "the database is another station's", loses: true, happen: (station) => becomesAnotherStation(station) },
];

/** What LibreTime has that is not ours. */
type Foreign = Readonly<Record<Table, readonly Readonly<Record<string, unknown>>[]>>;

/** An admin has looked, and takes LibreTime as it is for ours: from here on nothing but the marks of our slots tells what is. */
export async function confirmed({ mirror, windows }: Given["deps"]): Promise<void> {
  await mirror.refresh();
  windows.drop();
  await keepStation({ fingerprint: sampleOf(mirror, await newestInstancesInUse()) });
}

/** What happens at the station is others' doing: everything that was not there just so before is theirs. */
export async function foreignSince(
  { station }: Pick<Given, "station">,
  happen: () => Promise<unknown>,
): Promise<Foreign> {
  const before = await station.snapshot();
  await happen();
  const after = await station.snapshot();
  const known = (table: Table) => new Set(before[table].map((row) => JSON.stringify(row)));
  return Object.fromEntries(
    TABLES.map((table) => [table, after[table].filter((row) => !known(table).has(JSON.stringify(row)))]),
  ) as unknown as Foreign;
}

/** That all of it is there, with all its fields. */
export async function expectUntouched({ station }: Pick<Given, "station">, foreign: Foreign): Promise<void> {
  const now = await station.snapshot();
  for (const table of TABLES) {
    const ids = new Set(foreign[table].map(({ id }) => id));
    expect(
      now[table].filter(({ id }) => ids.has(id)),
      table,
    ).toEqual(foreign[table]);
  }
}
