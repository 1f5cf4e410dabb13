import type { EpisodeId, ShowId } from "@/domain/ids";
import { getCms } from "./cms";
import { readRecording } from "./known-columns";
import type { EpisodeRecord } from "./records";
import { asText, isId, sql } from "./sql";
import { rowsOf } from "./rows-of";

/** An episode of a show's stock: whether it has a slot, in whatever week. */
export type OrderedEpisode = Pick<
  EpisodeRecord,
  "id" | "title" | "showId" | "libretimeTrackId" | "recording" | "length"
> & { readonly isPlanned: boolean };

/** So many unplanned episodes of a show are read at most: no window has more holes. */
const MOST = 200;

/**
 * The episodes of these shows that were never planned, and those named, each show's in the order in which they
 * were made: that is the order in which a show airs them. Archived ones rest, unless they are named.
 */
export async function episodesInOrder(
  showIds: readonly ShowId[],
  named: readonly EpisodeId[],
): Promise<readonly OrderedEpisode[]> {
  const asked = showIds.filter(isId);
  if (asked.length === 0) return [];
  const cms = await getCms();
  const listOf = (ids: readonly string[]) =>
    sql.join(
      ids.map((id) => sql`${id}`),
      sql`, `,
    );
  const isPlanned = sql`EXISTS (SELECT 1 FROM slots s WHERE s.episode = ${asText(cms, sql`e.id`)})`;
  const isNamed = named.filter(isId).length === 0 ? sql`1 = 0` : sql`e.id IN (${listOf(named.filter(isId))})`;
  const found = sql`SELECT e.id, e.title, e.show_id, e.libretime_track_id, e.recording, e.length AS seconds, e.created_at, e.status, CASE WHEN ${isPlanned} THEN 1 ELSE 0 END AS is_planned, CASE WHEN ${isNamed} THEN 1 ELSE 0 END AS is_named FROM episodes e WHERE e.show_id IN (${listOf(asked)})`;
  const rows = await rowsOf(sql`
    SELECT * FROM (SELECT f.*, ROW_NUMBER() OVER (PARTITION BY f.show_id, f.is_named ORDER BY f.created_at, f.title, f.id) AS place FROM (${found}) f
      WHERE f.is_named = 1 OR (f.is_planned = 0 AND f.status <> 'archived')) n
    WHERE n.is_named = 1 OR n.place <= ${MOST} ORDER BY n.created_at, n.title, n.id`);
  return rows.map((row) => ({
    id: String(row.id),
    title: String(row.title),
    showId: String(row.show_id),
    isPlanned: Number(row.is_planned) === 1,
    libretimeTrackId: row.libretime_track_id === null ? null : Number(row.libretime_track_id),
    recording: readRecording(row.recording),
    length: row.seconds === null ? null : Number(row.seconds),
  }));
}
