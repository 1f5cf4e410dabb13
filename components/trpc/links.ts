import { httpBatchLink, httpLink, httpSubscriptionLink, splitLink, type TRPCLink } from "@trpc/client";
import type { AppRouter } from "@/server/trpc/router";

const URL = "/api/trpc";
/** The server takes no more questions at once. */
const BATCH_LIMIT = 10;

/** Questions asked together travel together; news arrives as server-sent events. No transformer: instants are ISO strings. */
export function links(): TRPCLink<AppRouter>[] {
  return [
    splitLink({
      condition: (op) => op.type === "subscription",
      true: httpSubscriptionLink({ url: URL }),
      // An act must not wait for the slowest question of a batch: only questions share a request.
      false: splitLink({
        condition: (op) => op.type === "query",
        true: httpBatchLink({ url: URL, maxURLLength: 2048, maxItems: BATCH_LIMIT }),
        false: httpLink({ url: URL }),
      }),
    }),
  ];
}
