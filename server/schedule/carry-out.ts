import type { Act } from "./context";
import { answerOf, type ActAnswer } from "./answers";
import { inGroups } from "./in-groups";
import { keepSlots } from "./keep-slots";
import { noteEpisodes } from "./note-episodes";
import { progressOf } from "./progress";
import { putOn, type Placed } from "./put-on";
import { readBack } from "./read-back";
import { rewriteRecords } from "./rewrite-records";
import { forgetSlots, takeOff } from "./take-off";

/** So many slots are in the journal before it is their turn: steps that are written together cost one writing. */
const AHEAD = 24;

/**
 * Does what the journal says is wanted: what arrives is put on and read back before what leaves is taken off:
 * too much on air for a second is better than silence.
 */
export async function carryOut(act: Act): Promise<ActAnswer> {
  const { arriving, leaving, records } = act.journal.effects();
  if (records) return rewriteRecords(act);
  const progress = progressOf(act);
  try {
    const placed = await inGroups(
      arriving,
      async (each, through) => {
        progress.demandGoing();
        const put = await putOn({ ...act, through }, each);
        progress.stands();
        return put;
      },
      AHEAD,
    );
    await readBack(act, placed);
    await keepSlots(act, placed);
    progress.demandGoing();
    await takeOff(act, leaving, progress);
    return await finish(act, placed);
  } finally {
    progress.end();
  }
}

/** All that was wanted of LibreTime stands there: the rest is our own records. */
export async function finish(act: Act, placed: readonly Placed[]): Promise<ActAnswer> {
  const { deps, journal } = act;
  await forgetSlots(
    act,
    journal.effects().leaving.filter(({ id }) => !placed.some((each) => each.slotId === id)),
  );
  await noteEpisodes(deps, [...placed.map((each) => each.arriving), ...journal.effects().leaving]);
  const answer = answerOf(deps, placed, journal.effects());
  // Told only once it is written down: until then nobody may take it for done.
  await journal.close(hasLeftovers(act) ? "unknown" : "done", answer, {
    takeOff: placed.map(({ slotId: id }) => ({ id })),
    putBack: journal.effects().leaving,
  });
  return answer;
}

/** Is something of ours left on LibreTime that the act meant to delete? */
function hasLeftovers({ journal }: Act): boolean {
  const ends = new Map(
    journal
      .steps()
      .filter(({ what }) => what === "delete-instance")
      .map((step) => [step.libretimeId, step.outcome]),
  );
  return [...ends.values()].some((outcome) => outcome !== "done");
}
