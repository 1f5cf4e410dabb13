import { contentOf, holdIn, type Content, type Hold } from "@/domain/content";
import type { Interval } from "@/domain/interval";
import { seconds, type Duration } from "@/domain/time";
import { trackOf, type Track } from "@/domain/tracks";
import { findEpisode } from "@/server/cms/episodes";
import { findShow } from "@/server/cms/shows";
import type { Actor, ShowRecord, SlotRecord } from "@/server/cms/records";
import { Refusal } from "@/server/refusal";
import type { Deps } from "./deps";

/** What a stretch of time is wished for, as LibreTime has it ready: an episode's track, a live hold, or a webstream. */
export type Wanted = {
  readonly content: Content;
  readonly title: string;
  readonly show: ShowRecord;
  /** Seconds into the file at which a track starts. */
  readonly cueIn: Duration;
  readonly slot: Interval;
};

/** An episode, or what a slot without one is to hold. */
export type Thing = { readonly episodeId: string } | { readonly content: Hold };

/** A thing of a show for a stretch of time. */
type Asked = Thing & { readonly showId: string; readonly slot: Interval };

/** What is known of episodes and shows, asked once each: an act on many slots is often about few of them. */
export type Books = { readonly episode: (id: string) => ReturnType<typeof findEpisode>; readonly show: (id: string) => ReturnType<typeof findShow> };

/** The books as that person may read them. */
export function booksOf(actor: Actor): Books {
  const [episodes, shows] = [new Map<string, ReturnType<typeof findEpisode>>(), new Map<string, ReturnType<typeof findShow>>()];
  const once = <T>(known: Map<string, T>, id: string, find: () => T): T => known.get(id) ?? (known.set(id, find()), known.get(id)!);
  return { episode: (id) => once(episodes, id, () => findEpisode(actor, id)), show: (id) => once(shows, id, () => findShow(actor, id)) };
}

/** Judges a wish up to LibreTime, in the settled order: episode, show, mismatch, past, track or webstream. */
export async function wantedOf(deps: Deps, actor: Actor, asked: Asked, books = booksOf(actor)): Promise<Wanted> {
  const { showId, slot } = asked;
  const [episode, show] = await Promise.all(["episodeId" in asked ? books.episode(asked.episodeId) : undefined, books.show(showId)]);
  if ("episodeId" in asked && !episode) throw new Refusal({ code: "EPISODE_NOT_FOUND", episodeId: asked.episodeId });
  if (!show) throw new Refusal({ code: "SHOW_NOT_FOUND", showId });
  if (episode && episode.showId !== show.id) throw new Refusal({ code: "SHOW_MISMATCH", showId, episodeId: episode.id });
  if (slot.startsAt < deps.now()) throw new Refusal({ code: "IN_THE_PAST" });
  if (episode) return ofTrack({ title: episode.title, show, slot }, episode.id, await readyTrack(deps, episode.libretimeTrackId));
  return { ...(await readyHold(deps, (asked as { readonly content: Hold }).content)), show, slot };
}

/** How a slot of ours comes again: where it was, unless told. */
type Again = { readonly to?: Interval; readonly books?: Books };

/** A slot of ours as it was planned, with the track or the webstream that it was planned with; judged like any wish, at another time whether that has passed. */
export async function wantedAgain(deps: Deps, actor: Actor, record: SlotRecord, { to, books = booksOf(actor) }: Again = {}): Promise<Wanted> {
  const { content, showId, startsAt, endsAt } = record;
  const [episode, show] = await Promise.all([content.kind === "track" ? books.episode(content.episodeId) : undefined, books.show(showId)]);
  if (content.kind === "track" && !episode) throw new Refusal({ code: "EPISODE_NOT_FOUND", episodeId: content.episodeId });
  if (!show) throw new Refusal({ code: "SHOW_NOT_FOUND", showId });
  // While it was off, its episode was free to leave the show.
  if (episode && episode.showId !== show.id) throw new Refusal({ code: "SHOW_MISMATCH", showId, episodeId: episode.id });
  if (to && to.startsAt < deps.now()) throw new Refusal({ code: "IN_THE_PAST" });
  const slot = to ?? { startsAt, endsAt };
  if (content.kind === "track") return ofTrack({ title: episode!.title, show, slot }, content.episodeId, await readyTrack(deps, content.trackId));
  return { ...(await readyHold(deps, holdIn(record)!)), show, slot };
}

function ofTrack(rest: Pick<Wanted, "title" | "show" | "slot">, episodeId: string, { id: trackId, length, cueIn }: Track): Wanted {
  return { ...rest, content: { kind: "track", episodeId, trackId, trackSeconds: length }, cueIn };
}

/** What a live hold is called when nobody has given it a name. */
const LIVE = "Live";

/** A webstream is called as it is in LibreTime, which is asked when the mirror does not know it. */
async function readyHold(deps: Deps, hold: Hold): Promise<Pick<Wanted, "content" | "title" | "cueIn">> {
  if (hold.kind === "live") return { content: contentOf(hold), title: hold.title ?? LIVE, cueIn: seconds(0) };
  const { streamId } = hold;
  const stream = deps.mirror.streams.get(streamId) ?? (await deps.libretime.streams.get(streamId));
  if (!stream) throw new Refusal({ code: "STREAM_NOT_FOUND", streamId });
  return { content: contentOf(hold), title: stream.name, cueIn: seconds(0) };
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
