import { findEpisode } from "@/server/cms/episodes";
import { unfinishedOperations } from "@/server/cms/operations";
import { slotAt } from "@/server/cms/slots";
import type { Actor, SlotRecord } from "@/server/cms/records";
import { logSchedule } from "@/server/log";
import { Refusal } from "@/server/refusal";
import { inAct } from "./act";
import type { UnplanAnswer } from "./answers";
import type { Deps } from "./deps";
import { ourStation } from "./fingerprint/look";
import type { UnplanOneInput } from "./inputs";
import { mayStandAt } from "./open-slots";
import { refuseBegun } from "./guards";

/** Takes an episode off the grid at that time: our row, then our instance if nothing else is in it. */
export function unplanOne(deps: Deps, actor: Actor, input: UnplanOneInput): Promise<UnplanAnswer> {
  const { idempotencyKey, ...asked } = input;
  const check = async (): Promise<SlotRecord | null> => {
    const episode = await findEpisode(actor, input.episodeId);
    if (!episode) throw new Refusal({ code: "EPISODE_NOT_FOUND", episodeId: input.episodeId });
    const slot = await slotAt(episode.id, input.scheduledAt);
    if (slot) refuseBegun(deps, slot);
    return slot;
  };
  return logSchedule.act("unplan", { episodeId: input.episodeId }, async () => {
    await ourStation(deps);
    const there = { episodeId: input.episodeId, startsAt: input.scheduledAt };
    if (!idempotencyKey && !(await check()) && !mayStandAt(await unfinishedOperations(), there))
      return { success: true, noop: true };
    const answer = await inAct(deps, actor, { kind: "unplan", input: asked, idempotencyKey }, async (_, open) => {
      const slot = await check();
      if (slot) return { effects: { arriving: [], leaving: [slot] } };
      if (mayStandAt(open, there))
        throw new Refusal({ code: "OUTCOME_UNKNOWN", what: "an earlier act on it is not settled yet" });
      return { answer: { success: true, noop: true } };
    });
    return answer as UnplanAnswer;
  });
}
