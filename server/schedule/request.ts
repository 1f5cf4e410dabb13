import { contentOf, holdIn, type Content, type Hold } from "@/domain/content";
import type { Interval } from "@/domain/interval";
import { formerStream } from "@/domain/identities/former";
import type { Recording } from "@/domain/identities/recording";
import { isSameStream } from "@/domain/identities/webstream";
import { seconds, type Duration } from "@/domain/time";
import type { Track } from "@/domain/tracks";
import { findEpisode } from "@/server/cms/episodes";
import { findShow } from "@/server/cms/shows";
import type { KnownMedia } from "@/server/cms/known-columns";
import type { Actor, ShowRecord, SlotRecord } from "@/server/cms/records";
import { pickedTrack, wasOf, type Picked } from "@/server/library/readiness";
import { recordingOf } from "@/server/libretime/files";
import type { LibreTimeStream } from "@/server/libretime/streams";
import { Refusal } from "@/server/refusal";
import type { Deps } from "./deps";
import { withLinkThatCounts } from "./linked-show";

/** What a stretch of time is wished for, as LibreTime has it ready: an episode's track, a live hold, or a webstream. */
export type Wanted = {
  readonly content: Content;
  /** What its track or its webstream is known by in LibreTime. */
  readonly known?: KnownMedia;
  readonly title: string;
  /** As far as its link to LibreTime counts: null where that is another show by now. */
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
export type Books = {
  readonly episode: (id: string) => ReturnType<typeof findEpisode>;
  readonly show: (id: string) => ReturnType<typeof findShow>;
};

/** The books as that person may read them. */
export function booksOf(actor: Actor): Books {
  const [episodes, shows] = [
    new Map<string, ReturnType<typeof findEpisode>>(),
    new Map<string, ReturnType<typeof findShow>>(),
  ];
  const once = <T>(known: Map<string, T>, id: string, find: () => T): T =>
    known.get(id) ?? (known.set(id, find()), known.get(id)!);
  return {
    episode: (id) => once(episodes, id, () => findEpisode(actor, id)),
    show: (id) => once(shows, id, () => findShow(actor, id)),
  };
}

/** Judges a wish up to LibreTime, in the settled order: episode, show, mismatch, past, track or webstream. */
export async function wantedOf(deps: Deps, actor: Actor, asked: Asked, books = booksOf(actor)): Promise<Wanted> {
  const { showId, slot } = asked;
  const [episode, show] = await Promise.all([
    "episodeId" in asked ? books.episode(asked.episodeId) : undefined,
    books.show(showId),
  ]);
  if ("episodeId" in asked && !episode) throw new Refusal({ code: "EPISODE_NOT_FOUND", episodeId: asked.episodeId });
  if (!show) throw new Refusal({ code: "SHOW_NOT_FOUND", showId });
  if (episode && episode.showId !== show.id)
    throw new Refusal({ code: "SHOW_MISMATCH", showId, episodeId: episode.id });
  if (slot.startsAt < deps.now()) throw new Refusal({ code: "IN_THE_PAST" });
  const rest = { show: await withLinkThatCounts(deps, show), slot };
  if (episode)
    return ofTrack(
      { ...rest, title: episode.title },
      episode.id,
      await readyTrack(deps, { trackId: episode.libretimeTrackId, recording: episode.recording }),
    );
  return { ...(await readyHold(deps, (asked as { readonly content: Hold }).content)), ...rest };
}

/** How a slot of ours comes again: where it was, unless told. */
type Again = { readonly to?: Interval; readonly books?: Books };

/** A slot of ours as it was planned, with the track or the webstream that it was planned with; judged like any wish, at another time whether that has passed. */
export async function wantedAgain(
  deps: Deps,
  actor: Actor,
  record: SlotRecord,
  { to, books = booksOf(actor) }: Again = {},
): Promise<Wanted> {
  const { content, known, showId, startsAt, endsAt } = record;
  const [episode, show] = await Promise.all([
    content.kind === "track" ? books.episode(content.episodeId) : undefined,
    books.show(showId),
  ]);
  if (content.kind === "track" && !episode)
    throw new Refusal({ code: "EPISODE_NOT_FOUND", episodeId: content.episodeId });
  if (!show) throw new Refusal({ code: "SHOW_NOT_FOUND", showId });
  // While it was off, its episode was free to leave the show.
  if (episode && episode.showId !== show.id)
    throw new Refusal({ code: "SHOW_MISMATCH", showId, episodeId: episode.id });
  if (to && to.startsAt < deps.now()) throw new Refusal({ code: "IN_THE_PAST" });
  const rest = { show: await withLinkThatCounts(deps, show), slot: to ?? { startsAt, endsAt } };
  if (content.kind === "track")
    return ofTrack(
      { ...rest, title: episode!.title },
      content.episodeId,
      await readyTrack(deps, { trackId: content.trackId, recording: recordingIn(known) }),
    );
  return { ...(await readyHold(deps, holdIn(record)!, known)), ...rest };
}

/** A track as LibreTime has it, and what it is known by there. */
type ReadyTrack = { readonly track: Track; readonly known: Recording };

function ofTrack(
  rest: Pick<Wanted, "title" | "show" | "slot">,
  episodeId: string,
  { track: { id: trackId, length, cueIn }, known }: ReadyTrack,
): Wanted {
  return { ...rest, content: { kind: "track", episodeId, trackId, trackSeconds: length }, known, cueIn };
}

function recordingIn(known: KnownMedia | undefined): Recording | null {
  return known && !("addressDigest" in known) ? known : null;
}

/** What a live hold is called when nobody has given it a name. */
const LIVE = "Live";

/**
 * A webstream is called as it is in LibreTime, which is asked when the mirror does not know it, or has another
 * one than was planned.
 */
async function readyHold(
  deps: Deps,
  hold: Hold,
  planned?: KnownMedia,
): Promise<Pick<Wanted, "content" | "known" | "title" | "cueIn">> {
  if (hold.kind === "live") return { content: contentOf(hold), title: hold.title ?? LIVE, cueIn: seconds(0) };
  const { streamId } = hold;
  const was = planned && "addressDigest" in planned ? planned : null;
  const isIt = (each: LibreTimeStream): boolean => was === null || isSameStream(was, each);
  const seen = deps.mirror.streams.get(streamId);
  const stream = seen && isIt(seen) ? seen : await deps.libretime.streams.get(streamId);
  if (!stream) throw new Refusal({ code: "STREAM_NOT_FOUND", streamId });
  if (was && !isIt(stream))
    throw new Refusal({ code: "STREAM_NOT_FOUND", streamId, reason: "replaced", was: formerStream(streamId, was) });
  const { name, addressDigest } = stream;
  return { content: contentOf(hold), known: { name, addressDigest }, title: name, cueIn: seconds(0) };
}

/** So long what the mirror has read of a file is believed: it looks every minute, at a large library less often. */
const BELIEVED_MS = 90_000;

/**
 * The track as LibreTime has it. The mirror is asked first; what it holds against a track, and what it has not
 * looked at for long, is asked of LibreTime itself.
 */
async function readyTrack(deps: Deps, { trackId, recording }: Picked): Promise<ReadyTrack> {
  if (trackId === null) throw new Refusal({ code: "TRACK_NOT_READY", reason: "no-track", trackId });
  await deps.mirror.ready();
  const isOld = deps.now() - (deps.mirror.filesAsOf ?? 0) > BELIEVED_MS;
  const seen = isOld ? undefined : deps.mirror.files.get(trackId);
  const known = pickedTrack(seen, recording);
  if (seen && known.ok) return { track: known.value, known: recordingOf(seen) };
  const file = (await deps.libretime.files.get(trackId)) ?? undefined;
  if (file) deps.mirror.remember({ file });
  const read = pickedTrack(file, recording);
  if (file && read.ok) return { track: read.value, known: recordingOf(file) };
  const reason = read.ok ? "unknown" : read.error;
  throw new Refusal({ code: "TRACK_NOT_READY", reason, trackId, ...wasOf(reason, { trackId, recording }) });
}
