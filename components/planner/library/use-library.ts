import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "@/components/trpc/client";
import type { Instant } from "@/domain/time";
import { searchInput, type Filters } from "./filters";
import type { Facets } from "./library-answers";

/** Two screens of cards: the next page is asked for before this one is read. */
const PAGE = 80;
const NO_FACETS: Facets = { shows: [], genres: [], tags: [] };

/** The episodes that the filters leave, page by page. While a new question is under way, the old answer stays. */
export function useEpisodes(filters: Filters, now: Instant) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.library.search.infiniteQueryOptions(
      { ...searchInput(filters, now), limit: PAGE },
      {
        getNextPageParam: (page) => page.nextCursor,
        placeholderData: keepPreviousData,
        staleTime: 30_000,
        refetchOnWindowFocus: false,
      },
    ),
  );
  const pages = query.data?.pages;
  const episodes = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  return { ...query, episodes, newest: pages?.at(-1) };
}

/** What there is to narrow by. */
export function useFacets(): Facets {
  const trpc = useTRPC();
  return useQuery(trpc.library.facets.queryOptions(undefined, { staleTime: 60_000 })).data ?? NO_FACETS;
}

/** LibreTime's files that these words find. */
export function useTracks(text: string) {
  const trpc = useTRPC();
  return useQuery(
    trpc.library.tracks.queryOptions(
      { q: text.trim() || undefined, limit: 100 },
      { placeholderData: keepPreviousData, staleTime: 30_000 },
    ),
  );
}

/** LibreTime's webstreams. */
export function useStreams() {
  const trpc = useTRPC();
  return useQuery(trpc.library.streams.queryOptions({}, { staleTime: 30_000 }));
}

/** Makes an episode of a file; the library asks anew afterwards. */
export function useMakeEpisode() {
  const trpc = useTRPC();
  const client = useQueryClient();
  return useMutation(
    trpc.library.makeEpisode.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: trpc.library.pathKey() }),
    }),
  );
}
