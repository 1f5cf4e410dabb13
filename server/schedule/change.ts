import { isSameContent } from "@/domain/content";
import type { Interval } from "@/domain/interval";
import type { ProblemOnWire } from "@/domain/problems";
import type { OperationRecord, SlotRecord } from "@/server/cms/records";
import type { Act } from "./context";
import type { Thing, Wanted } from "./request";

/** What a slot is known by once an act has left it. */
export type LeftAs = Pick<SlotRecord, "startsAt" | "endsAt" | "content">;

/** What is to happen to one slot: a new one of an episode (as its premiere: only while it has no slot anywhere), of a live hold or of a webstream; one of ours that moves or goes (`to` null), or one that comes back as it was, with what it held then: from nowhere, or from where an act has left it. */
export type Change =
  | {
      readonly slotId: string;
      readonly version?: number | undefined;
      readonly leftAs?: LeftAs | undefined;
      readonly to: Interval | null;
    }
  | (Thing & { readonly showId: string; readonly to: Interval; readonly premiere?: true | undefined })
  | { readonly back: SlotRecord; readonly leftAs?: LeftAs | undefined };

/** What is to stand, where it comes from, and in which change it was asked for. */
export type Part = {
  readonly index: number;
  readonly wanted: Wanted | null;
  readonly leaving: SlotRecord | null;
  readonly slotId: string;
};

export type Refused = { readonly index: number; readonly problem: ProblemOnWire };

export type Arranging = {
  readonly kind: OperationRecord["kind"];
  readonly changes: readonly Change[];
  /** All or nothing; or as many as can be. */
  readonly mode: "all" | "best";
  readonly input: unknown;
  readonly idempotencyKey?: string | undefined;
  readonly dryRun?: boolean | undefined;
  /** Judges what else must hold, when it is this act's turn. */
  readonly demand?: () => Promise<void>;
};

/** The slots that are there already, or were. */
export function slotsNamed(change: Change): readonly Pick<SlotRecord, "id">[] {
  if ("back" in change) return [change.back];
  return "slotId" in change ? [{ id: change.slotId }] : [];
}

/** LibreTime, and what is not settled of earlier acts. */
export type World = Pick<Act, "libretime"> & { readonly open: readonly OperationRecord[] };

/** Is it where an act has left it, with what it held? */
export function isAs(slot: LeftAs, left: LeftAs): boolean {
  return slot.startsAt === left.startsAt && slot.endsAt === left.endsAt && isSameContent(slot.content, left.content);
}
