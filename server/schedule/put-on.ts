import type { Interval } from "@/domain/interval";
import { airtimeOf, type Row } from "@/domain/picture";
import type { SlotId } from "@/domain/ids";
import { DAY, earlier, later, timeBetween } from "@/domain/time";
import { fitTrack, type Track } from "@/domain/tracks";
import { conflictCode, type Verdict } from "@/domain/conflicts";
import { linkShow } from "@/server/cms/shows";
import { createSlot, deleteSlot } from "@/server/cms/slots";
import type { EpisodeRecord, ShowRecord, SlotRecord } from "@/server/cms/records";
import { instanceFor, rowFor, showFor } from "@/server/libretime/rows";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { Refusal } from "@/server/refusal";
import type { Act } from "./act";
import { judgeNow } from "./world";

/** An episode for a stretch of time, with the track that LibreTime has ready for it. */
export type Wanted = { readonly episode: EpisodeRecord; readonly show: ShowRecord; readonly track: Track; readonly slot: Interval };

/** What stands on LibreTime now, read back. */
export type Placed = { readonly slot: SlotRecord; readonly stationShowId: number };

/**
 * Puts an episode on LibreTime: show when it has none there, instance, row, and reads the window again. If
 * somebody was faster in the meantime, the act fails with their conflict and ours goes back.
 */
export async function putOn(act: Act, wanted: Wanted, verdict: Verdict, leaving: ReadonlySet<SlotId> = new Set()): Promise<Placed> {
  await act.libretime.probeWritableSchedule();
  const stationShowId = await ensureShow(act, wanted.show);
  const instanceId = verdict.reuse ?? (await makeInstance(act, stationShowId, wanted.slot));
  const playoutId = await makeRow(act, wanted, instanceId);
  await readBack(act, { ...wanted, stationShowId, instanceId, playoutId }, leaving);
  const slot = await saveSlot(act, wanted, { instanceId, playoutId, ownsInstance: verdict.reuse === null });
  return { slot, stationShowId };
}

async function ensureShow(act: Act, show: ShowRecord): Promise<number> {
  const { libretime, journal, undo, deps } = act;
  const linked = show.libretimeShowId;
  if (linked !== null && (deps.mirror.shows.has(linked) || (await libretime.shows.get(linked)) !== null)) return linked;
  const ended = await journal.begin("create-show", { note: show.title });
  const made = await libretime.shows.create(showFor({ name: show.title, description: show.description, colour: show.colour }));
  undo.push(`the show ${made.id}`, async () => {
    // A show is deleted with all that is in it (R304): only one that is still empty goes back.
    const inIt = (await deps.libretime.instances.list()).some((each) => each.showId === made.id);
    if (inIt) return;
    await deps.libretime.shows.delete(made.id);
    await linkShow(show.id, linked);
    deps.mirror.forget({ show: made.id });
  });
  await ended("done", { libretimeId: made.id });
  await linkShow(show.id, made.id);
  deps.mirror.remember({ show: made });
  return made.id;
}

/** An instance exactly as long as the slot. */
export async function makeInstance({ libretime, journal, undo, deps }: Act, showId: number, slot: Interval): Promise<number> {
  const draft = instanceFor({ showId, slot, now: deps.now() });
  const ended = await journal.begin("create-instance", { note: draft.created_at });
  const made = await adopting(
    () => libretime.instances.create(draft),
    async () => (await deps.libretime.instances.list()).find((each) => each.showId === showId && each.createdAt === draft.created_at),
  );
  undo.push(`the instance ${made.id}`, async () => {
    // An instance takes its rows along (R300): one that somebody has filled meanwhile stays.
    if ((await rowsAround(deps.libretime, slot)).some((row) => row.instanceId === made.id)) throw new Error("it holds a row");
    await deps.libretime.instances.delete(made.id);
    deps.mirror.forget({ instance: made.id });
  });
  await ended("done", { libretimeId: made.id });
  deps.mirror.remember({ instance: made });
  return made.id;
}

