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

/** How the library can be ordered, and how it says so. */
export const sorts = {
  "longest-unaired": "Longest unaired first",
  newest: "Newest first",
  title: "By title",
  show: "By show",
  shortest: "Shortest first",
  longest: "Longest first",
} as const;

export type LibrarySort = keyof typeof sorts;
