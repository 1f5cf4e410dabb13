import type { Former } from "@/domain/identities/former";
import type { EpisodeId, ShowId } from "@/domain/ids";

/** An episode as a card of the library says it. Instants are ISO strings. */
export type LibraryEpisode = {
  readonly id: EpisodeId;
  readonly title: string;
  readonly showId: ShowId;
  readonly showName: string;
  /** `#rrggbb`. */
  readonly colour: string;
  /** Whole seconds of its track; null while it has none. */
  readonly lengthSeconds: number | null;
  /** May it be planned, and if not, why (a `NotReady`). */
  readonly ready: true | { readonly reason: string; readonly was?: Former };
  readonly lastAiredAt: string | null;
  readonly nextAiringAt: string | null;
  /** When its earliest slot starts, past or to come; null without a slot. */
  readonly premiereAt: string | null;
  readonly genres: readonly string[];
  readonly tags: readonly string[];
  readonly description: string;
};

/** How the library can be ordered, and the key of what each order is called. */
export const sorts = {
  "longest-unaired": "library.sort.longestUnaired",
  newest: "library.sort.newest",
  title: "library.sort.title",
  show: "library.sort.show",
  shortest: "library.sort.shortest",
  longest: "library.sort.longest",
} as const;

export type LibrarySort = keyof typeof sorts;
