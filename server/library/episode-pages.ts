import { instant } from "@/domain/time";
import { getCms } from "@/server/cms/cms";
import { conditionsOf } from "@/server/cms/episode-query";
import { searchEpisodes, type EpisodeHit, type EpisodeQuery } from "@/server/cms/episodes";
import type { Actor } from "@/server/cms/records";
import { asText, isId, sql } from "@/server/cms/sql";
import { rowsOf } from "@/server/cms/rows-of";
import type { LibraryDeps } from "./deps";
import { readinessOf } from "./readiness";
import type { NotReadyHere } from "./track-uses";

/** How episodes are paged and counted. Pages count from 0. */
export type EpisodePages = {
  readonly page: (
    query: EpisodeQuery,
    page: number,
    limit: number,
  ) => Promise<{ readonly hits: readonly EpisodeHit[]; readonly nextCursor: number | null }>;
  readonly count: (query: EpisodeQuery) => Promise<number>;
};

/** All that a query finds. */
export function searchAll(actor: Actor): EpisodePages {
  return {
    page: async (query, page, limit) => {
      const { items, total } = await searchEpisodes(actor, { ...query, page: page + 1, limit });
      return { hits: items, nextCursor: (page + 1) * limit < total ? page + 1 : null };
    },
    count: async (query) => (await searchEpisodes(actor, { ...query, limit: 1 })).total,
  };
}

/**
 * What of it is ready to air, which LibreTime knows and the database does not. A page is put together from
 * half pages, so that it has half its length at least: one or two, unless many in a row are not ready.
 */
export function searchReady(actor: Actor, mirror: LibraryDeps["mirror"], notReady: NotReadyHere): EpisodePages {
  const all = searchAll(actor);
  return {
    page: async (query, from, limit) => {
      const [size, hits]: [number, EpisodeHit[]] = [Math.ceil(limit / 2), []];
      for (let page = from; ; page += 1) {
        const found = await all.page(query, page, size);
        hits.push(
          ...found.hits.filter(
            (hit) => readinessOf(mirror, { trackId: hit.libretimeTrackId, recording: hit.recording }) === true,
          ),
        );
        if (found.nextCursor === null || hits.length >= size) return { hits, nextCursor: found.nextCursor };
      }
    },
    count: (query) => countReady(query, notReady),
  };
}

async function countReady(query: EpisodeQuery, { notReady, replaced }: NotReadyHere): Promise<number> {
  const slotsOf = sql`FROM slots s WHERE s.episode = ${asText(await getCms(), sql`e.id`)}`;
  const found = conditionsOf({ ...query, showIds: query.showIds?.filter(isId) }, slotsOf, instant(Date.now()));
  const unready =
    notReady.length === 0
      ? sql``
      : sql`AND e.libretime_track_id NOT IN (${sql.join(
          notReady.map((id) => sql`${id}`),
          sql`, `,
        )})`;
  const stillThose =
    replaced.length === 0
      ? sql``
      : sql`AND e.id NOT IN (${sql.join(
          replaced.map((id) => sql`${id}`),
          sql`, `,
        )})`;
  const [row] = await rowsOf(sql`
    SELECT COUNT(*) AS count FROM episodes e LEFT JOIN shows w ON w.id = e.show_id
    WHERE ${found} AND e.libretime_track_id IS NOT NULL ${unready} ${stillThose}`);
  return Number(row?.count ?? 0);
}
