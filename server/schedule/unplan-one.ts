import { findEpisode } from "@/server/cms/episodes";
import { slotAt } from "@/server/cms/slots";
import type { Actor } from "@/server/cms/records";
import { logSchedule } from "@/server/log";
import { Refusal } from "@/server/refusal";
import { inAct } from "./act";
import type { Deps } from "./deps";
import type { UnplanOneInput } from "./inputs";
import { noteEpisodes } from "./place";
import { refuseBegun, takeOff } from "./take-off";

/** What an unplan answers; `noop` when nothing of ours was planned there. */
export type UnplanAnswer = { readonly success: true; readonly noop?: true };

/** Takes an episode off the grid at that time: our row, then our instance if nothing else is in it. */
export async function unplanOne(deps: Deps, actor: Actor, input: UnplanOneInput): Promise<UnplanAnswer> {
  return logSchedule.act("unplan", { episodeId: input.episodeId }, async () => {
    const episode = await findEpisode(actor, input.episodeId);
    if (!episode) throw new Refusal({ code: "EPISODE_NOT_FOUND", episodeId: input.episodeId });
    const { idempotencyKey, ...asked } = input;
    const planned = await slotAt(episode.id, input.scheduledAt);
    if (!planned && !idempotencyKey) return { success: true, noop: true };
    return inAct(deps, actor, { kind: "unplan", input: asked, ...(idempotencyKey ? { idempotencyKey } : {}) }, async (act): Promise<{ answer: UnplanAnswer; inverse?: unknown }> => {
      const slot = await slotAt(episode.id, input.scheduledAt);
      if (!slot) return { answer: { success: true, noop: true } };
      refuseBegun(deps, slot);
      await takeOff(act, slot);
      await noteEpisodes(act, [slot]);
      return { answer: { success: true }, inverse: { putBack: [slot] } };
    });
  });
}
