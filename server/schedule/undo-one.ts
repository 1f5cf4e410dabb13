import { findOperation, findOperationByKey } from "@/server/cms/operations";
import type { Actor, OperationLine } from "@/server/cms/records";
import { logSchedule } from "@/server/log";
import { Refusal } from "@/server/refusal";
import { inAct } from "./act";
import type { ArrangeAnswer } from "./answers";
import { arrange } from "./arrange";
import type { Change } from "./change";
import type { Deps } from "./deps";
import { ourStation } from "./fingerprint/look";
import type { UndoOneInput } from "./inputs";
import { judgeUndo } from "./undo-records";

/**
 * Takes an act back, single or many, as an act of its own: judged like any other, and itself to be taken back,
 * which is redo. What is not as the act left it refuses it, and so does what has begun. Its version does not
 * count: a later act that was taken back has left the slot where it was, and several can be undone in a row.
 * Of an act on our records alone, only they are put back.
 */
export function undoOne(deps: Deps, actor: Actor, input: UndoOneInput): Promise<ArrangeAnswer> {
  const { idempotencyKey, ...asked } = input;
  return logSchedule.act("undo", asked, async () => {
    await ourStation(deps);
    const operation = await operationToUndo(actor, input);
    const undo = { kind: "undo", input: { operationId: operation.id }, idempotencyKey } as const;
    const { records } = operation.effects ?? {};
    if (!records) return arrange(deps, actor, { ...undo, mode: "all", changes: changesOf(operation) });
    const rewritten = { left: records[0], before: operation.inverse.putBack[0] };
    return (await inAct(deps, actor, undo, (act, open) => judgeUndo(act, open, rewritten))) as ArrangeAnswer;
  });
}

type Undoable = OperationLine & { readonly inverse: NonNullable<OperationLine["inverse"]> };

async function operationToUndo(actor: Actor, { operationId, ofKey }: UndoOneInput): Promise<Undoable> {
  const operation =
    operationId !== undefined
      ? await findOperation(operationId)
      : ofKey !== undefined
        ? await findOperationByKey(actor.id, ofKey)
        : null;
  const { inverse } = operation ?? { inverse: null };
  if (!operation || !inverse || operation.state === "undone" || operation.state === "refused")
    throw new Refusal({ code: "NOTHING_TO_UNDO" });
  return { ...operation, inverse };
}

/** What moved goes back where it was and holds what it held there, what came goes, what went comes back. */
function changesOf({ inverse: { takeOff, putBack }, effects }: Undoable): readonly Change[] {
  const left = new Map((effects?.arriving ?? []).map((each) => [each.slotId, each]));
  const before = new Map(putBack.map((slot) => [slot.id, slot]));
  const taken = takeOff.map(({ id }): Change => {
    const [back, leftAs] = [before.get(id), left.get(id)];
    return back ? { back, leftAs } : { slotId: id, leftAs, to: null };
  });
  return [
    ...taken,
    ...putBack.filter(({ id }) => !takeOff.some((each) => each.id === id)).map((back): Change => ({ back })),
  ];
}
