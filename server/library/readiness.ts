import { formerFile, type Former } from "@/domain/identities/former";
import { isSameRecording, type Recording } from "@/domain/identities/recording";
import { err, type Result } from "@/domain/result";
import { playedOf, trackOf, type NotReady, type Track, type TrackFile } from "@/domain/tracks";
import { recordingOf, type LibreTimeFile } from "@/server/libretime/files";
import type { LibraryDeps } from "./deps";

/** Can it be planned, and if not, why not? */
export type Readiness = true | { readonly reason: NotReady; readonly was?: Former };

/** A track as it was picked: LibreTime's id, and what it was known by; null of what was never read. */
export type Picked = { readonly trackId: number | null; readonly recording: Recording | null };

/** The playable track of the file that LibreTime has under that id, if it still is what was picked; otherwise why there is none. */
export function pickedTrack(
  file: LibreTimeFile | null | undefined,
  recording: Recording | null,
): Result<Track, NotReady> {
  if (file && recording && !isSameRecording(recording, recordingOf(file))) return err("replaced");
  return trackOf(file);
}

/**
 * Whether what was picked can be planned, by the mirror. Before LibreTime's files were ever read nothing is held
 * against a track: planning looks again anyway.
 */
export function readinessOf(mirror: LibraryDeps["mirror"], { trackId, recording }: Picked): Readiness {
  if (trackId !== null && mirror.filesAsOf === null) return true;
  const track = pickedTrack(trackId === null ? null : mirror.files.get(trackId), recording);
  return track.ok ? true : { reason: track.error, ...wasOf(track.error, { trackId, recording }) };
}

/** What it was, where it was replaced. */
export function wasOf(reason: NotReady, { trackId, recording }: Picked): { readonly was?: Former } {
  return reason === "replaced" && trackId !== null && recording ? { was: formerFile(trackId, recording) } : {};
}

/** How long a file plays, in whole seconds, even when it is not ready; null when nothing of it plays, or LibreTime does not know. */
export function lengthOfFile(file: TrackFile): number | null {
  return playedOf(file)?.length ?? null;
}

/** How long an episode's track plays: as its file is now, or as our record has it while LibreTime does not know the file. */
export function lengthNow(file: TrackFile | undefined, recorded: number | null): number | null {
  return file ? lengthOfFile(file) : recorded === null ? null : Math.floor(recorded);
}
