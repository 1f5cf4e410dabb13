import {
  arrangeManyInput,
  listSlotsInput,
  moveOneInput,
  planHoldInput,
  planOneInput,
  previewOneInput,
  repairOneInput,
  replaceOneInput,
  stopManyInput,
  takeWayOutInput,
  undoOneInput,
  unplanOneInput,
} from "@/server/schedule/inputs";
import { listSlots } from "@/server/schedule/list-slots";
import { moveOne, replaceOne } from "@/server/schedule/move-one";
import { arrangeMany, stopMany } from "@/server/schedule/plan-many";
import { planHold, planOne } from "@/server/schedule/plan-one";
import { previewOne } from "@/server/schedule/preview-one";
import { repairOne } from "@/server/schedule/repair-one";
import { takeWayOut } from "@/server/schedule/take-way-out";
import { undoOne } from "@/server/schedule/undo-one";
import { unplanOne } from "@/server/schedule/unplan-one";
import { programmerProcedure, readerProcedure } from "./init";

/** The acts, flat: what people do all day. */
export const acts = {
  planOne: programmerProcedure.input(planOneInput).mutation(({ ctx, input }) => planOne(ctx.deps, ctx.actor, input)),
  planHold: programmerProcedure.input(planHoldInput).mutation(({ ctx, input }) => planHold(ctx.deps, ctx.actor, input)),
  replaceOne: programmerProcedure
    .input(replaceOneInput)
    .mutation(({ ctx, input }) => replaceOne(ctx.deps, ctx.actor, input)),
  moveOne: programmerProcedure.input(moveOneInput).mutation(({ ctx, input }) => moveOne(ctx.deps, ctx.actor, input)),
  unplanOne: programmerProcedure
    .input(unplanOneInput)
    .mutation(({ ctx, input }) => unplanOne(ctx.deps, ctx.actor, input)),
  takeWayOut: programmerProcedure
    .input(takeWayOutInput)
    .mutation(({ ctx, input }) => takeWayOut(ctx.deps, ctx.actor, input)),
  planMany: programmerProcedure
    .input(arrangeManyInput)
    .mutation(({ ctx, input }) => arrangeMany(ctx.deps, ctx.actor, input)),
  stopMany: programmerProcedure.input(stopManyInput).mutation(({ ctx, input }) => stopMany(ctx.deps, ctx.actor, input)),
  undoOne: programmerProcedure.input(undoOneInput).mutation(({ ctx, input }) => undoOne(ctx.deps, ctx.actor, input)),
  previewOne: programmerProcedure
    .input(previewOneInput)
    .query(({ ctx, input }) => previewOne(ctx.deps, ctx.actor, input)),
  repairOne: programmerProcedure
    .input(repairOneInput)
    .mutation(({ ctx, input }) => repairOne(ctx.deps, ctx.actor, input)),
  listSlots: readerProcedure.input(listSlotsInput).query(({ ctx, input }) => listSlots(ctx.deps, input)),
};
