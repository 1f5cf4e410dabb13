import { formerFile, type Former } from "@/domain/identities/former";
import type { EpisodeId } from "@/domain/ids";
import { isSameRecording } from "@/domain/identities/recording";
import type { NotReady } from "@/domain/tracks";
import { recordingOf } from "@/server/libretime/files";
import type { LibraryDeps } from "./deps";
import { trackUses } from "./track-uses";
import type { SearchTracksInput } from "./inputs";
import { readinessOf, type Picked } from "./readiness";
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
  /** The episodes that had another recording under this id when it was picked. */
  readonly formerOf?: readonly FormerUse[];
};

/** An episode whose track was replaced in LibreTime, and what it had. */
export type FormerUse = { readonly episodeId: EpisodeId; readonly title: string; readonly was: Former };

/** One page of files, and what to ask with for the next one; null on the last. */
export type TracksPage = {
  readonly items: readonly LibraryTrack[];
  readonly total: number;
  readonly nextCursor: number | null;
};

/**
 * Searches LibreTime's files in the mirror. Better answers first, then what can be planned, then the newest
 * file; what is hidden or gone in LibreTime comes last, since it is only there to say why. Fails with the
 * LibreTimeError in the way while LibreTime's files were never read: an empty list would be untrue.
 */
export async function searchTracks(
  { mirror }: Pick<LibraryDeps, "mirror">,
  { q, ids, onlyUnused, cursor, limit }: SearchTracksInput,
): Promise<TracksPage> {
  if (mirror.filesAsOf === null) await mirror.ready();
  const users = await usersOf(mirror);
  const question = questionOf(q ?? "");
  const wanted = ids && new Set(ids);
  const found = indexOf(mirror.files).flatMap((track) => {
    if ((wanted && !wanted.has(track.file.id)) || (onlyUnused && users.get(track.file.id)?.usedBy !== undefined))
      return [];
    const rank = rankOf(track, question);
    return rank === null ? [] : [{ track, rank, order: orderOf(mirror, track) }];
  });
  const sorted = found.toSorted(
    (a, b) =>
      Number(a.order === 2) - Number(b.order === 2) ||
      a.rank - b.rank ||
      a.order - b.order ||
      b.track.file.id - a.track.file.id,
  );
  const from = cursor ?? 0;
  const items = sorted.slice(from, from + limit).map(({ track }) => listed(mirror, track, users.get(track.file.id)));
  return { items, total: sorted.length, nextCursor: from + limit < sorted.length ? from + limit : null };
}

type Users = Pick<LibraryTrack, "usedBy" | "formerOf">;

/** Who has each file, and who had another one under its id. */
async function usersOf(mirror: LibraryDeps["mirror"]): Promise<ReadonlyMap<number, Users>> {
  const users = new Map<number, Users>();
  for (const { trackId, recording, episodeId, title } of (await trackUses()).toReversed()) {
    const [file, known] = [mirror.files.get(trackId), users.get(trackId)];
    const isReplaced = file !== undefined && recording !== null && !isSameRecording(recording, recordingOf(file));
    if (!isReplaced) users.set(trackId, { ...known, usedBy: title });
    else
      users.set(trackId, {
        ...known,
        formerOf: [{ episodeId, title, was: formerFile(trackId, recording) }, ...(known?.formerOf ?? [])],
      });
  }
  return users;
}

/** 0: can be planned; 1: not yet, or not; 2: deleted in LibreTime. */
function orderOf(mirror: LibraryDeps["mirror"], { file }: IndexedTrack): 0 | 1 | 2 {
  const readiness = readinessOf(mirror, asItIs(file));
  if (readiness === true) return 0;
  return readiness.reason === "hidden" || readiness.reason === "gone" ? 2 : 1;
}

/** Nobody has picked it yet: whatever it is now is what will be picked. */
function asItIs({ id }: IndexedTrack["file"]): Picked {
  return { trackId: id, recording: null };
}

function listed(mirror: LibraryDeps["mirror"], { file, lengthSeconds }: IndexedTrack, users: Users = {}): LibraryTrack {
  const readiness = readinessOf(mirror, asItIs(file));
  return {
    id: file.id,
    title: file.title,
    artist: file.artist,
    album: file.album,
    lengthSeconds,
    ready: readiness === true,
    ...(readiness === true ? {} : { reason: readiness.reason }),
    ...users,
  };
}
