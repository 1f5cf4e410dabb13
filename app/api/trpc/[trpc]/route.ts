import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { actorOf } from "@/server/cms/cms";
import { withBodyLimit } from "@/server/body-limit";
import { getDeps } from "@/server/deps";
import { appRouter } from "@/server/trpc/router";

/** Many acts fit into one batch; no act takes more than a few ids and times. */
const BODY_LIMIT = 256 * 1024;
const BATCH_LIMIT = 50;

export const dynamic = "force-dynamic";

function answer(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: withBodyLimit(request, BODY_LIMIT),
    router: appRouter,
    maxBatchSize: BATCH_LIMIT,
    createContext: async () => ({ actor: await actorOf(request.headers), deps: await getDeps() }),
  });
}

export { answer as GET, answer as POST };
