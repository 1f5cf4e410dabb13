import { readRecording } from "./known-columns";
import type { Episode } from "./payload-types";
import type { EpisodeRecord } from "./records";

/** An episode of Payload's as planning needs it. One whose show was deleted has the show "", which nothing can be planned for. */
export function episodeRecordOf(episode: Episode): EpisodeRecord {
  const { show } = episode as { show?: Episode["show"] | null };
  return {
    id: episode.id,
    title: episode.title,
    description: episode.description ?? "",
    showId: typeof show === "object" ? (show?.id ?? "") : (show ?? ""),
    status: episode.status,
    genres: episode.genres ?? [],
    mood: episode.mood ?? null,
    tags: episode.tags ?? [],
    libretimeTrackId: episode.libretimeTrackId ?? null,
    recording: readRecording(episode.recording),
    length: episode.length ?? null,
  };
}
