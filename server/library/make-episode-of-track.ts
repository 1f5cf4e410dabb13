import { mayPlan } from "@/domain/roles";
import { isSameRecording } from "@/domain/identities/recording";
import { trackOf } from "@/domain/tracks";
import type { EpisodeId, ShowId } from "@/domain/ids";
import { createEpisode, findEpisode } from "@/server/cms/episodes";
import type { Actor, EpisodeRecord } from "@/server/cms/records";
import { findShow } from "@/server/cms/shows";
import { recordingOf, type LibreTimeFile } from "@/server/libretime/files";
import { Refusal } from "@/server/refusal";
import type { LibraryDeps } from "./deps";
import { trackUses, type TrackUse } from "./track-uses";
import type { MakeEpisodeInput } from "./inputs";
import { lengthOfFile } from "./readiness";

/** The episode of a file, and whether the show had one of it already. */
export type MadeEpisode = {
  readonly episodeId: EpisodeId;
  readonly title: string;
  readonly showId: ShowId;
  readonly existed: boolean;
};

/**
 * Makes an episode of one of LibreTime's files, with the length, genre and mood that LibreTime has of it. The
 * show's episode of that recording is answered instead, if there is one: two clicks make one episode. A file that
 * is still being imported is fine; one that can never air is refused.
 */
export async function makeEpisodeOfTrack(
  deps: LibraryDeps,
  actor: Actor,
  { trackId, showId, title }: MakeEpisodeInput,
): Promise<MadeEpisode> {
  if (!mayPlan(actor.role)) throw new Refusal({ code: "FORBIDDEN", needs: "admins and programmers" });
  const show = await findShow(actor, showId);
  if (!show) throw new Refusal({ code: "SHOW_NOT_FOUND", showId });
  const file = await usableFile(deps, trackId);
  return deps.lock.withLock(`episode of track ${trackId}`, async () => {
    const known = await episodeOf(actor, file, show.id);
    const episode = known ?? (await createEpisode(actor, draftOf(file, show.id, title)));
    if (!known) deps.news.publish({ kind: "episodes-changed" });
    return { episodeId: episode.id, title: episode.title, showId: show.id, existed: known !== null };
  });
}

async function usableFile({ mirror, libretime }: LibraryDeps, trackId: number): Promise<LibreTimeFile> {
  const file = mirror.files.get(trackId) ?? (await libretime.files.get(trackId)) ?? undefined;
  if (file) mirror.remember({ file });
  const track = trackOf(file);
  if (file && (track.ok || track.error === "import-pending")) return file;
  throw new Refusal({ code: "TRACK_NOT_READY", reason: track.ok ? "unknown" : track.error, trackId });
}

async function episodeOf(actor: Actor, file: LibreTimeFile, showId: string): Promise<EpisodeRecord | null> {
  const isOfIt = ({ trackId, recording }: TrackUse): boolean =>
    trackId === file.id && (recording === null || isSameRecording(recording, recordingOf(file)));
  const use = (await trackUses()).find((each) => isOfIt(each) && each.showId === showId);
  return use ? findEpisode(actor, use.episodeId) : null;
}

function draftOf(file: LibreTimeFile, showId: string, title: string | undefined) {
  return {
    title: (title ?? file.title).slice(0, 200),
    showId,
    status: "ready" as const,
    genres: (file.genre ?? "")
      .split(/[;,/]/)
      .map((genre) => genre.trim().slice(0, 60))
      .filter(Boolean)
      .slice(0, 20),
    mood: file.mood?.slice(0, 60) ?? null,
    libretimeTrackId: file.id,
    length: lengthOfFile(file),
  };
}
