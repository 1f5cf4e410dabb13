import type { EpisodeQuery } from "@/server/cms/episodes";
import type { Actor } from "@/server/cms/records";
import type { LibraryDeps } from "./deps";
import type { SearchLibraryInput } from "./inputs";
import { libraryEpisode, type LibraryEpisode } from "./library-episode";
import { searchAll, searchReady } from "./episode-pages";
import { notReadyHere } from "./track-uses";

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

/** Searches the episodes, and says what each filter hides, so that nobody looks for an episode that is only filtered out. */
export async function searchLibrary(
  { mirror }: Pick<LibraryDeps, "mirror">,
  actor: Actor,
  input: SearchLibraryInput,
): Promise<LibraryPage> {
  const notReady = await notReadyHere(mirror);
  const [query, all] = [{ ...queryOf(input), ...notReady }, searchAll(actor)];
  const search = input.readyOnly ? searchReady(actor, mirror, notReady) : all;
  const total = await search.count(query);
  const counts = {
    ...(input.readyOnly ? { ready: await all.count(query) } : {}),
    ...Object.fromEntries(
      await Promise.all(
        activeIn(query).map(async (reason) => [reason, await search.count({ ...query, ...lifted[reason] })]),
      ),
    ),
  } as Partial<Record<Hiding, number>>;
  const { hits, nextCursor } = await search.page(query, input.cursor ?? 0, input.limit);
  return {
    items: hits.map((hit) => libraryEpisode(mirror, hit)),
    total,
    all: await all.count(input.status ? { status: input.status } : {}),
    hidden: (Object.entries(counts) as [Hiding, number][])
      .map(([reason, count]) => ({ reason, count: count - total }))
      .filter(({ count }) => count > 0),
    nextCursor,
  };
}

function queryOf({
  q,
  showIds,
  genres,
  tags,
  status,
  minSeconds,
  maxSeconds,
  notAiredSince,
  neverAired,
  sort,
}: SearchLibraryInput): EpisodeQuery {
  const given = {
    q,
    showIds,
    genres,
    tags,
    status,
    shortest: minSeconds,
    longest: maxSeconds,
    notAiredSince,
    neverAired,
    sort,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function activeIn(query: EpisodeQuery): (keyof typeof lifted)[] {
  const reasons = Object.keys(lifted) as (keyof typeof lifted)[];
  return reasons.filter((reason) =>
    Object.keys(lifted[reason]).some((field) => isNarrowing(query[field as keyof EpisodeQuery])),
  );
}

function isNarrowing(value: EpisodeQuery[keyof EpisodeQuery]): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}
