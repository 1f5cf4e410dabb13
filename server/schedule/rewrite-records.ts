import type { Act } from "./context";
import { answerOf, type ActAnswer } from "./answers";
import { noteEpisodes } from "./note-episodes";
import { restore } from "./restore";
import { forgetSlots } from "./take-off";

/**
 * Does, or completes, what is wanted of our records alone: LibreTime is as somebody wanted it there, and is not
 * written to. Doing it twice changes nothing the second time.
 */
export async function rewriteRecords(act: Act): Promise<ActAnswer> {
  const { deps, journal } = act;
  const { records = [], leaving } = journal.effects();
  for (const each of records) await restore(act, each);
  await forgetSlots(
    act,
    leaving.filter(({ id }) => !records.some((each) => each.id === id)),
  );
  await noteEpisodes(deps, [...records, ...leaving]);
  const answer = answerOf(deps, [], journal.effects());
  await journal.close("done", answer, { takeOff: records.map(({ id }) => ({ id })), putBack: leaving });
  return answer;
}
