import type { Warning } from "@/domain/slots";
import { fitWarnings, lateWarnings } from "@/domain/warnings";
import type { Arriving, Effects } from "@/server/cms/records";
import type { Deps } from "./deps";
import type { Placed } from "./put-on";

/** What a plan answers: LibreTime's ids (no row of a live hold), ours, and what is said though not refused. */
export type PlanAnswer =
  | {
      readonly success: true;
      readonly showId: number;
      readonly instanceId: number;
      readonly playoutId: number | null;
      readonly slotId: string;
      readonly idempotent?: true;
      readonly warnings?: readonly Warning[];
    }
  | DryAnswer;

/** What an act would answer if it were carried out. */
export type DryAnswer = { readonly success: true; readonly dryRun: true; readonly warnings: readonly Warning[] };

/** What an unplan answers; `noop` when nothing of ours was planned there. */
export type UnplanAnswer = { readonly success: true; readonly noop?: true };

/** What an act on many slots answers: what stands now, and what could not be, by its place in the list. */
export type ArrangeAnswer = {
  readonly success: true;
  readonly placed: readonly {
    readonly slotId: string;
    readonly instanceId: number;
    readonly playoutId: number | null;
  }[];
  readonly refused: NonNullable<Effects["refused"]>;
  readonly dryRun?: true;
  readonly warnings?: readonly Warning[];
};

/** What any act answers. */
export type ActAnswer = PlanAnswer | UnplanAnswer | ArrangeAnswer;

/** The answer of an act that has put that on, or has only taken off. */
export function answerOf(deps: Deps, placed: readonly Placed[], { refused, untouched = [] }: Effects): ActAnswer {
  if (refused) {
    // Of many slots it is said once that something starts soon.
    const late = placed
      .flatMap(({ arriving }) => lateWarnings(arriving.startsAt, deps.now(), deps.leadTimeSeconds))
      .slice(0, 1);
    return {
      success: true,
      placed: [...placed.map(({ slotId, instanceId, playoutId }) => ({ slotId, instanceId, playoutId })), ...untouched],
      refused,
      ...(late.length > 0 ? { warnings: late } : {}),
    };
  }
  const [first] = placed;
  if (!first) return { success: true };
  const { stationShowId: showId, instanceId, playoutId, slotId } = first;
  const warnings = warningsOf(deps, first.arriving);
  return { success: true, showId, instanceId, playoutId, slotId, ...(warnings.length > 0 ? { warnings } : {}) };
}

/** What is not wrong enough to refuse, but is said. */
export function warningsOf(
  { now, leadTimeSeconds }: Deps,
  slot: Pick<Arriving, "startsAt" | "endsAt" | "content">,
): Warning[] {
  return [...fitWarnings(slot, slot.content), ...lateWarnings(slot.startsAt, now(), leadTimeSeconds)];
}
