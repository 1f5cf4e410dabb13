import { findEpisode } from "@/server/cms/episodes";
import { slotAt } from "@/server/cms/slots";
import type { Actor, SlotRecord } from "@/server/cms/records";
import { logSchedule } from "@/server/log";
import { Refusal } from "@/server/refusal";
import { inAct } from "./act";
import type { Deps } from "./deps";
import type { UnplanOneInput } from "./inputs";
import { noteEpisodes } from "./note-episodes";
import { refuseBegun, takeOff } from "./take-off";

/** What an unplan answers; `noop` when nothing of ours was planned there. */
export type UnplanAnswer = { readonly success: true; readonly noop?: true };

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
    if (!idempotencyKey && !(await check())) return { success: true, noop: true };
    return inAct<SlotRecord | null, UnplanAnswer>(deps, actor, { kind: "unplan", input: asked, idempotencyKey }, {
      check,
      tell: async (act, slot) => {
        if (!slot) return { answer: { success: true, noop: true } };
        await takeOff(act, [slot]);
        await noteEpisodes(deps, [slot]);
        return { answer: { success: true }, inverse: { putBack: [slot] } };
      },
    });
  });
}
