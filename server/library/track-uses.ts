import { rowsOf, sql } from "@/server/cms/sql";
import type { LibraryDeps } from "./deps";
import { readinessOf } from "./readiness";

/** Which track which episode has, the oldest episode first. */
export type TrackUse = { readonly trackId: number; readonly episodeId: string; readonly showId: string; readonly title: string };

/** Every episode that has a track, in one query. */
export async function trackUses(): Promise<readonly TrackUse[]> {
  const rows = await rowsOf(sql`SELECT id, show_id, title, libretime_track_id FROM episodes WHERE libretime_track_id IS NOT NULL ORDER BY created_at, id`);
  return rows.map((row) => ({ trackId: Number(row.libretime_track_id), episodeId: String(row.id), showId: String(row.show_id ?? ""), title: String(row.title) }));
}

/** The tracks that episodes have and that cannot be planned. */
export async function tracksNotReady(mirror: LibraryDeps["mirror"]): Promise<number[]> {
  const used = new Set((await trackUses()).map(({ trackId }) => trackId));
  return [...used].filter((trackId) => readinessOf(mirror, trackId) !== true);
}
