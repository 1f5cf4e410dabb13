import { playedOf, trackOf, type NotReady, type TrackFile } from "@/domain/tracks";
import type { LibraryDeps } from "./deps";

/** Can it be planned, and if not, why not? */
export type Readiness = true | { readonly reason: NotReady };

/**
 * Whether that track can be planned, by the mirror. Before LibreTime's files were ever read nothing is held
 * against a track: planning looks again anyway.
 */
export function readinessOf(mirror: LibraryDeps["mirror"], trackId: number | null): Readiness {
  if (trackId !== null && mirror.filesAsOf === null) return true;
  const track = trackOf(trackId === null ? null : mirror.files.get(trackId));
  return track.ok ? true : { reason: track.error };
}

/** How long a file plays, in whole seconds, even when it is not ready; null when nothing of it plays, or LibreTime does not know. */
export function lengthOfFile(file: TrackFile): number | null {
  return playedOf(file)?.length ?? null;
}

/** How long an episode's track plays: as its file is now, or as our record has it while LibreTime does not know the file. */
export function lengthNow(file: TrackFile | undefined, recorded: number | null): number | null {
  return file ? lengthOfFile(file) : recorded === null ? null : Math.floor(recorded);
}
