import { instant } from "@/domain/time";
import { asUser, getCms } from "./cms";
import { conditionsOf, orderOf, type EpisodeQuery, type EpisodesFound } from "./episode-query";
import { episodeRecordOf } from "./episodes";
import { fallbackColour } from "./palette";
import type { Actor } from "./records";
import { asId, isId, rowsOf, sql, toColumn, toInstantOrNull, type Sql } from "./sql";

const MOST = 200;

/**
 * Searches the library: the database finds, sorts and counts in one query, and Payload then reads the page's
 * episodes as the actor may see them.
 */
export async function searchEpisodes(actor: Actor, query: EpisodeQuery): Promise<EpisodesFound> {
  const page = Math.max(1, query.page ?? 1);
  const limit = Math.min(MOST, Math.max(1, query.limit ?? 50));
  const asked = { ...query, showIds: query.showIds?.filter(isId) };
  const [{ from, where }, cms] = [await scopeOf(asked), await getCms()];
  const rows = await rowsOf(sql`
    SELECT e.id, w.title AS show_title, w.colour, a.last_at, a.next_at
    ${from} WHERE ${where} ORDER BY ${orderOf(query.sort)} LIMIT ${limit} OFFSET ${(page - 1) * limit}`);
  const [counted] = await rowsOf(sql`SELECT COUNT(*) AS total ${from} WHERE ${where}`);
  const { docs } = rows.length === 0 ? { docs: [] } : await cms.find({
    collection: "episodes", where: { id: { in: rows.map(({ id }) => id) } }, depth: 0, pagination: false, overrideAccess: false, user: asUser(actor),
  });
  const byId = new Map(docs.map((each) => [each.id, each]));
  const items = rows.flatMap((row) => {
    const episode = byId.get(String(row.id));
    return episode ? [{
      ...episodeRecordOf(episode),
      showTitle: String(row.show_title ?? ""),
      colour: String(row.colour || fallbackColour),
      lastAiredAt: toInstantOrNull(row.last_at),
      nextAt: toInstantOrNull(row.next_at),
    }] : [];
  });
  return { items, total: Number(counted?.total ?? 0), page, limit };
}

/** The genres and tags in use, by name: what the library can be filtered by. */
export async function wordsInUse(): Promise<{ readonly genres: readonly string[]; readonly tags: readonly string[] }> {
  const rows = await rowsOf(sql`SELECT DISTINCT path, text FROM episodes_texts WHERE path IN ('genres', 'tags') ORDER BY text`);
  const textsAt = (path: string) => rows.filter((row) => row.path === path).map(({ text }) => String(text));
  return { genres: textsAt("genres"), tags: textsAt("tags") };
}

async function scopeOf(query: EpisodeQuery): Promise<{ from: Sql; where: Sql }> {
  const now = toColumn(instant(Date.now()));
  const from = sql`
    FROM episodes e
    LEFT JOIN shows w ON w.id = e.show_id
    LEFT JOIN (
      SELECT episode, MAX(CASE WHEN starts_at <= ${now} THEN starts_at END) AS last_at, MIN(CASE WHEN starts_at > ${now} THEN starts_at END) AS next_at
      FROM slots GROUP BY episode
    ) a ON ${asId(await getCms(), sql`a.episode`)} = e.id`;
  return { from, where: conditionsOf(query) };
}