/** The one row of a slot. */
export async function makeRow({ libretime, journal, undo, deps }: Act, { track, slot }: Pick<Wanted, "track" | "slot">, instanceId: number): Promise<number> {
  const draft = rowFor({ fit: fitTrack(track, slot), instanceId, trackId: track.id });
  const ended = await journal.begin("create-row", { note: `instance ${instanceId}` });
  const made = await adopting(
    () => libretime.schedule.create(draft),
    async () => (await deps.libretime.schedule.window(slot)).find((row) => row.instanceId === instanceId && row.trackId === track.id && row.startsAt === slot.startsAt),
  );
  undo.push(`the row ${made.id}`, () => deps.libretime.schedule.delete(made.id));
  await ended("done", { libretimeId: made.id });
  return made.id;
}

/** Sends a write once. When nobody knows whether it was saved, LibreTime is read: it is adopted, or it failed. */
async function adopting<T>(write: () => Promise<T>, find: () => Promise<T | undefined>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    if (!(cause instanceof LibreTimeError) || !cause.maybeSaved) throw cause;
    const found = await find().catch((unread: unknown) => {
      throw new Refusal({ code: "OUTCOME_UNKNOWN", what: cause.what }, { cause: unread });
    });
    if (found === undefined) throw cause;
    return found;
  }
}

type Written = Wanted & { readonly stationShowId: number; readonly instanceId: number; readonly playoutId: number };

async function readBack({ deps, libretime }: Act, written: Written, leaving: ReadonlySet<SlotId>): Promise<void> {
  const { slot, track, episode, show, instanceId, playoutId, stationShowId } = written;
  const arriving = {
    id: `arriving:${playoutId}`, episodeId: episode.id, showId: show.id, ...slot, title: episode.title, showName: show.title,
    trackId: track.id, instanceId, playoutId, ownsInstance: true,
  };
  const { rows, conflicts } = await judgeNow(deps, libretime, { slot, trackId: track.id, stationShowId }, { leaving: () => leaving, arriving });
  const row = rows.find((each) => each.id === playoutId);
  if (!row || !isAsWanted(row, written)) throw new Refusal({ code: "LIBRETIME_ANSWER", what: `row ${playoutId} does not read back as it was written` });
  if (conflicts.length > 0) throw new Refusal({ code: conflictCode(conflicts), conflicts });
}

function isAsWanted(row: Row, { track, slot, instanceId }: Written): boolean {
  const fit = fitTrack(track, slot);
  const { startsAt, endsAt } = airtimeOf(row);
  return row.instanceId === instanceId && row.trackId === track.id && startsAt === fit.startsAt && endsAt === fit.endsAt;
}

async function saveSlot(act: Act, { episode, show, track, slot }: Wanted, ids: Pick<SlotRecord, "instanceId" | "playoutId" | "ownsInstance">): Promise<SlotRecord> {
  const ended = await act.journal.begin("save-slot");
  const saved = await createSlot({ episodeId: episode.id, showId: show.id, ...slot, trackId: track.id, trackSeconds: track.length, ...ids, plannedById: act.actor.id });
  act.undo.push(`the slot ${saved.id}`, () => deleteSlot(saved.id));
  await ended("done", { slotId: saved.id });
  return saved;
}

/** The rows within a day around that time: where "is this instance empty?" is answered. */
export function rowsAround(libretime: Act["libretime"], slot: Interval): Promise<readonly Row[]> {
  return libretime.schedule.window({ startsAt: earlier(slot.startsAt, DAY), endsAt: later(slot.endsAt, DAY) });
}

/** How much of a slot stays silent, or of its track unheard, in whole seconds. */
export function differenceOf(slot: Interval, trackSeconds: number): { readonly deadAir: number; readonly cut: number } {
  const difference = timeBetween(slot.startsAt, slot.endsAt) - trackSeconds;
  return { deadAir: Math.max(0, difference), cut: Math.max(0, -difference) };
}
