import type { Recording } from "@/domain/identities/recording";
import type { KnownShow } from "@/domain/identities/station-show";
import type { Claim, Mark } from "@/domain/identity";
import type { EpisodeId, ShowId, SlotId } from "@/domain/ids";
import type { ProblemOnWire } from "@/domain/problems";
import type { Role } from "@/domain/roles";
import type { Duration, Instant } from "@/domain/time";
import type { KnownMedia } from "./known-columns";

/** Who acts. `showIds` are a host's shows. */
export type Actor = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly showIds: readonly ShowId[];
};

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
  /** What LibreTime's show was known by when it was linked or made; null of one from before that was kept. */
  readonly knownShow: KnownShow | null;
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
  /** What LibreTime's file was known by when it was picked; null without one, and of one from before that was kept. */
  readonly recording: Recording | null;
  /** Seconds, as the track had it when it was picked. */
  readonly length: number | null;
};

/** A slot of ours as it is kept. */
export type SlotRecord = Claim & {
  readonly id: SlotId;
  /** The episode's title; of what holds none, what it was called when it was planned. */
  readonly title: string;
  readonly showId: ShowId;
  readonly showTitle: string;
  readonly colour: string;
  /** What its track or its webstream was known by when it was planned; absent of a live hold, and of what is from before that was kept. */
  readonly known?: KnownMedia;
  readonly version: number;
  readonly plannedById: string | null;
  readonly plannedByName: string | null;
};

/** What a new slot is made of. */
export type SlotDraft = Pick<
  SlotRecord,
  "content" | "title" | "known" | "showId" | "startsAt" | "endsAt" | "instanceId" | "playoutId" | "ownsInstance"
> & {
  /** Unknown unless told: then it is read from LibreTime later. */
  readonly mark?: Mark;
  readonly plannedById: string | null;
  /** Known beforehand when an operation brings it about; a new one otherwise. */
  readonly id?: SlotId;
};

/** What a slot is to be once an operation is done: what its row and its instance are made from. */
export type Arriving = Pick<
  SlotRecord,
  "content" | "title" | "known" | "showId" | "showTitle" | "colour" | "startsAt" | "endsAt"
> & {
  /** The id of the slot that moves, or a new one. */
  readonly slotId: SlotId;
  /** Seconds into the file at which the track starts. */
  readonly cueIn: Duration;
  /** LibreTime's id of the show as it was linked; null while it has none there. */
  readonly stationShowId: number | null;
  /** An empty instance of the show that is used instead of a new one. */
  readonly reuse: number | null;
  /** The mark of that instance; absent when none is used, and in lines from before marks were kept. */
  readonly reuseMark?: Mark;
};

/** All that an operation wants of LibreTime and of our records. */
export type Effects = {
  readonly arriving: readonly Arriving[];
  /** Slots of ours as they were: they go, or are where `arriving` of the same id comes from. */
  readonly leaving: readonly SlotRecord[];
  /** Only our records change, and LibreTime is left as it is: what they are then. What leaves and is not among them is let go of. */
  readonly records?: readonly SlotRecord[];
  /** An act on many slots, and what of it could not be, by its place in the list. */
  readonly refused?: readonly { readonly index: number; readonly problem: ProblemOnWire }[];
  /** What of it is where it is to be already, and stands there: it is left alone. */
  readonly untouched?: readonly (Pick<SlotRecord, "instanceId" | "playoutId"> & { readonly slotId: SlotId })[];
  /** The place in that list of each slot that is not. */
  readonly askedAt?: Readonly<Record<SlotId, number>>;
};

/** What takes an operation back: what goes, if it still is as the operation left it; and what comes back as it was. */
export type Inverse = { readonly takeOff: readonly { readonly id: SlotId }[]; readonly putBack: readonly SlotRecord[] };

/** One thing that an operation did or was about to do, with LibreTime's ids as they became known. */
export type OperationStep = {
  readonly what:
    | "create-show"
    | "create-instance"
    | "create-row"
    | "delete-row"
    | "delete-instance"
    | "delete-show"
    | "save-slot"
    | "delete-slot";
  /** `wanted`: begun. `unknown`: its answer was lost. `absent`: it was looked for and is not there. */
  readonly outcome: "wanted" | "done" | "undone" | "failed" | "unknown" | "absent";
  /** When it was begun. */
  readonly at: Instant;
  /** When it was first found `absent`. */
  readonly absentSince?: Instant;
  readonly libretimeId?: number;
  readonly slotId?: SlotId;
  /** It puts a slot back that the same operation had taken off. */
  readonly back?: true;
  /** By what LibreTime is asked for it when its answer was lost. */
  readonly sign?: ShowSign | InstanceSign | RowSign;
};

/** A new show is known by its name and its colour among the ids that nobody had seen. */
export type ShowSign = {
  readonly showId: ShowId;
  readonly name: string;
  readonly colour?: string;
  readonly aboveId: number;
  readonly linkedBefore: number | null;
  readonly knownBefore?: KnownShow | null;
};
/** An instance is known by its mark. */
export type InstanceSign = { readonly stationShowId: number; readonly createdAt: string };
/** A row is known by what it holds. `mark`: of its instance; absent in lines from before marks were kept. */
export type RowSign = {
  readonly instanceId: number;
  readonly mark?: Mark;
  readonly trackId: number | null;
  readonly streamId?: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly cueIn?: Duration;
};

/** How an operation stands. `wanted` and `unknown` are unfinished: they are settled by reading LibreTime. */
export type OperationState = "wanted" | "done" | "refused" | "undone" | "unknown";

/** A line of the journal: one act of a person. */
export type OperationLine = {
  readonly id: string;
  readonly kind: "plan" | "unplan" | "move" | "replace" | "repair" | "way-out" | "many" | "undo";
  readonly actorId: string | null;
  readonly at: Instant;
  readonly state: OperationState;
  readonly idempotencyKey: string | null;
  /** Whose lease wrote it last: nobody else may write on. */
  readonly holder: string | null;
  readonly input: unknown;
  /** Known before the first write to LibreTime; null until then. */
  readonly effects: Effects | null;
  /** Null when there is nothing to take back. */
  readonly inverse: Inverse | null;
  readonly answer: unknown;
};

/** The same with its steps. */
export type OperationRecord = OperationLine & {
  readonly steps: readonly OperationStep[];
  /** The number of the next row of its steps. */
  readonly nextSeq: number;
};

/** What a new line of the journal is made of. */
export type OperationDraft = Pick<OperationLine, "kind" | "actorId" | "at" | "idempotencyKey" | "holder" | "input">;
