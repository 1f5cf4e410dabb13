import type { EpisodeId, ShowId, SlotId } from "@/domain/ids";
import type { Instant } from "@/domain/time";
import { sql, toColumn, type Sql, type Value } from "./sql";
import { rowsOf } from "./rows-of";

/** What an episode, a slot or a show points at in LibreTime, and the text that is kept of it. */
export type KeptTrack = {
  readonly id: EpisodeId;
  readonly trackId: number;
  readonly seconds: number | null;
  readonly text: string | null;
};
export type KeptMedia = {
  readonly id: SlotId;
  readonly trackId: number | null;
  readonly streamId: number | null;
  readonly seconds: number | null;
  readonly text: string | null;
};
export type KeptShow = { readonly id: ShowId; readonly libretimeShowId: number; readonly text: string | null };

// SQLite's driver gives rows as lists too: a column called `length` would be the number of columns.
/** Every episode with a track; with `isNew` those alone of which nothing is kept. */
export async function keptTracks(isNew: boolean): Promise<readonly KeptTrack[]> {
  const rows = await rowsOf(
    sql`SELECT id, libretime_track_id, length AS seconds, recording FROM episodes WHERE libretime_track_id IS NOT NULL ${narrowed(sql`recording`, isNew)}`,
  );
  return rows.map((row) => ({
    id: String(row.id),
    trackId: Number(row.libretime_track_id),
    seconds: numberOf(row.seconds),
    text: textOf(row.recording),
  }));
}

/** Every slot that has not ended by then and plays something; with `isNew` those alone of which nothing is kept. */
export async function keptMedia(now: Instant, isNew: boolean): Promise<readonly KeptMedia[]> {
  const rows = await rowsOf(
    sql`SELECT id, track_id, track_seconds, stream_id, known_media FROM slots WHERE ends_at > ${toColumn(now)} AND kind <> 'live' ${narrowed(sql`known_media`, isNew)}`,
  );
  return rows.map((row) => ({
    id: String(row.id),
    trackId: numberOf(row.track_id),
    streamId: numberOf(row.stream_id),
    seconds: numberOf(row.track_seconds),
    text: textOf(row.known_media),
  }));
}

/** Every show that is linked; with `isNew` those alone of which nothing is kept. */
export async function keptShows(isNew: boolean): Promise<readonly KeptShow[]> {
  const rows = await rowsOf(
    sql`SELECT id, libretime_show_id, known_show FROM shows WHERE libretime_show_id IS NOT NULL ${narrowed(sql`known_show`, isNew)}`,
  );
  return rows.map((row) => ({
    id: String(row.id),
    libretimeShowId: Number(row.libretime_show_id),
    text: textOf(row.known_show),
  }));
}

/** Keeps another text of it, unless somebody has picked something else meanwhile. The slot, whose version stays, is as it was planned. */
export const keepText = {
  ofTrack: ({ id, trackId, text }: KeptTrack, next: string) =>
    rowsOf(
      sql`UPDATE episodes SET recording = ${next} WHERE id = ${id} AND libretime_track_id = ${trackId} AND ${isStill(sql`recording`, text)}`,
    ),
  ofMedia: ({ id, trackId, streamId, text }: KeptMedia, next: string) =>
    rowsOf(
      sql`UPDATE slots SET known_media = ${next} WHERE id = ${id} AND ${isStill(sql`track_id`, trackId)} AND ${isStill(sql`stream_id`, streamId)} AND ${isStill(sql`known_media`, text)}`,
    ),
  ofShow: ({ id, libretimeShowId, text }: KeptShow, next: string) =>
    rowsOf(
      sql`UPDATE shows SET known_show = ${next} WHERE id = ${id} AND libretime_show_id = ${libretimeShowId} AND ${isStill(sql`known_show`, text)}`,
    ),
} as const;

function narrowed(column: Sql, isNew: boolean): Sql {
  return isNew ? sql`AND ${column} IS NULL` : sql``;
}

function isStill(column: Sql, value: string | number | null): Sql {
  return value === null ? sql`${column} IS NULL` : sql`${column} = ${value}`;
}

function numberOf(value: Value | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

function textOf(value: Value | undefined): string | null {
  return typeof value === "string" ? value : null;
}
