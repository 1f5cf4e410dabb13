import type { Interval } from "@/domain/interval";
import { trackOf, type Track } from "@/domain/tracks";
import { findEpisode } from "@/server/cms/episodes";
import { findShow } from "@/server/cms/shows";
import type { Actor, EpisodeRecord, ShowRecord, SlotRecord } from "@/server/cms/records";
import { Refusal } from "@/server/refusal";
import type { Deps } from "./deps";

/** An episode for a stretch of time, with the track that LibreTime has ready for it. */
export type Wanted = { readonly episode: EpisodeRecord; readonly show: ShowRecord; readonly track: Track; readonly slot: Interval };

/** What is known of episodes and shows, asked once each: an act on many slots is often about few of them. */
export type Books = { readonly episode: (id: string) => ReturnType<typeof findEpisode>; readonly show: (id: string) => ReturnType<typeof findShow> };

/** The books as that person may read them. */
export function booksOf(actor: Actor): Books {
  const [episodes, shows] = [new Map<string, ReturnType<typeof findEpisode>>(), new Map<string, ReturnType<typeof findShow>>()];
  const once = <T>(known: Map<string, T>, id: string, find: () => T): T => known.get(id) ?? (known.set(id, find()), known.get(id)!);
  return { episode: (id) => once(episodes, id, () => findEpisode(actor, id)), show: (id) => once(shows, id, () => findShow(actor, id)) };
}

type Asked = { readonly showId: string; readonly episodeId: string; readonly slot: Interval };

/** Judges a wish up to LibreTime, in the settled order: episode, show, mismatch, past, track. */
export async function wantedOf(deps: Deps, actor: Actor, { showId, episodeId, slot }: Asked, books = booksOf(actor)): Promise<Wanted> {
  const [episode, show] = await Promise.all([books.episode(episodeId), books.show(showId)]);
  if (!episode) throw new Refusal({ code: "EPISODE_NOT_FOUND", episodeId });
  if (!show) throw new Refusal({ code: "SHOW_NOT_FOUND", showId });
  if (episode.showId !== show.id) throw new Refusal({ code: "SHOW_MISMATCH", showId, episodeId });
  if (slot.startsAt < deps.now()) throw new Refusal({ code: "IN_THE_PAST" });
  return { episode, show, track: await readyTrack(deps, episode.libretimeTrackId), slot };
}

/** A slot of ours as it was planned, with the track that it was planned with: judged like any wish. */
export async function wantedAgain(deps: Deps, actor: Actor, record: SlotRecord, books = booksOf(actor)): Promise<Wanted> {
  const [episode, show] = await Promise.all([books.episode(record.episodeId), books.show(record.showId)]);
  if (!episode) throw new Refusal({ code: "EPISODE_NOT_FOUND", episodeId: record.episodeId });
  if (!show) throw new Refusal({ code: "SHOW_NOT_FOUND", showId: record.showId });
  const { startsAt, endsAt } = record;
  return { episode, show, track: await readyTrack(deps, record.trackId), slot: { startsAt, endsAt } };
}

/** The track as LibreTime has it. The mirror is asked first; what it holds against a track is checked with LibreTime itself. */
async function readyTrack(deps: Deps, libretimeTrackId: number | null): Promise<Track> {
  if (libretimeTrackId === null) throw new Refusal({ code: "TRACK_NOT_READY", reason: "no-track", trackId: null });
  await deps.mirror.ready();
  const known = trackOf(deps.mirror.files.get(libretimeTrackId));
  if (known.ok) return known.value;
  const read = trackOf((await deps.libretime.files.get(libretimeTrackId)) ?? undefined);
  if (!read.ok) throw new Refusal({ code: "TRACK_NOT_READY", reason: read.error, trackId: libretimeTrackId });
  return read.value;
}
