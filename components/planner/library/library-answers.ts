import type { Former } from "@/domain/identities/former";
import type { EpisodeId, ShowId } from "@/domain/ids";
import type { LibraryEpisode } from "./library-episode";

/** One page of a search. */
export type SearchPage = {
  readonly items: readonly LibraryEpisode[];
  /** How many the filters leave. */
  readonly total: number;
  /** How many there are. */
  readonly all: number;
  readonly nextCursor: number | null;
  /** How many each filter hides of what the others would show. */
  readonly hidden?: readonly { readonly reason: string; readonly count: number }[];
};

/** What the library can be narrowed by. */
export type Facets = {
  readonly shows: readonly {
    readonly id: ShowId;
    readonly title: string;
    readonly colour: string;
    /** Minutes; what an empty slot of it is as long as. */
    readonly defaultSlotMinutes?: number | null;
  }[];
  readonly genres: readonly string[];
  readonly tags: readonly string[];
};

/** A file of LibreTime as the library lists it. */
export type LibraryTrack = {
  readonly id: number;
  readonly title: string;
  readonly artist: string | null;
  readonly album: string | null;
  readonly lengthSeconds: number | null;
  readonly ready: boolean;
  /** Why it cannot be planned: a `NotReady`. */
  readonly reason?: string | undefined;
  /** The title of the episode that has it already. */
  readonly usedBy?: string | undefined;
  /** The episodes that had another recording under this number when it was picked. */
  readonly formerOf?:
    readonly { readonly episodeId: EpisodeId; readonly title: string; readonly was: Former }[] | undefined;
};
