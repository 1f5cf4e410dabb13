import { rowsOf, sql } from "@/server/cms/sql";

/** Which track which episode has, the oldest episode first. */
export type TrackUse = { readonly trackId: number; readonly episodeId: string; readonly showId: string; readonly title: string };

/** Every episode that has a track, in one query. */
export async function trackUses(): Promise<readonly TrackUse[]> {
  const rows = await rowsOf(sql`SELECT id, show_id, title, libretime_track_id FROM episodes WHERE libretime_track_id IS NOT NULL ORDER BY created_at, id`);
  return rows.map((row) => ({ trackId: Number(row.libretime_track_id), episodeId: String(row.id), showId: String(row.show_id ?? ""), title: String(row.title) }));
}
