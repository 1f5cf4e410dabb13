import { holdIn, type Hold } from "@/domain/content";
import type { Interval } from "@/domain/interval";
import type { EpisodeId, ShowId, SlotId } from "@/domain/ids";
import { seconds, type Duration } from "@/domain/time";
import type { LibraryEpisode } from "./library/library-episode";
import type { LibraryHold } from "./library/library-hold";
import type { PlacedSlot } from "./placed-slot";

/** What is carried over the grid: an episode, a live hold or a webstream from the library, or a slot that moves. */
export type Cargo = {
  /** Of the two there is one: the episode, or what a slot without one holds. */
  readonly episodeId?: EpisodeId;
  readonly hold?: Hold;
  readonly showId: ShowId;
  readonly title: string;
  readonly showName: string;
  readonly colour: string | null;
  /** Whole seconds of its track; null while it has none. */
  readonly trackSeconds: number | null;
  /** How long a new slot of it is, of what has no track. */
  readonly usualSeconds?: number;
  /** Why it cannot be planned (a `NotReady`); null when it can. */
  readonly notReady: string | null;
  /** The slot that moves, where it was, and as which version it was seen; absent for what comes from the library. */
  readonly from?: Interval & { readonly slotId: SlotId; readonly version?: number };
};

/** How a thing is carried: as a whole, or by one of its ends. */
export type CarryMode = "whole" | "start" | "end";

/** Five minutes: the snap, and what a slot's length is rounded up to. */
export const STEP_SECONDS = 300;
/** The snap with Alt or Shift. */
export const FINE_SECONDS = 60;
/** What has no length is held as an hour; an episode without one cannot be planned anyway. */
const UNKNOWN_SECONDS = 3600;

/** An episode of the library, picked up. */
export function cargoOfEpisode(episode: LibraryEpisode): Cargo {
  return {
    episodeId: episode.id,
    showId: episode.showId,
    title: episode.title,
    showName: episode.showName,
    colour: episode.colour,
    trackSeconds: episode.lengthSeconds,
    notReady: episode.ready === true ? null : episode.ready.reason,
  };
}

/** A live hold or a webstream of the library, picked up. */
export function cargoOfHold({ hold, showId, showName, title, colour, seconds: usualSeconds }: LibraryHold): Cargo {
  return { hold, showId, title, showName, colour, trackSeconds: null, usualSeconds, notReady: null };
}

/** Whatever is picked up in the library. */
export function cargoOf(picked: LibraryEpisode | LibraryHold): Cargo {
  return "hold" in picked ? cargoOfHold(picked) : cargoOfEpisode(picked);
}

/** The id of the card that it was picked up from. */
export function pickedId({ episodeId, hold, showId }: Cargo): string {
  if (episodeId !== undefined) return episodeId;
  return hold?.kind === "stream" ? `stream:${hold.streamId}` : `live:${showId}`;
}

/** A slot of ours, picked up; null for one that is not ours to move, or of which nobody knows yet how it stands. */
export function cargoOfSlot({ slot, startsAt, endsAt }: PlacedSlot): Cargo | null {
  if (slot.kind !== "planned" || slot.locked || slot.state === "saving" || slot.state === "checking" || !slot.showId)
    return null;
  const hold = holdIn(slot);
  if (!hold && !slot.episodeId) return null;
  return {
    ...(hold ? { hold } : { episodeId: slot.episodeId }),
    showId: slot.showId,
    title: slot.title,
    showName: slot.showName,
    colour: slot.colour,
    trackSeconds: slot.trackSeconds ?? null,
    notReady: slot.notReady ?? null,
    from: { slotId: slot.id, startsAt, endsAt, version: slot.version },
  };
}

/** The same as what is new: a copy leaves the other where it is. */
export function withoutPlace({ from: _, ...cargo }: Cargo): Cargo {
  return cargo;
}

/**
 * How long the slot of a new cargo is: its track rounded up to the next five minutes, so that the next show
 * starts at a time that can be said on air; with Alt exactly its track. A moved slot keeps its length.
 */
export function lengthOfCargo({ from, trackSeconds, usualSeconds }: Cargo, exact: boolean): Duration {
  if (from) return seconds((from.endsAt - from.startsAt) / 1000);
  const length = trackSeconds ?? usualSeconds ?? UNKNOWN_SECONDS;
  return seconds(exact ? length : Math.ceil(length / STEP_SECONDS) * STEP_SECONDS);
}
