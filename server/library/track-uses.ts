import type { EpisodeId } from "@/domain/ids";
import type { Recording } from "@/domain/identities/recording";
import { readRecording } from "@/server/cms/known-columns";
import { sql } from "@/server/cms/sql";
import { rowsOf } from "@/server/cms/rows-of";
import type { LibraryDeps } from "./deps";
import { readinessOf } from "./readiness";

/** Which track which episode has, and what it was known by when it was picked; the oldest episode first. */
export type TrackUse = {
  readonly trackId: number;
  readonly recording: Recording | null;
  readonly episodeId: string;
  readonly showId: string;
  readonly title: string;
};

/** Every episode that has a track, in one query. */
export async function trackUses(): Promise<readonly TrackUse[]> {
  const rows = await rowsOf(
    sql`SELECT id, show_id, title, libretime_track_id, recording FROM episodes WHERE libretime_track_id IS NOT NULL ORDER BY created_at, id`,
  );
  return rows.map((row) => ({
    trackId: Number(row.libretime_track_id),
    recording: readRecording(row.recording),
    episodeId: String(row.id),
    showId: String(row.show_id ?? ""),
    title: String(row.title),
  }));
}

/** What cannot be planned of what episodes have: the tracks that cannot air, and the episodes whose track is another recording by now. */
export type NotReadyHere = { readonly notReady: readonly number[]; readonly replaced: readonly EpisodeId[] };

/** The same, by the mirror. */
export async function notReadyHere(mirror: LibraryDeps["mirror"]): Promise<NotReadyHere> {
  const [notReady, replaced] = [new Set<number>(), [] as EpisodeId[]];
  for (const { trackId, recording, episodeId } of await trackUses()) {
    const ready = readinessOf(mirror, { trackId, recording });
    if (ready !== true && ready.reason === "replaced") replaced.push(episodeId);
    else if (ready !== true) notReady.add(trackId);
  }
  return { notReady: [...notReady], replaced };
}
