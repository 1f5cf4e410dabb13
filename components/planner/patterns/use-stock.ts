import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "@/components/trpc/client";
import { fillOf, type Filling, type StockEpisode } from "@/domain/patterns/fill-of";
import type { Interval } from "@/domain/interval";
import { formatInstant, instant, seconds } from "@/domain/time";
import type { Zone } from "@/domain/zone";
import type { Cargo } from "../cargo";
import { useRules, type ShownHole } from "./use-holes";

/** What there is to fill the holes of that window with; null while it is read. */
export function useStock(zone: Zone, window: Interval) {
  const trpc = useTRPC();
  const rules = useRules();
  const { data, isError } = useQuery(
    trpc.patterns.stock.queryOptions(
      { from: formatInstant(window.startsAt), to: formatInstant(window.endsAt) },
      { staleTime: 5_000 },
    ),
  );
  const stock = useMemo(
    () =>
      data && {
        zone,
        rules,
        reach: seconds(data.reachSeconds),
        stock: new Map(data.shows.map(({ showId, episodes }) => [showId, episodes])),
        aired: data.aired.map((each) => ({
          ...each,
          startsAt: instant(Date.parse(each.startsAt)),
          endsAt: instant(Date.parse(each.endsAt)),
        })),
      },
    [data, rules, zone],
  );
  return {
    isError,
    isRead: stock !== undefined,
    fill: useMemo(
      () =>
        (holes: readonly ShownHole[], chosen?: ReadonlyMap<string, boolean>): readonly Filling<ShownHole>[] =>
          stock ? fillOf(holes, stock, chosen) : [],
      [stock],
    ),
    episodesOf: useMemo(
      () =>
        (showId: string): readonly StockEpisode[] =>
          stock?.stock.get(showId) ?? [],
      [stock],
    ),
  };
}

/** An episode of the stock, as it is planned into a hole of its show. */
export function cargoOfStock(
  { rule: { showId }, show: { title: showName, colour } }: ShownHole,
  { id, title, trackSeconds, notReady }: StockEpisode,
): Cargo {
  return { episodeId: id, showId, title, showName, colour, trackSeconds, notReady };
}
