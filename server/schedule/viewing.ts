import type { AudioOf } from "@/domain/heard";
import type { Interval } from "@/domain/interval";
import type { Picture } from "@/domain/picture";
import type { Former } from "@/domain/identities/former";
import type { EpisodeId, SlotId } from "@/domain/ids";
import type { Instant } from "@/domain/time";
import type { NotReady, Track } from "@/domain/tracks";
import type { SlotRecord } from "@/server/cms/records";
import type { OpenState } from "./open-slots";

export type Viewing = {
  readonly picture: Picture;
  readonly ours: readonly SlotRecord[];
  /** When each of their episodes has its premiere. */
  readonly premieres: ReadonlyMap<EpisodeId, Instant>;
  /** Of these nobody knows yet how they stand: their operation is not finished. */
  readonly open: ReadonlyMap<SlotId, OpenState>;
  readonly window: Interval;
  readonly now: Instant;
  /** LibreTime does not answer: what is shown was seen before. */
  readonly isStale: boolean;
  /** Our rows that could not be looked for, by their ids: nobody knows how their slots stand. */
  readonly unread: ReadonlySet<number>;
  /** Why what that slot plays would not be what was planned; null when it would. */
  readonly notReadyOf: (record: SlotRecord) => { readonly reason: NotReady; readonly was?: Former } | null;
  /** The track as its file is now, by LibreTime's file id; null for one that would not play. */
  readonly trackOf: (trackId: number) => Track | null;
  readonly audioOf: AudioOf;
  /** `#rrggbb` by LibreTime's show id. */
  readonly colourOf: (stationShowId: number) => string | null;
};
