import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { actorOf } from "@/server/cms/cms";
import { withBodyLimit } from "@/server/body-limit";
import { getDeps } from "@/server/deps";
import { clientAddress } from "@/server/guard/client-address";
import { asTrpcError, type Context } from "@/server/trpc/init";
import { appRouter } from "@/server/trpc/router";

/** Many acts fit into one batch; no act takes more than a few ids and times. */
const BODY_LIMIT = 256 * 1024;
const BATCH_LIMIT = 10;

export const dynamic = "force-dynamic";

async function answer(request: Request): Promise<Response> {
  const response = await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: withBodyLimit(request, BODY_LIMIT),
    router: appRouter,
    maxBatchSize: BATCH_LIMIT,
    createContext: () =>
      contextOf(request).catch((cause: unknown) => {
        throw asTrpcError(cause);
      }),
  });
  // What tRPC refuses before it knows the procedures is JSON as well, but without its name.
  if (response.headers.get("content-type")?.startsWith("text/plain"))
    response.headers.set("content-type", "application/json");
  // News goes on and on: compressed, it would wait for a block to fill.
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
  response.headers.set("cache-control", isStream ? "no-store, no-transform" : "no-store");
  return response;
}

async function contextOf({ headers }: Request): Promise<Context> {
  return {
    actor: await actorOf(headers),
    again: () => actorOf(headers),
    deps: await getDeps(),
    from: clientAddress(headers),
  };
}

export { answer as GET, answer as POST };
