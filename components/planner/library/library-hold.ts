import type { Hold } from "@/domain/content";
import type { ShowId } from "@/domain/ids";

/** What a card of the library stands for that is no episode: an hour kept for a live programme, or a webstream, as part of a show. */
export type LibraryHold = {
  /** Of its card: a show's or a webstream's. */
  readonly id: string;
  readonly hold: Hold;
  readonly showId: ShowId;
  readonly showName: string;
  readonly title: string;
  /** `#rrggbb`. */
  readonly colour: string;
  /** How long a new slot of it is. */
  readonly seconds: number;
};
