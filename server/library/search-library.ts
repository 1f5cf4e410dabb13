import { searchEpisodes, type EpisodeHit, type EpisodeQuery } from "@/server/cms/episodes";
import type { Actor } from "@/server/cms/records";
import type { LibraryDeps } from "./deps";
import type { SearchLibraryInput } from "./inputs";
import { libraryEpisode, type LibraryEpisode } from "./library-episode";
import { readinessOf } from "./readiness";

/** One page of the library. */
export type LibraryPage = {
  readonly items: readonly LibraryEpisode[];
  /** How many the words and filters leave. */
  readonly total: number;
  /** How many there are. */
  readonly all: number;
  /** How many each filter hides of what the others show; filters that hide nothing are left out. */
  readonly hidden: readonly { readonly reason: Hiding; readonly count: number }[];
  /** What to ask with for the next page; null on the last. */
  readonly nextCursor: number | null;
};

/** A filter that can hide episodes. */
export type Hiding = "ready" | "length" | "aired" | "shows" | "genres" | "tags";

/** What takes a filter off a query; readiness is no part of it, since only LibreTime knows. */
const lifted = {
  length: { shortest: undefined, longest: undefined },
  aired: { neverAired: undefined, notAiredSince: undefined },
  shows: { showIds: undefined },
  genres: { genres: undefined },
  tags: { tags: undefined },
} as const satisfies Record<Exclude<Hiding, "ready">, Partial<EpisodeQuery>>;

/** As many episodes as one search gives. */
const SCAN = 200;

/** Searches the episodes, and says what each filter hides, so that nobody looks for an episode that is only filtered out. */
export async function searchLibrary({ mirror }: Pick<LibraryDeps, "mirror">, actor: Actor, input: SearchLibraryInput): Promise<LibraryPage> {
  const search = input.readyOnly ? searchReady(mirror, actor) : searchAll(actor);
  const [query, page] = [queryOf(input), input.cursor ?? 0];
  const { hits, total } = await search.page(query, page, input.limit);
  const hiddenBy = (lift: Partial<EpisodeQuery>): Promise<number> => search.count({ ...query, ...lift }).then((count) => count - total);
  const hidden: { reason: Hiding; count: number }[] = [];
  if (input.readyOnly) hidden.push({ reason: "ready", count: (await searchAll(actor).count(query)) - total });
  for (const [reason, lift] of Object.entries(lifted) as [keyof typeof lifted, Partial<EpisodeQuery>][]) {
    if (Object.keys(lift).some((field) => isNarrowing(query[field as keyof EpisodeQuery]))) hidden.push({ reason, count: await hiddenBy(lift) });
  }
  return {
    items: hits.map((hit) => libraryEpisode(mirror, hit)),
    total,
    all: await searchAll(actor).count(input.status ? { status: input.status } : {}),
    hidden: hidden.filter(({ count }) => count > 0),
    nextCursor: (page + 1) * input.limit < total ? page + 1 : null,
  };
}

function queryOf({ q, showIds, genres, tags, status, minSeconds, maxSeconds, notAiredSince, neverAired, sort }: SearchLibraryInput): EpisodeQuery {
  const given = { q, showIds, genres, tags, status, shortest: minSeconds, longest: maxSeconds, notAiredSince, neverAired, sort };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** How pages are found and counted. */
type Search = {
  readonly page: (query: EpisodeQuery, page: number, limit: number) => Promise<{ readonly hits: readonly EpisodeHit[]; readonly total: number }>;
  readonly count: (query: EpisodeQuery) => Promise<number>;
};

function searchAll(actor: Actor): Search {
  return {
    page: async (query, page, limit) => {
      const { items, total } = await searchEpisodes(actor, { ...query, page: page + 1, limit });
      return { hits: items, total };
    },
    count: async (query) => (await searchEpisodes(actor, { ...query, limit: 1 })).total,
  };
}

/** Whether a track is ready the database does not know, so every match is read. */
function searchReady(mirror: LibraryDeps["mirror"], actor: Actor): Search {
  const every = async (query: EpisodeQuery): Promise<EpisodeHit[]> => {
    const hits: EpisodeHit[] = [];
    for (let page = 1; ; page += 1) {
      const { items, total } = await searchEpisodes(actor, { ...query, page, limit: SCAN });
      hits.push(...items);
      if (page * SCAN >= total) return hits.filter((hit) => readinessOf(mirror, hit.libretimeTrackId) === true);
    }
  };
  return {
    page: async (query, page, limit) => {
      const hits = await every(query);
      return { hits: hits.slice(page * limit, (page + 1) * limit), total: hits.length };
    },
    count: async (query) => (await every(query)).length,
  };
}

function isNarrowing(value: EpisodeQuery[keyof EpisodeQuery]): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}
