import { onWire } from "@/domain/slots";
import { blocksOf, type Drawn } from "../attempts";
import { thingName, type SlotChange } from "../slot-change";

/** What is done to many slots. */
export type BatchVerb = "move" | "copy" | "plan" | "takeOff" | "clear";

/** How an act on many slots is told, and where to, when that helps: "copied 12 slots to next week". */
export type BatchWords = {
  readonly verb: BatchVerb;
  /** How it is told in the past, where the verb alone does not say it all. */
  readonly did?: "copyAndReplace";
  /** In the language of the page: "to next week". */
  readonly where?: string;
};

export const batchVerbs = {
  move: { verb: "move" },
  copy: { verb: "copy" },
  plan: { verb: "plan" },
  takeOff: { verb: "takeOff" },
  clear: { verb: "clear" },
} as const satisfies { readonly [Verb in BatchVerb]: { readonly verb: Verb } };

/** Many changes that are one act with one undo: all or nothing, or as many as can be. */
export type BatchWish = {
  /** Made with `changeOf`: of a slot that is shown it moves or goes, of an episode it is a new slot. At most 800. */
  readonly changes: readonly SlotChange[];
  readonly mode: "all" | "best";
  readonly words: BatchWords;
};

/** An act on many slots under way. */
export type Batch = BatchWish &
  Drawn & { /** One per gesture: a second try of it is the same act. */ readonly key: string };

/** A new act, drawn at once as being saved. */
export function batchOf({ changes, mode, words }: BatchWish): Batch {
  const key = crypto.randomUUID();
  return { key, changes, mode, words, problem: null, blocks: blocksOf(key, changes) };
}

/** Is one of its slots being changed already, or the same new one being planned? A double click is no second act. */
export function isBusy(changes: readonly SlotChange[], underWay: readonly Drawn[]): boolean {
  const nameOf = ({ slotId, face, after }: SlotChange) =>
    slotId ?? `${thingName({ ...face, content: face.hold })}@${after?.startsAt}`;
  const busy = new Set(underWay.filter(({ problem }) => problem === null).flatMap((each) => each.changes.map(nameOf)));
  return changes.some((each) => busy.has(nameOf(each)));
}

/** What is asked of the server. */
export function batchInput({ changes, mode, key }: Batch) {
  return { changes: changes.map(changeOnWire), mode, idempotencyKey: key };
}

function changeOnWire({ slotId, version, face, after, premiere }: SlotChange) {
  const to = after && onWire(after);
  if (slotId !== null) return { slotId, ...(version === undefined ? {} : { version }), to };
  if (!to) throw new Error("What is new comes to a place.");
  const { episodeId = "", hold, showId } = face;
  return hold ? { content: hold, showId, to } : { episodeId, showId, to, ...(premiere && { premiere }) };
}

/** What was done, for the undo: without what was refused, and what was new has its id. `placed` are those that stand, in order. */
export function doneChanges(
  changes: readonly SlotChange[],
  refused: ReadonlySet<number>,
  placed: readonly { readonly slotId: string }[],
): readonly SlotChange[] {
  const ids = placed.values();
  return changes
    .filter((_, index) => !refused.has(index))
    .map((change) => ({ ...change, slotId: (change.after ? ids.next().value?.slotId : undefined) ?? change.slotId }));
}
