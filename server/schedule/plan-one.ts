import type { Warning } from "@/domain/slots";
import type { Actor } from "@/server/cms/records";
import { logSchedule } from "@/server/log";
import type { Deps } from "./deps";
import type { PlanOneInput } from "./inputs";
import { place } from "./place";
import { wantedOf } from "./request";

/** What a plan answers: LibreTime's ids, ours, and what is said though not refused. */
export type PlanAnswer =
  | { readonly success: true; readonly showId: number; readonly instanceId: number; readonly playoutId: number; readonly slotId: string; readonly idempotent?: true; readonly warnings?: readonly Warning[] }
  | DryAnswer;

/** What an act would answer if it were carried out. */
export type DryAnswer = { readonly success: true; readonly dryRun: true; readonly warnings: readonly Warning[] };

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
