import { dehydrate, QueryClient, type DehydratedState } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { slotsAsked, type WeekPlace } from "@/components/planner/week-in-address";
import { mondayOf, weekInterval } from "@/domain/zone";
import type { Context } from "@/server/trpc/init";
import { appRouter } from "@/server/trpc/router";

/** A page that has waited so long is sent without its week: LibreTime is slow or gone, and the planner says so itself. */
const PATIENCE_MS = 500;

/** The slots of the week that a page shows first, read as the browser would read them: empty when LibreTime lets the page wait. */
export async function firstWeek(ctx: Context, { day }: WeekPlace): Promise<DehydratedState> {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const trpc = createTRPCOptionsProxy({ router: appRouter, ctx, queryClient });
  const week = weekInterval(ctx.deps.zone, mondayOf(day));
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    queryClient.prefetchQuery(trpc.listSlots.queryOptions(slotsAsked(week))),
    new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE_MS))),
  ]);
  clearTimeout(timer);
  return dehydrate(queryClient);
}
