import type { Interval } from "@/domain/interval";
import type { Warning } from "@/domain/slots";
import { trackOf, type Track } from "@/domain/tracks";
import { findEpisode } from "@/server/cms/episodes";
import { findShow } from "@/server/cms/shows";
import type { Actor, EpisodeRecord } from "@/server/cms/records";
import { Refusal } from "@/server/refusal";
import type { Deps } from "./deps";
import { differenceOf, type Wanted } from "./put-on";

/** How often playout looks, in seconds, when nobody tells it (libretime/README 6.4). */
const PLAYOUT_POLLS_EVERY = 400;

type Asked = { readonly showId: string; readonly episodeId: string; readonly slot: Interval };

/** Judges a wish up to LibreTime, in the settled order: episode, show, mismatch, past, track. */
export async function wantedOf(deps: Deps, actor: Actor, { showId, episodeId, slot }: Asked): Promise<Wanted> {
  const [episode, show] = await Promise.all([findEpisode(actor, episodeId), findShow(actor, showId)]);
  if (!episode) throw new Refusal({ code: "EPISODE_NOT_FOUND", episodeId });
  if (!show) throw new Refusal({ code: "SHOW_NOT_FOUND", showId });
  if (episode.showId !== show.id) throw new Refusal({ code: "SHOW_MISMATCH", showId, episodeId });
  if (slot.startsAt < deps.now()) throw new Refusal({ code: "IN_THE_PAST" });
  return { episode, show, track: await readyTrack(deps, episode), slot };
}

/** The episode's track as LibreTime has it. The mirror is asked first; what it holds against a track is checked with LibreTime itself. */
async function readyTrack(deps: Deps, { libretimeTrackId }: EpisodeRecord): Promise<Track> {
  if (libretimeTrackId === null) throw new Refusal({ code: "TRACK_NOT_READY", reason: "no-track", trackId: null });
  await deps.mirror.ready();
  const known = trackOf(deps.mirror.files.get(libretimeTrackId));
  if (known.ok) return known.value;
  const read = trackOf((await deps.libretime.files.get(libretimeTrackId)) ?? undefined);
  if (!read.ok) throw new Refusal({ code: "TRACK_NOT_READY", reason: read.error, trackId: libretimeTrackId });
  return read.value;
}

/** What is not wrong enough to refuse, but is said. */
export function warningsOf(deps: Deps, slot: Interval, trackSeconds: number): Warning[] {
  const { deadAir, cut } = differenceOf(slot, trackSeconds);
  const warnings: Warning[] = [];
  if (deadAir >= 1) warnings.push({ code: "DEAD_AIR", seconds: deadAir });
  if (cut >= 1) warnings.push({ code: "TRACK_CUT", seconds: cut });
  const ahead = (slot.startsAt - deps.now()) / 1000;
  if (ahead >= 0 && ahead < deps.leadTimeSeconds) warnings.push({ code: "LATE_CHANGE", playoutPollsEvery: PLAYOUT_POLLS_EVERY });
  return warnings;
}
