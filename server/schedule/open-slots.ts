import { episodeIn } from "@/domain/content";
import { oursOf, UNMARKED } from "@/domain/identity";
import type { EpisodeId, SlotId } from "@/domain/ids";
import { overlap, type Interval } from "@/domain/interval";
import type { Row } from "@/domain/station-rows";
import type { Instant } from "@/domain/time";
import { isOpen } from "@/server/cms/is-open";
import { unfinishedOperations } from "@/server/cms/operations";
import type { InstanceSign, OperationRecord, OperationStep, RowSign, SlotRecord } from "@/server/cms/records";
import { Refusal } from "@/server/refusal";
import type { Deps } from "./deps";
import { isSigned } from "./signs";
import { isSameStand } from "./standing";

/** An act takes thirty seconds at most; whoever is silent for longer will not end it. */
const SAVING_MS = 40_000;

/** How a slot stands whose operation is not finished: somebody is at it, or LibreTime must first be read. */
export type OpenState = "saving" | "checking";

/** A slot that an unfinished operation is putting on or taking off, as it is drawn meanwhile. */
export type OpenSlot = { readonly record: SlotRecord; readonly state: OpenState };

type Looked = {
  readonly operations: readonly OperationRecord[];
  readonly ours: readonly SlotRecord[];
  readonly rows: readonly Row[];
  readonly window: Interval;
};

/**
 * What unfinished operations are about, with the rows and instances that are known to be theirs. What moves has
 * two places until that is settled; our record says one of them, and the other gets an id of its own.
 */
export function openSlots(
  { mirror, now }: Pick<Deps, "mirror" | "now">,
  { operations, ours, rows, window }: Looked,
): readonly OpenSlot[] {
  const kept = new Map(ours.map((each) => [each.id, each]));
  const isNew = (record: SlotRecord): boolean => {
    const now = kept.get(record.id);
    return !(now && isSameStand(now, record)) && overlap(record, window);
  };
  const isThere = (record: SlotRecord): boolean => {
    const ours = oursOf(record, {
      home: mirror.instances.get(record.instanceId),
      row: rows.find(({ id }) => id === record.playoutId),
    });
    return (record.playoutId === null ? ours.home : ours.row) !== null;
  };
  return operations.filter(isOpen).flatMap((operation) => {
    const state = stateOf(operation, now());
    const arriving = arrivingOf(operation, rows, [...mirror.instances.values()]).filter(isNew);
    const leaving = operation.effects?.leaving ?? [];
    const gone = leaving.filter((record) => isNew(record) && isThere(record));
    return [
      ...leaving.flatMap(({ id }) => kept.get(id) ?? []).map((record) => ({ record, state })),
      ...arriving.map((record) => ({
        record: leaving.some(({ id }) => id === record.id) ? { ...record, id: `${record.id}/to` } : record,
        state,
      })),
      ...gone.map((record) => ({ record: { ...record, id: `${record.id}/from` }, state })),
    ];
  });
}

/** What unfinished operations may have put on: nothing may be planned where something may be. */
export function heldByOpen(operations: readonly OperationRecord[]): readonly SlotRecord[] {
  return operations
    .filter(isOpen)
    .flatMap((operation) =>
      arrivingOf(operation, [], []).map((record) => ({ ...record, id: `${record.id}/to`, ownsInstance: false })),
    );
}

/** The slots that nobody may touch before these operations are settled. */
export function idsUnderCheck(operations: readonly OperationRecord[]): ReadonlySet<SlotId> {
  return new Set(touchedBy(operations).map(({ id }) => id));
}

/** May the episode stand there, by an act that is not settled yet: put on, or not taken off? */
export function mayStandAt(
  operations: readonly OperationRecord[],
  { episodeId, startsAt }: Pick<SlotRecord, "startsAt"> & { readonly episodeId: EpisodeId },
): boolean {
  return touchedBy(operations).some((each) => episodeIn(each.content) === episodeId && each.startsAt === startsAt);
}

function touchedBy(operations: readonly OperationRecord[]): readonly Pick<SlotRecord, "id" | "content" | "startsAt">[] {
  return operations
    .filter(isOpen)
    .flatMap(({ effects }) => [
      ...(effects?.arriving ?? []).map(({ slotId, ...rest }) => ({ ...rest, id: slotId })),
      ...(effects?.records ?? []),
      ...(effects?.leaving ?? []),
    ]);
}

/** What nobody knows the outcome of must not be touched, nor told to stand: it may not be there. */
export function refuseUnderCheck(
  slots: readonly Pick<SlotRecord, "id">[],
  operations: readonly OperationRecord[],
): void {
  const checked = idsUnderCheck(operations);
  if (slots.some(({ id }) => checked.has(id)))
    throw new Refusal({ code: "OUTCOME_UNKNOWN", what: "an earlier act on it is not settled yet" });
}

/** The same of an episode, whichever of its slots that is. */
export function refuseEpisodeUnderCheck(episodeId: EpisodeId, operations: readonly OperationRecord[]): void {
  if (touchedBy(operations).some(({ content }) => episodeIn(content) === episodeId))
    throw new Refusal({ code: "OUTCOME_UNKNOWN", what: "an earlier act on the episode is not settled yet" });
}

/** Refuses to use an instance that LibreTime may still delete, with whatever lies in it by then (R300). */
export async function refuseDoomed(used: readonly (number | null)[]): Promise<void> {
  const reused = used.filter((id) => id !== null);
  if (reused.length === 0) return;
  const operations = await unfinishedOperations();
  const mayGo = (id: number): boolean =>
    operations.some(({ steps }) =>
      steps.some(
        ({ what, libretimeId, outcome }) => what === "delete-instance" && libretimeId === id && outcome !== "done",
      ),
    );
  const doomed = reused.find(mayGo);
  if (doomed !== undefined)
    throw new Refusal({
      code: "OUTCOME_UNKNOWN",
      what: `instance ${doomed}, which would be used, may still be deleted`,
    });
}

/** No id of LibreTime's. */
const NOT_KNOWN = -1;

function arrivingOf(
  { effects, steps, actorId }: OperationRecord,
  rows: readonly Row[],
  instances: readonly { readonly id: number; readonly createdAt: string }[],
): readonly SlotRecord[] {
  return (
    effects?.records ??
    (effects?.arriving ?? []).map(({ slotId, ...arriving }) => {
      const last = (what: OperationStep["what"]) =>
        steps.findLast((step) => step.what === what && step.slotId === slotId && step.back !== true);
      const [home, row] = [last("create-instance"), last("create-row")];
      return {
        ...arriving,
        id: slotId,
        version: 0,
        plannedById: actorId,
        plannedByName: null,
        ownsInstance: true,
        instanceId:
          home?.libretimeId ??
          instances.find(({ createdAt }) => createdAt === (home?.sign as InstanceSign | undefined)?.createdAt)?.id ??
          arriving.reuse ??
          NOT_KNOWN,
        mark: (home?.sign as InstanceSign | undefined) ?? arriving.reuseMark ?? UNMARKED,
        playoutId:
          arriving.content.kind === "live"
            ? null
            : (row?.libretimeId ??
              rows.find((each) => row?.sign && isSigned(each, row.sign as RowSign))?.id ??
              NOT_KNOWN),
      };
    })
  );
}

function stateOf({ state, at, steps }: OperationRecord, now: Instant): OpenState {
  return state === "wanted" && now - (steps.at(-1)?.at ?? at) < SAVING_MS ? "saving" : "checking";
}
