import type { Actor } from "@/server/cms/records";
import { logSchedule } from "@/server/log";
import type { PlanAnswer } from "./answers";
import type { Deps } from "./deps";
import type { PlanOneInput } from "./inputs";
import { place } from "./place";
import { wantedOf } from "./request";

/** Plans an episode: on LibreTime and read back, or refused with everything that is in the way. */
export function planOne(deps: Deps, actor: Actor, input: PlanOneInput): Promise<PlanAnswer> {
  const { showId, episodeId, scheduledAt: startsAt, scheduledEnd: endsAt } = input;
  return logSchedule.act("plan", { episodeId, showId }, () =>
    place(deps, actor, {
      kind: "plan",
      input,
      check: async () => ({ wanted: await wantedOf(deps, actor, { showId, episodeId, slot: { startsAt, endsAt } }), leaving: [] }),
    }));
}
