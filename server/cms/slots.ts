import { randomUUID } from "node:crypto";
import { episodeIn, mediaOf, type Content } from "@/domain/content";
import { isSameHome, UNMARKED, type Home, type Mark } from "@/domain/identity";
import type { EpisodeId, ShowId, SlotId } from "@/domain/ids";
import type { Interval } from "@/domain/interval";
import { DAY, earlier, type Instant } from "@/domain/time";
import { getCms } from "./cms";
import { writeHeld, type HeldLine } from "./held";
import { mediaText, readMedia, type KnownMedia } from "./known-columns";
import { fallbackColour } from "./palette";
import type { SlotDraft, SlotRecord } from "./records";
import { asId, isId, sql, toColumn, toInstant, type Sql, type Value } from "./sql";
import { rowsOf } from "./rows-of";

/** Every slot of ours that shares a moment with the interval, in order. */
export function slotsIn(interval: Interval): Promise<SlotRecord[]> {
  return slotsWhere(sharingTime(interval));
}

/** The episode's slot that starts at that moment; null when there is none. */
export async function slotAt(episodeId: EpisodeId, startsAt: Instant): Promise<SlotRecord | null> {
  return (await slotsWhere(sql`s.episode = ${episodeId} AND s.starts_at = ${toColumn(startsAt)}`))[0] ?? null;
}

/** Every slot of the episode, past and future, in order. */
export function slotsOfEpisode(episodeId: EpisodeId): Promise<SlotRecord[]> {
  return slotsWhere(sql`s.episode = ${episodeId}`);
}

/** When the earliest slot of each of these episodes starts, whatever week it is in: one look into an index for each. */
export async function firstStarts(episodeIds: readonly EpisodeId[]): Promise<ReadonlyMap<EpisodeId, Instant>> {
  const asked = [...new Set(episodeIds)];
  if (asked.length === 0) return new Map();
  const rows = await rowsOf(
    sql`SELECT s.episode, MIN(s.starts_at) AS first_at FROM slots s WHERE s.episode IN (${sql.join(
      asked.map((id) => sql`${id}`),
      sql`, `,
    )}) GROUP BY s.episode`,
  );
  return new Map(rows.map((row) => [String(row.episode), toInstant(row.first_at)]));
}

/** The slots of these shows that share a moment with the interval, in order. */
export function slotsOfShows(showIds: readonly ShowId[], interval: Interval): Promise<SlotRecord[]> {
  return slotsAmong(sql`s.show`, showIds, sharingTime(interval));
}

/** The slot; null when there is none. */
export async function findSlot(id: SlotId): Promise<SlotRecord | null> {
  return isId(id) ? ((await slotsWhere(sql`s.id = ${id}`))[0] ?? null) : null;
}

/** Every slot of ours that has not ended by then, in order. */
export function slotsEndingAfter(at: Instant): Promise<SlotRecord[]> {
  return slotsWhere(sql`s.ends_at > ${toColumn(at)}`);
}

/** Every slot of ours that starts at that moment. */
export function slotsStartingAt(startsAt: Instant): Promise<SlotRecord[]> {
  return slotsWhere(sql`s.starts_at = ${toColumn(startsAt)}`);
}

/** The slots of ours that hold these rows of LibreTime. */
export function slotsOfRows(playoutIds: readonly number[]): Promise<SlotRecord[]> {
  return slotsAmong(sql`s.playout_id`, playoutIds);
}

/** The slot of ours that stands on LibreTime as that row or, without a row, as that instance; null when there is none. */
export async function slotStandingAs(stand: Home & Pick<SlotRecord, "playoutId">): Promise<SlotRecord | null> {
  const { instanceId, playoutId } = stand;
  const found = playoutId === null ? await holdsStandingAs([instanceId]) : await slotsOfRows([playoutId]);
  return found.find((each) => isSameHome(each, stand)) ?? null;
}

/** The live holds of ours that stand on LibreTime as these instances, whatever time they were planned for. */
export function holdsStandingAs(instanceIds: readonly number[]): Promise<SlotRecord[]> {
  return slotsAmong(sql`s.instance_id`, instanceIds, sql`s.playout_id IS NULL`);
}

/** Those of these instances in which a slot of ours stands, or stood. */
export async function instancesInUse(ids: readonly number[]): Promise<ReadonlySet<number>> {
  return new Set((await slotsAmong(sql`s.instance_id`, ids)).map(({ instanceId }) => instanceId));
}

/** The newest instances in which slots of ours stand, or stood. */
export async function newestInstancesInUse(limit = 400): Promise<ReadonlySet<number>> {
  return new Set(
    (await rowsOf(sql`SELECT instance_id FROM slots ORDER BY instance_id DESC LIMIT ${limit}`)).map((row) =>
      Number(row.instance_id),
    ),
  );
}

