import { findOperation, findOperationByKey } from "@/server/cms/operations";
import type { Actor, OperationRecord } from "@/server/cms/records";
import { logSchedule } from "@/server/log";
import { Refusal } from "@/server/refusal";
import type { ArrangeAnswer } from "./answers";
import { arrange, type Change } from "./arrange";
import type { Deps } from "./deps";
import type { UndoOneInput } from "./inputs";

/**
 * Takes an act back, single or many, as an act of its own: judged like any other, and itself to be taken back,
 * which is redo. What is not as the act left it refuses it, and so does what has begun. Its version does not
 * count: a later act that was taken back has left the slot where it was, and several can be undone in a row.
 */
export function undoOne(deps: Deps, actor: Actor, input: UndoOneInput): Promise<ArrangeAnswer> {
  const { idempotencyKey, ...asked } = input;
  return logSchedule.act("undo", asked, async () => {
    const operation = await operationToUndo(actor, input);
    return arrange(deps, actor, { kind: "undo", mode: "all", input: { operationId: operation.id }, idempotencyKey, changes: changesOf(operation) });
  });
}

type Undoable = OperationRecord & { readonly inverse: NonNullable<OperationRecord["inverse"]> };

async function operationToUndo(actor: Actor, { operationId, ofKey }: UndoOneInput): Promise<Undoable> {
  const operation = operationId !== undefined ? await findOperation(operationId) : ofKey !== undefined ? await findOperationByKey(actor.id, ofKey) : null;
  const { inverse } = operation ?? { inverse: null };
  if (!operation || !inverse || operation.state === "undone" || operation.state === "refused") throw new Refusal({ code: "NOTHING_TO_UNDO" });
  return { ...operation, inverse };
}

/** What moved goes back where it was, what came goes, what went comes back. */
function changesOf({ inverse: { takeOff, putBack }, effects }: Undoable): readonly Change[] {
  const left = new Map((effects?.arriving ?? []).map((each) => [each.slotId, each]));
  const before = new Map(putBack.map((slot) => [slot.id, slot]));
  const taken = takeOff.map(({ id }): Change => {
    const { startsAt, endsAt } = before.get(id) ?? {};
    return { slotId: id, leftAs: left.get(id), to: startsAt !== undefined && endsAt !== undefined ? { startsAt, endsAt } : null };
  });
  return [...taken, ...putBack.filter(({ id }) => !takeOff.some((each) => each.id === id)).map((back): Change => ({ back }))];
}
