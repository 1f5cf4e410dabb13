import { tracked, TRPCError } from "@trpc/server";
import { Refusal } from "@/server/refusal";
import { confirmStation, confirmStationInput } from "@/server/schedule/fingerprint/confirm";
import { stationReport } from "@/server/schedule/fingerprint/report";
import { refreshStation, stationStatus } from "@/server/schedule/station-status";
import { getStreams } from "@/server/streams/get-streams";
import type { StreamEnd } from "@/server/streams/streams";
import { adminProcedure, programmerProcedure, readerProcedure, router } from "./init";

/** The station itself: how it stands, and what is new. */
export const stationRouter = router({
  status: readerProcedure.query(({ ctx }) => stationStatus(ctx.deps, ctx.actor)),
  inbox: readerProcedure.query(({ ctx }) => ctx.deps.inbox.seen()),
  changed: adminProcedure.query(({ ctx }) => stationReport(ctx.deps, ctx.actor)),
  confirm: adminProcedure
    .input(confirmStationInput)
    .mutation(({ ctx, input }) => confirmStation(ctx.deps, ctx.actor, input)),
  refresh: programmerProcedure.mutation(({ ctx }) => refreshStation(ctx.deps)),
  news: readerProcedure.subscription(async function* ({ ctx, signal }) {
    const stream = getStreams().open({ actor: ctx.actor, again: ctx.again, signal });
    try {
      let count = 0;
      for await (const event of ctx.deps.news.listen(stream.signal))
        if (event.kind !== "stop") yield tracked(String((count += 1)), event);
      const why = stream.ended();
      if (why) throw errorOf(why);
    } finally {
      stream.close();
    }
  }),
});

/** A browser opens the stream again by itself after an error of the server's kind alone: as who they are now. */
function errorOf(why: StreamEnd): TRPCError {
  if (why === "role") return new TRPCError({ code: "SERVICE_UNAVAILABLE" });
  if (why === "UNAUTHENTICATED") return new TRPCError({ code: "UNAUTHORIZED", cause: new Refusal({ code: why }) });
  return new TRPCError({ code: why, cause: new Refusal({ code: why, retryAfterSeconds: 60 }) });
}
