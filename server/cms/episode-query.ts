import type { EpisodeId, ShowId } from "@/domain/ids";
import type { Instant } from "@/domain/time";
import { fold } from "./folding";
import type { EpisodeRecord } from "./records";
import { sql, toColumn, type Sql } from "./sql";

/**
 * How the library can be sorted. `longest-unaired`: what was never aired, then what aired longest ago;
 * what cannot air at all comes after both, since that order is for choosing what to plan.
 * `fitting`: the longest, and of equal ones what was not aired for the longest time.
 */
export type EpisodeSort = "longest-unaired" | "fitting" | "title" | "show" | "newest" | "shortest" | "longest";

/** What is looked for. Whatever is left out does not narrow, but for archived episodes, which must be asked for. */
export type EpisodeQuery = {
  /** Words that all occur in the title, show, host names, genres, mood or tags; case and accents do not matter. */
  readonly q?: string;
  readonly showIds?: readonly ShowId[];
  /** Any of these. */
  readonly genres?: readonly string[];
  /** Any of these. */
  readonly tags?: readonly string[];
  readonly status?: readonly EpisodeRecord["status"][];
  /** Seconds, inclusive. */
  readonly shortest?: number;
  /** Seconds, inclusive. */
  readonly longest?: number;
  readonly neverAired?: boolean;
  /** Not started since then; what was never aired counts. */
  readonly notAiredSince?: Instant;
  readonly sort?: EpisodeSort;
  /** The tracks that cannot air, where somebody knows them. */
  readonly notReady?: readonly number[];
  /** The episodes whose track is another recording by now. */
  readonly replaced?: readonly EpisodeId[];
  /** From 1. */
  readonly page?: number;
  /** At most 200. */
  readonly limit?: number;
};

/** An episode as the library shows it. */
export type EpisodeHit = EpisodeRecord & {
  readonly showTitle: string;
  readonly colour: string;
  /** When its latest slot started; null when none has. */
  readonly lastAiredAt: Instant | null;
  /** When its next slot starts; null when there is none. */
  readonly nextAt: Instant | null;
  /** When its earliest slot starts, past or to come: its premiere; null without a slot. */
  readonly firstAt: Instant | null;
};

/** One page of what was found, and how many there are in all. */
export type EpisodesFound = {
  readonly items: readonly EpisodeHit[];
  readonly total: number;
  readonly page: number;
  readonly limit: number;
};

/** More words than that only slow the search down. */
const WORDS = 10;

/** What the query demands, over `e` (episodes) and `w` (shows); `slotsOf` are the slots of `e`, under the name `s`. */
export function conditionsOf(query: EpisodeQuery, slotsOf: Sql, now: Instant): Sql {
  const words = fold(query.q).split(" ").filter(Boolean).slice(0, WORDS);
  const started = sql`${slotsOf} AND s.starts_at <= ${toColumn(now)}`;
  const conditions = [
    sql`e.status IN ${listOf(query.status?.length ? query.status : ["draft", "ready"])}`,
    ...words.map(
      (word) =>
        sql`(COALESCE(e.search_text, '') || ' ' || COALESCE(w.search_text, '')) LIKE ${`%${word.replace(/[\\%_]/g, "\\$&")}%`} ESCAPE '\\'`,
    ),
    ...(query.showIds?.length ? [sql`e.show_id IN ${listOf(query.showIds)}`] : []),
    ...(query.genres?.length ? [hasAny("genres", query.genres)] : []),
    ...(query.tags?.length ? [hasAny("tags", query.tags)] : []),
    ...(query.shortest === undefined ? [] : [sql`e.length >= ${query.shortest}`]),
    ...(query.longest === undefined ? [] : [sql`e.length <= ${query.longest}`]),
    ...(query.neverAired ? [sql`NOT EXISTS (SELECT 1 ${started})`] : []),
    ...(query.notAiredSince === undefined
      ? []
      : [sql`NOT EXISTS (SELECT 1 ${started} AND s.starts_at >= ${toColumn(query.notAiredSince)})`]),
  ];
  return sql.join(conditions, sql` AND `);
}

/** How what was found (`f`) is sorted; equal ones by title, then by id, so that pages do not overlap. */
export function orderOf({
  sort = "longest-unaired",
  notReady = [],
  replaced = [],
}: Pick<EpisodeQuery, "sort" | "notReady" | "replaced">): Sql {
  const unusable =
    notReady.length === 0
      ? sql``
      : sql` OR f.libretime_track_id IN (${sql.join(
          notReady.map((id) => sql`${id}`),
          sql`, `,
        )})`;
  const others =
    replaced.length === 0
      ? sql``
      : sql` OR f.id IN (${sql.join(
          replaced.map((id) => sql`${id}`),
          sql`, `,
        )})`;
  const usableFirst = sql`CASE WHEN f.libretime_track_id IS NULL${unusable}${others} THEN 1 ELSE 0 END,`;
  const orders = {
    "longest-unaired": sql`${usableFirst} f.last_at NULLS FIRST, f.next_at NULLS FIRST,`,
    fitting: sql`f.length DESC, f.last_at NULLS FIRST, f.next_at NULLS FIRST,`,
    title: sql``,
    show: sql`LOWER(f.show_title),`,
    newest: sql`f.created_at DESC,`,
    shortest: sql`f.length NULLS LAST,`,
    longest: sql`f.length DESC NULLS LAST,`,
  } satisfies Record<EpisodeSort, Sql>;
  return sql`${orders[sort]} LOWER(f.title), f.id`;
}

function hasAny(path: "genres" | "tags", texts: readonly string[]): Sql {
  return sql`e.id IN (SELECT t.parent_id FROM episodes_texts t WHERE t.path = ${path} AND t.text IN ${listOf(texts)})`;
}

function listOf(values: readonly string[]): Sql {
  return sql`(${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )})`;
}
