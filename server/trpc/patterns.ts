import { listRules } from "@/server/cms/patterns";
import { removeRuleInput, saveRuleInput, stockInput } from "@/server/schedule/patterns/inputs";
import { removeRule, saveRule } from "@/server/schedule/patterns/save-rule";
import { stockFor } from "@/server/schedule/patterns/stock";
import { programmerProcedure, readerProcedure, router } from "./init";

/** The regular slots of shows, and what their holes can be filled with. */
export const patternsRouter = router({
  list: readerProcedure.query(({ ctx }) => listRules(ctx.actor)),
  save: programmerProcedure.input(saveRuleInput).mutation(({ ctx, input }) => saveRule(ctx.deps, ctx.actor, input)),
  remove: programmerProcedure
    .input(removeRuleInput)
    .mutation(({ ctx, input }) => removeRule(ctx.deps, ctx.actor, input)),
  stock: programmerProcedure.input(stockInput).query(({ ctx, input }) => stockFor(ctx.deps, ctx.actor, input)),
});
