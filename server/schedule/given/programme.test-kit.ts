import { getCms } from "@/server/cms/cms";
import { sql } from "@/server/cms/sql";
import { rowsOf } from "@/server/cms/rows-of";
import type { World } from "@/station/station";

/** LibreTime's shows: ours, one that LibreTime's pages made, and a live one. */
export const stationShows = { night: 1, jazz: 2, breakfast: 3 } as const;

/** LibreTime's files, by what is in them. */
export const tracks = {
  night1: 1,
  night2: 2,
  short: 3,
  long: 4,
  cued: 5,
  tapes: 6,
  jazz: 7,
  pending: 10,
  failed: 11,
  hidden: 12,
  gone: 13,
  endless: 14,
} as const;

/** LibreTime's webstreams. */
export const streams = { world: 1, parliament: 2 } as const;

/** A station that has "Night Flight" (linked to ours), "Jazz Hour" and the live "Breakfast", and nothing planned. */
export const quietWorld: World = {
  shows: [
    { id: stationShows.night, name: "Night Flight" },
    { id: stationShows.jazz, name: "Jazz Hour" },
    { id: stationShows.breakfast, name: "Breakfast", live_enabled: true },
  ],
  webstreams: [
    {
      id: streams.world,
      name: "World Service",
      description: "Relay",
      url: "https://relay.example.org/world",
      length: "01:00:00",
      owner: 1,
    },
    {
      id: streams.parliament,
      name: "Parliament live",
      description: "Relay",
      url: "https://relay.example.org/parliament",
      length: "02:00:00",
      owner: 1,
    },
  ],
  files: [
    { id: tracks.night1, track_title: "Night Flight #1", length: "01:00:00" },
    { id: tracks.night2, track_title: "Night Flight #2", length: "01:00:00" },
    { id: tracks.short, track_title: "Night Flight, short", length: "00:58:00" },
    { id: tracks.long, track_title: "Night Flight, long", length: "01:02:00.700000" },
    {
      id: tracks.cued,
      track_title: "Night Flight, cued",
      length: "00:31:00",
      cue_in: "00:00:02.500000",
      cue_out: "00:30:02.900000",
    },
    { id: tracks.tapes, track_title: "Tapes from Leeds", length: "01:00:00" },
    { id: tracks.jazz, track_title: "Kind of Blue", length: "00:45:00" },
    { id: tracks.pending, track_title: "Pending", length: "01:00:00", import_status: 1 },
    { id: tracks.failed, track_title: "Failed", length: "01:00:00", import_status: 2 },
    { id: tracks.hidden, track_title: "Hidden", length: "01:00:00", hidden: true },
    { id: tracks.gone, track_title: "Gone", length: "01:00:00", exists: false },
    { id: tracks.endless, track_title: "Endless", length: null, cue_out: null },
  ],
};

const episodesOfNight = {
  night1: tracks.night1,
  night2: tracks.night2,
  short: tracks.short,
  long: tracks.long,
  cued: tracks.cued,
  bare: null,
  unknown: 999,
  pending: tracks.pending,
  failed: tracks.failed,
  hidden: tracks.hidden,
  gone: tracks.gone,
  endless: tracks.endless,
} as const;

/** What our records hold: "Night Flight", linked, with an episode of each kind; "Tapes", with no show in LibreTime yet. */
export type Programme = {
  readonly shows: Readonly<Record<"night" | "tapes", string>>;
  readonly episodes: Readonly<Record<keyof typeof episodesOfNight | "tapes", string>>;
};

let made: Promise<Programme> | undefined;

/** The programme, and nothing planned of it. */
export async function freshProgramme(): Promise<Programme> {
  const programme = await (made ??= makeProgramme());
  for (const table of [sql`slots`, sql`operations`]) await rowsOf(sql`DELETE FROM ${table}`);
  // Each test has a LibreTime of its own.
  await rowsOf(sql`DELETE FROM payload_kv WHERE key = 'airweek:station'`);
  await rowsOf(
    sql`UPDATE episodes SET scheduled_at = NULL, scheduled_end = NULL, libretime_instance_id = NULL, libretime_playout_id = NULL, recording = NULL, length = NULL`,
  );
  await rowsOf(
    sql`UPDATE shows SET known_show = NULL, libretime_show_id = CASE WHEN id = ${programme.shows.night} THEN ${stationShows.night} ELSE NULL END`,
  );
  return programme;
}

async function makeProgramme(): Promise<Programme> {
  const night = await makeShow("Night Flight", stationShows.night);
  const tapes = await makeShow("Tapes", null);
  const episodes: Record<string, string> = { tapes: await makeEpisode(tapes, "Tapes from Leeds", tracks.tapes) };
  for (const [name, trackId] of Object.entries(episodesOfNight))
    episodes[name] = await makeEpisode(night, `Night Flight, ${name}`, trackId);
  return { shows: { night, tapes }, episodes: episodes as Programme["episodes"] };
}

async function makeShow(title: string, libretimeShowId: number | null): Promise<string> {
  return (
    await (
      await getCms()
    ).create({
      collection: "shows",
      data: { title, description: `About ${title}`, colour: "#1c7ed6", libretimeShowId },
      overrideAccess: true,
    })
  ).id;
}

/** An episode of that show; answers its id. */
export async function makeEpisode(show: string, title: string, libretimeTrackId: number | null): Promise<string> {
  return (
    await (
      await getCms()
    ).create({ collection: "episodes", data: { title, show, status: "ready", libretimeTrackId }, overrideAccess: true })
  ).id;
}
