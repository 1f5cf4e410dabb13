import type { Actor, SlotRecord } from "@/server/cms/records";
import { logSchedule } from "@/server/log";
import { Refusal } from "@/server/refusal";
import type { PlanAnswer } from "./answers";
import type { Deps } from "./deps";
import type { MoveOneInput, ReplaceOneInput } from "./inputs";
import { place, type Wish } from "./place";
import { wantedAgain, wantedOf } from "./request";
import { slotToTouch } from "./guards";

/**
 * Moves a slot of ours, or makes it longer or shorter: created at the new time, read back, then deleted at the
 * old one (LibreTime cannot move a row, R259–R261). It never conflicts with itself, and plays what it was
 * planned with, whatever track its episode has by now.
 */
export function moveOne(deps: Deps, actor: Actor, input: MoveOneInput): Promise<PlanAnswer> {
  const slot = { startsAt: input.scheduledAt, endsAt: input.scheduledEnd };
  const check = async (): Promise<Wish> => {
    const moving = await slotToTouch(deps, input.slotId);
    if (input.version !== undefined && input.version !== moving.version) throw new Refusal({ code: "STALE_PLAN" });
    return { wanted: await wantedAgain(deps, actor, moving, { to: slot }), leaving: [moving] };
  };
  return logSchedule.act("move", { slotId: input.slotId }, () => place(deps, actor, { kind: "move", input, check }));
}

/** Plans an episode in the place of slots of ours, which go in the same act. */
export function replaceOne(deps: Deps, actor: Actor, input: ReplaceOneInput): Promise<PlanAnswer> {
  const { episodeId, showId, scheduledAt: startsAt, scheduledEnd: endsAt, replaces } = input;
  const check = async (): Promise<Wish> => {
    const wanted = await wantedOf(deps, actor, { episodeId, showId, slot: { startsAt, endsAt } });
    const leaving: SlotRecord[] = [];
    for (const id of new Set(replaces)) leaving.push(await slotToTouch(deps, id));
    return { wanted, leaving };
  };
  return logSchedule.act("replace", { episodeId, showId }, () => place(deps, actor, { kind: "replace", input, check }));
}
