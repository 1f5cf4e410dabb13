import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useTRPC } from "@/components/trpc/client";
import { dayAfter, weekInterval, type CalendarDay, type Zone } from "@/domain/zone";
import { slotsAsked } from "./week-in-address";

const REFETCH_MS = 30_000;
/** A week that is old or could not be read is asked for again soon: it is to be seen when LibreTime is back. */
const REFETCH_OLD_MS = 5_000;

/** The week's slots from LibreTime, kept fresh; the weeks beside it are fetched ahead. */
export function useSlots(zone: Zone, monday: CalendarDay) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const window = useMemo(() => weekInterval(zone, monday), [zone, monday]);
  const query = useQuery(
    trpc.listSlots.queryOptions(slotsAsked(window), {
      refetchInterval: ({ state }) => (state.data?.stale || state.error ? REFETCH_OLD_MS : REFETCH_MS),
      staleTime: 10_000,
    }),
  );
  useEffect(() => {
    if (!query.isSuccess) return;
    for (const days of [7, -7])
      void client.prefetchQuery(
        trpc.listSlots.queryOptions(slotsAsked(weekInterval(zone, dayAfter(monday, days))), { staleTime: 60_000 }),
      );
  }, [client, trpc, zone, monday, query.isSuccess]);
  const isStale = query.data?.stale === true;
  const wasStale = useRef(isStale);
  // Why LibreTime is silent, and that it is no longer, is the status's to say.
  useEffect(() => {
    if (wasStale.current === isStale) return;
    wasStale.current = isStale;
    void client.invalidateQueries({ queryKey: trpc.station.status.queryKey() });
  }, [client, trpc, isStale]);
  const look = useCallback(() => client.invalidateQueries({ queryKey: trpc.listSlots.pathKey() }), [client, trpc]);
  return { window, list: query.data ?? null, error: query.error, isPending: query.isPending, look };
}

/** Others' acts appear by themselves: the server tells when something has changed, and we look again. It also tells how far an act on many slots is. */
export function useNews(
  onProgress: (progress: { readonly key: string; readonly done: number; readonly total: number }) => void,
): void {
  const trpc = useTRPC();
  const client = useQueryClient();
  useSubscription(
    trpc.station.news.subscriptionOptions(undefined, {
      onData: ({ data }) => {
        if (data.kind === "patterns-changed" || data.kind === "slots-changed" || data.kind === "episodes-changed")
          void client.invalidateQueries({ queryKey: trpc.patterns.pathKey() });
        if (data.kind === "patterns-changed") return;
        if (data.kind === "progress") {
          onProgress(data);
          return;
        }
        if (data.kind !== "episodes-changed") {
          void client.invalidateQueries({ queryKey: trpc.listSlots.pathKey() });
          void client.invalidateQueries({ queryKey: trpc.station.inbox.queryKey() });
          void client.invalidateQueries({ queryKey: trpc.journal.pathKey() });
        }
        // Each card says when its episode airs next, so a changed slot is news for the library too.
        void client.invalidateQueries({ queryKey: trpc.library.pathKey() });
        void client.invalidateQueries({ queryKey: trpc.station.status.queryKey() });
      },
    }),
  );
}
