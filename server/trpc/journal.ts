import { history } from "@/server/schedule/history";
import { historyInput } from "@/server/schedule/inputs";
import { programmerProcedure, router } from "./init";

/** Who did what, and what of it can be taken back. */
export const journalRouter = router({
  history: programmerProcedure.input(historyInput).query(({ ctx, input }) => history(ctx.actor, input.limit)),
});
