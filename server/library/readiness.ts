import { trackOf, type NotReady, type TrackFile } from "@/domain/tracks";
import { wholeSeconds } from "@/domain/time";
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

/** How long a file plays, in whole seconds, even when it is not ready; null when LibreTime does not know. */
export function lengthOfFile(file: TrackFile): number | null {
  const track = trackOf({ ...file, importStatus: "ready", exists: true, hidden: false });
  return track.ok ? track.value.length : file.length === null ? null : wholeSeconds(file.length);
}
