import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { actorOf } from "@/server/cms/cms";
import { getDeps } from "@/server/deps";
import { appRouter } from "@/server/trpc/router";

export const dynamic = "force-dynamic";

function answer(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: async () => ({ actor: await actorOf(request.headers), deps: await getDeps() }),
  });
}

export { answer as GET, answer as POST };