/** A statement takes so many slots at the most: databases count what is given to them. */
const AT_ONCE = 50;

/** Keeps new slots, with the names of what they hold and of who planned them as they are now; all or none of each statement. Fails with `Fenced` when the line is not its holder's any more. */
export async function createSlots(line: HeldLine, drafts: readonly SlotDraft[]): Promise<void> {
  const columns = sql`id, title, show_title, kind, episode, show, starts_at, ends_at, track_id, track_seconds, stream_id, known_media, instance_id, playout_id, owns_instance, instance_mark, station_show_id, version, planned_by, planned_by_name`;
  // PostgreSQL takes the types of all that is united from what comes first: the columns themselves.
  const typed = sql`SELECT ${columns} FROM slots WHERE 1 = 0`;
  for (let from = 0; from < drafts.length; from += AT_ONCE) {
    const rows = drafts
      .slice(from, from + AT_ONCE)
      .map(
        ({
          id = randomUUID(),
          content,
          title,
          known,
          showId,
          startsAt,
          endsAt,
          instanceId,
          playoutId,
          ownsInstance,
          mark = UNMARKED,
          plannedById,
        }) => {
          const { kind, episode, track_id, track_seconds, stream_id } = columnsOf(content);
          return sql`SELECT
      ${id}, COALESCE((SELECT title FROM episodes WHERE id = ${episode}), ${title}), COALESCE((SELECT title FROM shows WHERE id = ${showId}), ''), ${kind}, ${episode}, ${showId},
      ${toColumn(startsAt)}, ${toColumn(endsAt)}, ${track_id}, ${track_seconds}, ${stream_id}, ${known ? mediaText(known) : null}, ${instanceId}, ${playoutId}, ${ownsInstance}, ${mark.createdAt}, ${mark.stationShowId}, 1, ${plannedById}, (SELECT name FROM users WHERE id = ${plannedById}) FROM held`;
        },
      );
    await writeHeld(
      line,
      sql`INSERT INTO slots (${columns}) ${sql.join([typed, ...rows], sql` UNION ALL `)} RETURNING id`,
    );
  }
}

/** What of a slot can change: where it lies, and what holds it in LibreTime. */
export type SlotPatch = Partial<
  Pick<SlotRecord, "startsAt" | "endsAt" | "content" | "known" | "instanceId" | "playoutId" | "ownsInstance" | "mark">
>;

/** Changes the slot, whose version goes up by one; null when there is none. Fails with `Fenced` when the line is not its holder's any more. */
export async function updateSlot(line: HeldLine, id: SlotId, patch: SlotPatch): Promise<SlotRecord | null> {
  if (!isId(id)) return null;
  const sets = [
    sql`version = version + 1`,
    sql`updated_at = ${new Date().toISOString()}`,
    ...(patch.startsAt === undefined ? [] : [sql`starts_at = ${toColumn(patch.startsAt)}`]),
    ...(patch.endsAt === undefined ? [] : [sql`ends_at = ${toColumn(patch.endsAt)}`]),
    ...(patch.content === undefined ? [] : setsOf(patch.content, patch.known)),
    ...(patch.instanceId === undefined ? [] : [sql`instance_id = ${patch.instanceId}`]),
    ...(patch.playoutId === undefined ? [] : [sql`playout_id = ${patch.playoutId}`]),
    ...(patch.ownsInstance === undefined ? [] : [sql`owns_instance = ${patch.ownsInstance}`]),
    ...(patch.mark === undefined
      ? []
      : [sql`instance_mark = ${patch.mark.createdAt}`, sql`station_show_id = ${patch.mark.stationShowId}`]),
  ];
  await writeHeld(
    line,
    sql`UPDATE slots SET ${sql.join(sets, sql`, `)} WHERE id = ${id} AND EXISTS (SELECT 1 FROM held) RETURNING id`,
  );
  return findSlot(id);
}

/** Forgets the slot; one that is gone already is fine. Fails with `Fenced` when the line is not its holder's any more. */
export async function deleteSlot(line: HeldLine, id: SlotId): Promise<void> {
  if (isId(id))
    await writeHeld(line, sql`DELETE FROM slots WHERE id = ${id} AND EXISTS (SELECT 1 FROM held) RETURNING id`);
}

/** A slot from before marks were kept, and the mark that LibreTime has of its instance. */
export type Marked = Pick<SlotRecord, "id" | "instanceId" | "mark">;

