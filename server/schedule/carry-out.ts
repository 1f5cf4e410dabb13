import type { Effects } from "@/server/cms/records";
import { logSchedule } from "@/server/log";
import type { Act } from "./act";
import { answerOf, type ActAnswer } from "./answers";
import { keepSlot } from "./keep-slot";
import { noteEpisodes } from "./note-episodes";
import { putOn, type Placed } from "./put-on";
import { readBack } from "./read-back";
import { forgetSlots, takeOff } from "./take-off";

/**
 * Does what the journal says is wanted: what arrives is put on and read back before what leaves is taken off:
 * too much on air for a second is better than silence.
 */
export async function carryOut(act: Act): Promise<ActAnswer> {
  const { arriving, leaving } = act.journal.effects();
  const placed: Placed[] = [];
  for (const each of arriving) placed.push(await putOn(act, each));
  await readBack(act, placed);
  for (const each of placed) await keepSlot(act, each);
  await takeOff(act, leaving);
  return finish(act, placed);
}

/** All that was wanted of LibreTime stands there: the rest is our own records. */
export async function finish(act: Act, placed: readonly Placed[], gone = act.journal.effects().leaving): Promise<ActAnswer> {
  const { deps, journal } = act;
  await forgetSlots(act, gone.filter(({ id }) => !placed.some((each) => each.slotId === id)));
  await noteEpisodes(deps, [...placed.map((each) => each.arriving), ...journal.effects().leaving]);
  const answer = answerOf(deps, placed);
  // A journal that cannot be closed is settled later, and the answer is true all the same.
  await journal.close(hasLeftovers(act) ? "unknown" : "done", answer, inverseOf(placed, journal.effects())).catch((cause: unknown) => logSchedule.failure(cause, []));
  return answer;
}

/** Is something of ours left on LibreTime that the act meant to delete? */
function hasLeftovers({ journal }: Act): boolean {
  const ends = new Map(journal.steps().filter(({ what }) => what === "delete-instance").map((step) => [step.libretimeId, step.outcome]));
  return [...ends.values()].some((outcome) => outcome !== "done");
}

/** What takes it back: what goes, and what comes back as it was. */
function inverseOf(placed: readonly Placed[], { leaving }: Effects) {
  return { takeOff: placed.map(({ slotId }) => slotId), putBack: leaving };
}
