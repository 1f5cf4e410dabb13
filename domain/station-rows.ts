import type { Cues } from "./cues";
import type { Duration, Instant } from "./time";

/** One row of LibreTime's schedule as it is read: its end already clamped to its instance's (R214). */
export type Row = {
  readonly id: number;
  readonly instanceId: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** As it is stored, however short its instance is; null when nobody has said it. */
  readonly length: Duration | null;
  readonly trackId: number | null;
  readonly streamId: number | null;
  /** Its `cueOut` clamped like its end. */
  readonly cues: Cues;
};

/** One occurrence of a LibreTime show. */
export type Instance = {
  readonly id: number;
  /** LibreTime's id of its show. */
  readonly showId: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** LibreTime's word for deleted in its own calendar; its rows still air (R342). */
  readonly modified: boolean;
  /** When it was made, to the microsecond, in one form: its mark, by which it is told from another under the same id. */
  readonly createdAt: string;
};
