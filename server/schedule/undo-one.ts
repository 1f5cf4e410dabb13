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
 * which is redo. What has changed since refuses it, and so does what has begun.
 */
export function undoOne(deps: Deps, actor: Actor, input: UndoOneInput): Promise<ArrangeAnswer> {
  const { idempotencyKey, ...asked } = input;
  return logSchedule.act("undo", asked, async () => {
    const { id, inverse } = await operationToUndo(actor, input);
    return arrange(deps, actor, { kind: "undo", mode: "all", input: { operationId: id }, idempotencyKey, changes: changesOf(inverse) });
  });
}

async function operationToUndo(actor: Actor, { operationId, ofKey }: UndoOneInput): Promise<OperationRecord & { readonly inverse: NonNullable<OperationRecord["inverse"]> }> {
  const operation = operationId !== undefined ? await findOperation(operationId) : ofKey !== undefined ? await findOperationByKey(actor.id, ofKey) : null;
  const { inverse } = operation ?? { inverse: null };
  if (!operation || !inverse || operation.state === "undone" || operation.state === "refused") throw new Refusal({ code: "NOTHING_TO_UNDO" });
  return { ...operation, inverse };
}

/** What moved goes back where it was, what came goes, what went comes back. */
function changesOf({ takeOff, putBack }: NonNullable<OperationRecord["inverse"]>): readonly Change[] {
  const before = new Map(putBack.map((slot) => [slot.id, slot]));
  const taken = takeOff.map(({ id, version }): Change => {
    const { startsAt, endsAt } = before.get(id) ?? {};
    return { slotId: id, version, to: startsAt !== undefined && endsAt !== undefined ? { startsAt, endsAt } : null };
  });
  return [...taken, ...putBack.filter(({ id }) => !takeOff.some((each) => each.id === id)).map((back): Change => ({ back }))];
}
