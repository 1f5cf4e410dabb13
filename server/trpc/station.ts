import { tracked } from "@trpc/server";
import { confirmStation, confirmStationInput } from "@/server/schedule/fingerprint/confirm";
import { stationReport } from "@/server/schedule/fingerprint/report";
import { refreshStation, stationStatus } from "@/server/schedule/station-status";
import { adminProcedure, programmerProcedure, readerProcedure, router } from "./init";

/** The station itself: how it stands, and what is new. */
export const stationRouter = router({
  status: readerProcedure.query(({ ctx }) => stationStatus(ctx.deps, ctx.actor)),
  inbox: readerProcedure.query(({ ctx }) => ctx.deps.inbox.seen(ctx.deps)),
  changed: adminProcedure.query(({ ctx }) => stationReport(ctx.deps, ctx.actor)),
  confirm: adminProcedure.input(confirmStationInput).mutation(({ ctx, input }) => confirmStation(ctx.deps, ctx.actor, input)),
  refresh: programmerProcedure.mutation(({ ctx }) => refreshStation(ctx.deps)),
  news: readerProcedure.subscription(async function* ({ ctx, signal }) {
    let count = 0;
    for await (const event of ctx.deps.news.listen(signal ?? new AbortController().signal)) if (event.kind !== "stop") yield tracked(String((count += 1)), event);
  }),
});
