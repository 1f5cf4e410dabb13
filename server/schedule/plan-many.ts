import type { Actor } from "@/server/cms/records";
import { logSchedule } from "@/server/log";
import type { ArrangeAnswer } from "./answers";
import { arrange } from "./arrange";
import type { Deps } from "./deps";
import type { ArrangeManyInput, StopManyInput } from "./inputs";

/**
 * Many changes as one act with one undo: new slots, moves, and what goes. All or nothing, or as many as can be;
 * whoever listens hears how far it is, under its key.
 */
export function arrangeMany(deps: Deps, actor: Actor, input: ArrangeManyInput): Promise<ArrangeAnswer> {
  const { changes, mode, idempotencyKey, dryRun } = input;
  return logSchedule.act("many", { changes: changes.length, mode }, () =>
    arrange(deps, actor, { kind: "many", mode, input: { changes, mode }, idempotencyKey, dryRun, changes }),
  );
}

/** Stops an act on many slots of the same person that is under way: what it had written is taken back. */
export async function stopMany(
  { news }: Deps,
  actor: Actor,
  { ofKey }: StopManyInput,
): Promise<{ readonly success: true }> {
  news.publish({ kind: "stop", key: `${actor.id} ${ofKey}` });
  return { success: true };
}