/** Keeps marks that were read from LibreTime, where there was none and nothing has changed since. What a slot is stays as it is, and so does its version. */
export async function keepMarks(found: readonly Marked[]): Promise<void> {
  for (let from = 0; from < found.length; from += AT_ONCE) {
    const some = found.slice(from, from + AT_ONCE);
    const choose = (of: (each: Marked) => Sql): Sql =>
      sql`CASE id ${sql.join(
        some.map((each) => sql`WHEN ${each.id} THEN ${of(each)}`),
        sql` `,
      )} END`;
    const isIt = sql.join(
      some.map(({ id, instanceId }) => sql`(id = ${id} AND instance_id = ${instanceId})`),
      sql` OR `,
    );
    await rowsOf(
      sql`UPDATE slots SET instance_mark = ${choose(({ mark }) => sql`${mark.createdAt}`)}, station_show_id = CAST(${choose(({ mark }) => sql`${mark.stationShowId}`)} AS NUMERIC) WHERE instance_mark IS NULL AND (${isIt}) RETURNING id`,
    );
  }
}

/** No slot is as long as a day, so that the database looks at the days in question and not at the station's history. */
function sharingTime({ startsAt, endsAt }: Interval): Sql {
  return sql`s.starts_at > ${toColumn(earlier(startsAt, DAY))} AND s.starts_at < ${toColumn(endsAt)} AND s.ends_at > ${toColumn(startsAt)}`;
}

/** The slots of which that is one of these, and for which the rest holds too. */
async function slotsAmong(column: Sql, ids: readonly (string | number)[], rest = sql`1 = 1`): Promise<SlotRecord[]> {
  return ids.length === 0
    ? []
    : slotsWhere(
        sql`${column} IN (${sql.join(
          ids.map((id) => sql`${id}`),
          sql`, `,
        )}) AND ${rest}`,
      );
}

async function slotsWhere(condition: Sql): Promise<SlotRecord[]> {
  const cms = await getCms();
  const rows = await rowsOf(sql`
    SELECT s.*, e.title AS episode_title_now, w.title AS show_title_now, w.colour AS colour, w.libretime_show_id AS linked_show
    FROM slots s
    LEFT JOIN episodes e ON e.id = ${asId(cms, sql`s.episode`)}
    LEFT JOIN shows w ON w.id = ${asId(cms, sql`s.show`)}
    WHERE ${condition} ORDER BY s.starts_at, s.id`);
  return rows.map(recordOf);
}

function columnsOf(content: Content) {
  const { trackId, streamId } = mediaOf(content);
  return {
    kind: content.kind,
    episode: episodeIn(content) ?? null,
    track_id: trackId,
    track_seconds: content.kind === "track" ? content.trackSeconds : null,
    stream_id: streamId,
  };
}

/** What a slot holds comes with what that was known by. */
function setsOf(content: Content, known: KnownMedia | undefined): readonly Sql[] {
  const { kind, episode, track_id, track_seconds, stream_id } = columnsOf(content);
  return [
    sql`kind = ${kind}`,
    sql`episode = ${episode}`,
    sql`track_id = ${track_id}`,
    sql`track_seconds = ${track_seconds}`,
    sql`stream_id = ${stream_id}`,
    sql`known_media = ${known ? mediaText(known) : null}`,
  ];
}

function contentIn(row: Readonly<Record<string, Value>>): Content {
  if (row.kind === "live") return { kind: "live" };
  if (row.kind === "stream") return { kind: "stream", streamId: Number(row.stream_id) };
  return {
    kind: "track",
    episodeId: String(row.episode),
    trackId: Number(row.track_id),
    trackSeconds: Number(row.track_seconds),
  };
}

/** Of a slot from before marks were kept, the show is the one that is linked. */
function markIn({
  instance_mark: createdAt = null,
  station_show_id: kept = null,
  linked_show: linked = null,
}: Readonly<Record<string, Value>>): Mark {
  const stationShowId = kept ?? linked;
  return {
    stationShowId: stationShowId === null ? null : Number(stationShowId),
    createdAt: createdAt === null ? null : String(createdAt),
  };
}

function recordOf(row: Readonly<Record<string, Value>>): SlotRecord {
  const known = readMedia(row.known_media);
  return {
    id: String(row.id),
    content: contentIn(row),
    ...(known && { known }),
    title: String(row.episode_title_now ?? row.title),
    showId: String(row.show),
    showTitle: String(row.show_title_now ?? row.show_title),
    colour: String(row.colour || fallbackColour),
    startsAt: toInstant(row.starts_at),
    endsAt: toInstant(row.ends_at),
    instanceId: Number(row.instance_id),
    playoutId: row.playout_id === null ? null : Number(row.playout_id),
    ownsInstance: Boolean(row.owns_instance),
    mark: markIn(row),
    version: Number(row.version),
    plannedById: row.planned_by === null ? null : String(row.planned_by),
    plannedByName: row.planned_by_name === null ? null : String(row.planned_by_name),
  };
}
