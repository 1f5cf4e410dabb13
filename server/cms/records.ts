import type { EpisodeId, ShowId, SlotId } from "@/domain/ids";
import type { Role } from "@/domain/roles";
import type { Instant } from "@/domain/time";

/** Who acts. `showIds` are a host's shows. */
export type Actor = { readonly id: string; readonly name: string; readonly email: string; readonly role: Role; readonly showIds: readonly ShowId[] };

/** A show as planning needs it. */
export type ShowRecord = {
  readonly id: ShowId;
  readonly title: string;
  readonly description: string;
  /** `#rrggbb`. */
  readonly colour: string;
  /** Minutes; what an empty slot of the show is as long as. */
  readonly defaultSlotMinutes: number | null;
  readonly libretimeShowId: number | null;
};

/** An episode as planning needs it. */
export type EpisodeRecord = {
  readonly id: EpisodeId;
  readonly title: string;
  readonly description: string;
  readonly showId: ShowId;
  readonly status: "draft" | "ready" | "archived";
  readonly genres: readonly string[];
  readonly mood: string | null;
  readonly tags: readonly string[];
  readonly libretimeTrackId: number | null;
  /** Seconds, as the track had it when it was picked. */
  readonly length: number | null;
};

/** A slot of ours as it is kept. */
export type SlotRecord = {
  readonly id: SlotId;
  readonly episodeId: EpisodeId;
  readonly episodeTitle: string;
  readonly showId: ShowId;
  readonly showTitle: string;
  readonly colour: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly trackId: number;
  /** Whole seconds of the track when it was planned. */
  readonly trackSeconds: number;
  readonly instanceId: number;
  readonly playoutId: number;
  /** Did we make the instance? Only then may we delete it. */
  readonly ownsInstance: boolean;
  readonly version: number;
  readonly plannedById: string | null;
  readonly plannedByName: string | null;
};

/** What a new slot is made of. */
export type SlotDraft = Pick<SlotRecord, "episodeId" | "showId" | "startsAt" | "endsAt" | "trackId" | "trackSeconds" | "instanceId" | "playoutId" | "ownsInstance"> & {
  readonly plannedById: string | null;
};

/** One thing that an operation did or was about to do, with LibreTime's ids as they became known. */
export type OperationStep = {
  readonly what: "create-show" | "create-instance" | "create-row" | "delete-row" | "delete-instance" | "delete-show" | "save-slot" | "delete-slot";
  readonly outcome: "wanted" | "done" | "undone" | "failed" | "unknown";
  readonly libretimeId?: number;
  readonly slotId?: SlotId;
  readonly note?: string;
};

/** How an operation stands. `wanted` and `unknown` are unfinished: they are settled by reading LibreTime. */
export type OperationState = "wanted" | "done" | "refused" | "undone" | "unknown";

/** A line of the journal: one act of a person. */
export type OperationRecord = {
  readonly id: string;
  readonly kind: "plan" | "unplan" | "move" | "replace" | "repair";
  readonly actorId: string | null;
  readonly at: Instant;
  readonly state: OperationState;
  readonly idempotencyKey: string | null;
  readonly input: unknown;
  readonly steps: readonly OperationStep[];
  readonly inverse: unknown;
  readonly answer: unknown;
};

/** What a new line of the journal is made of. */
export type OperationDraft = Pick<OperationRecord, "kind" | "actorId" | "idempotencyKey" | "input">;
