import type { Actor } from "@/server/cms/records";
import { logSchedule } from "@/server/log";
import type { PlanAnswer } from "./answers";
import type { Deps } from "./deps";
import type { PlanHoldInput, PlanOneInput } from "./inputs";
import { place } from "./place";
import { wantedOf } from "./request";

/** Plans an episode: on LibreTime and read back, or refused with everything that is in the way. */
export function planOne(deps: Deps, actor: Actor, input: PlanOneInput): Promise<PlanAnswer> {
  const { showId, episodeId, scheduledAt: startsAt, scheduledEnd: endsAt } = input;
  return logSchedule.act("plan", { episodeId, showId }, () =>
    place(deps, actor, {
      kind: "plan",
      input,
      check: async () => ({
        wanted: await wantedOf(deps, actor, { showId, episodeId, slot: { startsAt, endsAt } }),
        leaving: [],
      }),
    }),
  );
}

/** Plans what holds no episode, a live hold or a webstream, by the same act and with the same guard. */
export function planHold(deps: Deps, actor: Actor, input: PlanHoldInput): Promise<PlanAnswer> {
  const { showId, content, scheduledAt: startsAt, scheduledEnd: endsAt } = input;
  return logSchedule.act("plan", { holds: content.kind, showId }, () =>
    place(deps, actor, {
      kind: "plan",
      input,
      check: async () => ({
        wanted: await wantedOf(deps, actor, { showId, content, slot: { startsAt, endsAt } }),
        leaving: [],
      }),
    }),
  );
}
