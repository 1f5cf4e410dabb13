import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { instant, type Instant } from "@/domain/time";

/** How the station stands, asked anew every half minute. */
export function useStationStatus() {
  const trpc = useTRPC();
  return useQuery(
    trpc.station.status.queryOptions(undefined, {
      refetchInterval: 30_000,
      refetchOnWindowFocus: true,
      staleTime: 5_000,
    }),
  );
}

/** Everything that is wrong in the coming weeks, asked anew every minute, and at every news. */
export function useInbox() {
  const trpc = useTRPC();
  return useQuery(trpc.station.inbox.queryOptions(undefined, { refetchInterval: 60_000, staleTime: 10_000 }));
}

/**
 * The station's now: the browser's clock, set right by what the server said. A browser that is four minutes
 * slow would otherwise call a time free that has passed.
 */
export function useStationNow(): () => Instant {
  const { data, dataUpdatedAt } = useStationStatus();
  const [ahead, setAhead] = useState(0);
  const measured = data ? Date.parse(data.now) - dataUpdatedAt : ahead;
  // The way from the server takes its time: only a difference that somebody would see moves the clock.
  if (Math.abs(measured - ahead) > SEEN_MS) setAhead(measured);
  return useCallback(() => instant(Date.now() + ahead), [ahead]);
}

const SEEN_MS = 2_500;

/** A moment that moves on by itself every so many milliseconds. */
export function useTicking(now: () => Instant, everyMs: number): Instant {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const tick = () => setAt(now());
    tick();
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, [now, everyMs]);
  return at;
}
