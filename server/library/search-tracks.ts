import type { NotReady } from "@/domain/tracks";
import type { LibraryDeps } from "./deps";
import { trackUses } from "./track-uses";
import type { SearchTracksInput } from "./inputs";
import { readinessOf } from "./readiness";
import { indexOf, questionOf, rankOf, type IndexedTrack } from "./track-index";

/** A file of LibreTime's as a list shows it. */
export type LibraryTrack = {
  /** LibreTime's file id. */
  readonly id: number;
  readonly title: string;
  readonly artist: string | null;
  readonly album: string | null;
  readonly lengthSeconds: number | null;
  readonly ready: boolean;
  readonly reason?: NotReady;
  /** The title of the oldest episode that has it. */
  readonly usedBy?: string;
};

/** One page of files, and what to ask with for the next one; null on the last. */
export type TracksPage = { readonly items: readonly LibraryTrack[]; readonly total: number; readonly nextCursor: number | null };

/**
 * Searches LibreTime's files in the mirror. Better answers first, then what can be planned, then the newest
 * file; what is hidden or gone in LibreTime comes last, since it is only there to say why. Fails with the
 * LibreTimeError in the way while LibreTime's files were never read: an empty list would be untrue.
 */
export async function searchTracks({ mirror }: Pick<LibraryDeps, "mirror">, { q, ids, onlyUnused, cursor, limit }: SearchTracksInput): Promise<TracksPage> {
  if (mirror.filesAsOf === null) await mirror.ready();
  const users = new Map<number, string>();
  for (const { trackId, title } of (await trackUses()).toReversed()) users.set(trackId, title);
  const question = questionOf(q ?? "");
  const wanted = ids && new Set(ids);
  const found = indexOf(mirror.files).flatMap((track) => {
    if ((wanted && !wanted.has(track.file.id)) || (onlyUnused && users.has(track.file.id))) return [];
    const rank = rankOf(track, question);
    return rank === null ? [] : [{ track, rank, order: orderOf(mirror, track) }];
  });
  const sorted = found.toSorted((a, b) => Number(a.order === 2) - Number(b.order === 2) || a.rank - b.rank || a.order - b.order || b.track.file.id - a.track.file.id);
  const from = cursor ?? 0;
  const items = sorted.slice(from, from + limit).map(({ track }) => listed(mirror, track, users.get(track.file.id)));
  return { items, total: sorted.length, nextCursor: from + limit < sorted.length ? from + limit : null };
}

/** 0: can be planned; 1: not yet, or not; 2: deleted in LibreTime. */
function orderOf(mirror: LibraryDeps["mirror"], { file }: IndexedTrack): 0 | 1 | 2 {
  const readiness = readinessOf(mirror, file.id);
  if (readiness === true) return 0;
  return readiness.reason === "hidden" || readiness.reason === "gone" ? 2 : 1;
}

function listed(mirror: LibraryDeps["mirror"], { file, lengthSeconds }: IndexedTrack, usedBy: string | undefined): LibraryTrack {
  const readiness = readinessOf(mirror, file.id);
  return {
    id: file.id, title: file.title, artist: file.artist, album: file.album, lengthSeconds, ready: readiness === true,
    ...(readiness === true ? {} : { reason: readiness.reason }),
    ...(usedBy === undefined ? {} : { usedBy }),
  };
}
