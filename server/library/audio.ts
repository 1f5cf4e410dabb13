import type { AudioOf } from "@/domain/heard";
import { trackOf, type Track } from "@/domain/tracks";
import type { LibraryDeps } from "./deps";

/** The audio of LibreTime's files, by the mirror. */
export function audioIn({ filesAsOf, files, isFileGone }: LibraryDeps["mirror"]): AudioOf {
  return (trackId) => files.get(trackId) ?? (filesAsOf !== null && isFileGone(trackId) ? undefined : "unread");
}

/** The tracks of LibreTime's files, by the mirror; null for a file that would not play. */
export function trackIn({ files }: LibraryDeps["mirror"]): (trackId: number) => Track | null {
  return (trackId) => {
    const track = trackOf(files.get(trackId));
    return track.ok ? track.value : null;
  };
}
