import type { EpisodeId, ShowId } from "@/domain/ids";
import type { Instant } from "@/domain/time";
import { asUser } from "./actors";
import { getCms } from "./cms";
import { episodeRecordOf } from "./episode-record";
import type { Actor, EpisodeRecord } from "./records";
import { isId, sql, toColumn } from "./sql";
import { rowsOf } from "./rows-of";

export { searchEpisodes, wordsInUse } from "./episode-search";
export type { EpisodeHit, EpisodeQuery, EpisodeSort, EpisodesFound } from "./episode-query";

/** What a new episode is made of; all but title and show may be left out. */
export type EpisodeDraft = { readonly title: string; readonly showId: ShowId } & Partial<
  Pick<EpisodeRecord, "description" | "status" | "genres" | "mood" | "tags" | "libretimeTrackId" | "length">
>;

/** The episode, as far as the actor may see it; null when there is none. */
export async function findEpisode(actor: Actor, id: EpisodeId): Promise<EpisodeRecord | null> {
  if (!isId(id)) return null;
  const cms = await getCms();
  const episode = await cms.findByID({
    collection: "episodes",
    id,
    depth: 0,
    showHiddenFields: true,
    disableErrors: true,
    overrideAccess: false,
    user: asUser(actor),
  });
  return episode ? episodeRecordOf(episode) : null;
}

/** Makes an episode, as far as the actor may. */
export async function createEpisode(
  actor: Actor,
  { showId, genres, tags, ...draft }: EpisodeDraft,
): Promise<EpisodeRecord> {
  const cms = await getCms();
  const data = {
    ...draft,
    show: showId,
    status: draft.status ?? "draft",
    genres: [...(genres ?? [])],
    tags: [...(tags ?? [])],
  };
  return episodeRecordOf(
    await cms.create({
      collection: "episodes",
      data,
      depth: 0,
      showHiddenFields: true,
      overrideAccess: false,
      user: asUser(actor),
    }),
  );
}

/**
 * Notes on the episode, for other readers of the CMS, when it airs: in its next slot, the one on air now
 * included, or else in its last; nothing when it has none.
 */
export async function noteAirings(episodeId: EpisodeId, now: Instant): Promise<void> {
  if (!isId(episodeId)) return;
  // One statement: whoever notes late notes what is planned by then.
  await rowsOf(sql`UPDATE episodes SET (scheduled_at, scheduled_end, libretime_instance_id, libretime_playout_id) = (
    SELECT starts_at, ends_at, instance_id, playout_id FROM slots WHERE episode = ${episodeId}
    ORDER BY CASE WHEN ends_at > ${toColumn(now)} THEN starts_at END NULLS LAST, starts_at DESC LIMIT 1) WHERE id = ${episodeId}`);
}

/** The titles that listeners may read, by episode: a draft's is still a note among colleagues. */
export async function publicTitles(ids: readonly EpisodeId[]): Promise<ReadonlyMap<EpisodeId, string>> {
  const asked = [...new Set(ids)].filter(isId);
  if (asked.length === 0) return new Map();
  const rows = await rowsOf(
    sql`SELECT id, title FROM episodes WHERE status <> 'draft' AND id IN (${sql.join(
      asked.map((id) => sql`${id}`),
      sql`, `,
    )})`,
  );
  return new Map(rows.map(({ id, title }) => [String(id), String(title)]));
}
