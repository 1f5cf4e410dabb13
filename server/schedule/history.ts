import type { Interval } from "@/domain/interval";
import { formatInstant } from "@/domain/time";
import { isOpen } from "@/server/cms/is-open";
import { recentDeeds } from "@/server/cms/operations";
import { namesOfPeople } from "@/server/cms/people";
import type { Actor, Effects, OperationLine } from "@/server/cms/records";

/** One act as people read it: who, when, what, and whether it can be taken back. Instants are ISO strings. */
export type HistoryEntry = {
  readonly operationId: string;
  readonly kind: OperationLine["kind"];
  readonly state: OperationLine["state"] | "open";
  readonly at: string;
  readonly who: string;
  readonly isMine: boolean;
  /** The slots it was about, at most a few, each with where it was and where it is: its start, and its end. */
  readonly slots: readonly {
    readonly title: string;
    readonly showName: string;
    readonly from: string | null;
    readonly fromEnds: string | null;
    readonly to: string | null;
    readonly toEnds: string | null;
  }[];
  readonly slotCount: number;
  /** Of a repair: was what LibreTime has to count? */
  readonly tookLibreTimes: boolean;
  readonly canUndo: boolean;
  /** Of an undo: what it took back, which another undo brings again. */
  readonly undoes: string | null;
  /** Was it taken back, by an undo of its own? */
  readonly isUndone: boolean;
};

const SHOWN = 3;

/** The latest acts that changed something or still may, newest first. */
export async function history(actor: Actor, limit: number): Promise<readonly HistoryEntry[]> {
  const operations = await recentDeeds(limit);
  // Whatever takes something back comes after it, and so is among them.
  const undone = new Set(operations.flatMap((each) => undoneBy(each) ?? []));
  const names = await namesOfPeople(operations.flatMap(({ actorId }) => actorId ?? []));
  return operations.map((operation) => entryOf(operation, { actor, names, isUndone: undone.has(operation.id) }));
}

function tookLibreTimes({ kind, input }: OperationLine): boolean {
  return kind === "repair" && (input as { readonly take?: string }).take === "libretime";
}

function undoneBy({ kind, input }: OperationLine): string | null {
  return kind === "undo" ? (input as { readonly operationId: string }).operationId : null;
}

/** Did it only put on LibreTime what our records had all along? That is a repair, and nobody wants a difference again. */
function leavesAsItWas({ arriving, leaving, records }: Effects): boolean {
  const stays = (slot: (typeof arriving)[number]) =>
    leaving.some(
      ({ id, startsAt, endsAt }) => id === slot.slotId && startsAt === slot.startsAt && endsAt === slot.endsAt,
    );
  return !records && arriving.length === leaving.length && arriving.every(stays);
}

type Around = { readonly actor: Actor; readonly names: ReadonlyMap<string, string>; readonly isUndone: boolean };

function entryOf(operation: OperationLine, { actor, names, isUndone }: Around): HistoryEntry {
  const { arriving, leaving, records = [] } = operation.effects!;
  const standing = [...arriving.map(({ slotId, ...rest }) => ({ ...rest, id: slotId })), ...records];
  const before = new Map(leaving.map((slot) => [slot.id, slot]));
  const slots = [
    ...standing.map(({ id, title, showTitle, startsAt, endsAt }) => ({
      title,
      showName: showTitle,
      ...fromOf(before.get(id)),
      to: formatInstant(startsAt),
      toEnds: formatInstant(endsAt),
    })),
    ...leaving
      .filter(({ id }) => !standing.some((each) => each.id === id))
      .map((slot) => ({ title: slot.title, showName: slot.showTitle, ...fromOf(slot), to: null, toEnds: null })),
  ];
  const { id, kind, state, at, actorId, inverse } = operation;
  return {
    operationId: id,
    kind,
    state: isOpen(operation) ? "open" : state,
    at: formatInstant(at),
    who: names.get(actorId ?? "") ?? "Airweek",
    isMine: actorId === actor.id,
    slots: slots.slice(0, SHOWN),
    slotCount: slots.length,
    canUndo: inverse !== null && !isOpen(operation) && !isUndone && !leavesAsItWas(operation.effects!),
    tookLibreTimes: tookLibreTimes(operation),
    undoes: undoneBy(operation),
    isUndone,
  };
}

function fromOf(slot: Interval | undefined): { readonly from: string | null; readonly fromEnds: string | null } {
  return slot
    ? { from: formatInstant(slot.startsAt), fromEnds: formatInstant(slot.endsAt) }
    : { from: null, fromEnds: null };
}
