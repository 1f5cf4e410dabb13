import { instant } from "@/domain/time";
import { asUser } from "./actors";
import { getCms } from "./cms";
import { conditionsOf, orderOf, type EpisodeQuery, type EpisodesFound } from "./episode-query";
import { episodeRecordOf } from "./episode-record";
import { fallbackColour } from "./palette";
import type { Actor } from "./records";
import { asText, isId, sql, toColumn, toInstantOrNull } from "./sql";
import { rowsOf } from "./rows-of";

const MOST = 200;
const EPISODES = sql`FROM episodes e LEFT JOIN shows w ON w.id = e.show_id`;

/**
 * Searches the library: the database finds, sorts and counts, and Payload then reads the page's
 * episodes as the actor may see them.
 */
export async function searchEpisodes(actor: Actor, query: EpisodeQuery): Promise<EpisodesFound> {
  const page = Math.max(1, query.page ?? 1);
  const limit = Math.min(MOST, Math.max(1, query.limit ?? 50));
  const cms = await getCms();
  const now = instant(Date.now());
  const slotsOf = sql`FROM slots s WHERE s.episode = ${asText(cms, sql`e.id`)}`;
  const where = conditionsOf({ ...query, showIds: query.showIds?.filter(isId) }, slotsOf, now);
  const found = sql`
    SELECT e.id, e.title, e.length, e.created_at, e.libretime_track_id, w.title AS show_title, w.colour,
      (SELECT MAX(s.starts_at) ${slotsOf} AND s.starts_at <= ${toColumn(now)}) AS last_at,
      (SELECT MIN(s.starts_at) ${slotsOf} AND s.starts_at > ${toColumn(now)}) AS next_at,
      (SELECT MIN(s.starts_at) ${slotsOf}) AS first_at
    ${EPISODES} WHERE ${where}`;
  const rows = await rowsOf(
    sql`SELECT * FROM (${found}) f ORDER BY ${orderOf(query)} LIMIT ${limit} OFFSET ${(page - 1) * limit}`,
  );
  const [counted] = await rowsOf(sql`SELECT COUNT(*) AS total ${EPISODES} WHERE ${where}`);
  const { docs } =
    rows.length === 0
      ? { docs: [] }
      : await cms.find({
          collection: "episodes",
          where: { id: { in: rows.map(({ id }) => id) } },
          depth: 0,
          showHiddenFields: true,
          pagination: false,
          overrideAccess: false,
          user: asUser(actor),
        });
  const byId = new Map(docs.map((each) => [each.id, each]));
  const items = rows.flatMap((row) => {
    const episode = byId.get(String(row.id));
    return episode
      ? [
          {
            ...episodeRecordOf(episode),
            showTitle: String(row.show_title ?? ""),
            colour: String(row.colour || fallbackColour),
            lastAiredAt: toInstantOrNull(row.last_at),
            nextAt: toInstantOrNull(row.next_at),
            firstAt: toInstantOrNull(row.first_at),
          },
        ]
      : [];
  });
  return { items, total: Number(counted?.total ?? 0), page, limit };
}

/** The genres and tags in use, by name: what the library can be filtered by. */
export async function wordsInUse(): Promise<{ readonly genres: readonly string[]; readonly tags: readonly string[] }> {
  const rows = await rowsOf(
    sql`SELECT DISTINCT path, text FROM episodes_texts WHERE path IN ('genres', 'tags') ORDER BY text`,
  );
  const textsAt = (path: string) => rows.filter((row) => row.path === path).map(({ text }) => String(text));
  return { genres: textsAt("genres"), tags: textsAt("tags") };
}
