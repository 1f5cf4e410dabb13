import { listSlotsInput, moveOneInput, planOneInput, repairOneInput, replaceOneInput, unplanOneInput } from "@/server/schedule/inputs";
import { listSlots } from "@/server/schedule/list-slots";
import { moveOne, replaceOne } from "@/server/schedule/move-one";
import { planOne } from "@/server/schedule/plan-one";
import { repairOne } from "@/server/schedule/repair-one";
import { unplanOne } from "@/server/schedule/unplan-one";
import { programmerProcedure, readerProcedure } from "./init";

/** The acts, flat: what people do all day. */
export const acts = {
  planOne: programmerProcedure.input(planOneInput).mutation(({ ctx, input }) => planOne(ctx.deps, ctx.actor, input)),
  replaceOne: programmerProcedure.input(replaceOneInput).mutation(({ ctx, input }) => replaceOne(ctx.deps, ctx.actor, input)),
  moveOne: programmerProcedure.input(moveOneInput).mutation(({ ctx, input }) => moveOne(ctx.deps, ctx.actor, input)),
  unplanOne: programmerProcedure.input(unplanOneInput).mutation(({ ctx, input }) => unplanOne(ctx.deps, ctx.actor, input)),
  repairOne: programmerProcedure.input(repairOneInput).mutation(({ ctx, input }) => repairOne(ctx.deps, ctx.actor, input)),
  listSlots: readerProcedure.input(listSlotsInput).query(({ ctx, input }) => listSlots(ctx.deps, input)),
};
