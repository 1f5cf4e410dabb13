import { lengthOf } from "@/domain/interval";
import type { EpisodeHit } from "@/server/cms/episodes";
import type { Actor } from "@/server/cms/records";
import { searchReady } from "./episode-pages";
import type { LibraryDeps } from "./deps";
import type { FittingInput } from "./inputs";
import { libraryEpisode, type LibraryEpisode } from "./library-episode";

/** What fills less than a quarter of a gap is no filling of it; half an hour always is. */
const shortestFor = (gapSeconds: number): number => Math.min(gapSeconds / 4, 1800);
/** A page of the search: some of what the database finds is not ready, or longer in LibreTime than when it was picked. */
const PAGE = 24;

/**
 * Episodes that fill a gap: ready, no longer than it, the longest first; of equal ones what was not aired for the
 * longest time. Only as much of the library is read as it takes to find so many.
 */
export async function fittingEpisodes(
  { mirror }: Pick<LibraryDeps, "mirror">,
  actor: Actor,
  { from, to, limit }: FittingInput,
): Promise<readonly LibraryEpisode[]> {
  const gapSeconds = lengthOf({ startsAt: from, endsAt: to });
  const query = { shortest: shortestFor(gapSeconds), longest: gapSeconds, sort: "fitting" } as const;
  const search = searchReady(actor, mirror, { notReady: [], replaced: [] });
  const found: LibraryEpisode[] = [];
  const cardOf = (hit: EpisodeHit): LibraryEpisode => libraryEpisode(mirror, hit);
  for (let page: number | null = 0; page !== null && found.length < limit;) {
    const { hits, nextCursor }: Awaited<ReturnType<typeof search.page>> = await search.page(query, page, PAGE);
    found.push(
      ...hits.map(cardOf).filter(({ lengthSeconds }) => lengthSeconds !== null && lengthSeconds <= gapSeconds),
    );
    page = nextCursor;
  }
  return found.slice(0, limit);
}
