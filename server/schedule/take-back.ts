import { mediaOf, wantedRow, type WantedRow } from "@/domain/content";
import type { SlotId } from "@/domain/ids";
import type { OurSlot } from "@/domain/picture";
import { seconds } from "@/domain/time";
import { trackOf } from "@/domain/tracks";
import { createSlot, deleteSlot, findSlot, updateSlot } from "@/server/cms/slots";
import { findShowById, isLinked, linkShow } from "@/server/cms/shows";
import type { OperationStep, ShowSign, SlotRecord } from "@/server/cms/records";
import { log } from "@/server/log";
import type { Act } from "./act";
import { asStand, placedOf, type Arrival, type Departure, type Facts } from "./facts";
import { inGroups } from "./in-groups";
import { noteEpisodes } from "./note-episodes";
import { makeInstance, makeRow } from "./put-on";
import { asArrived } from "./read-back";
import { hasBegun, isSameStand, standingAs, standOf } from "./standing";
import { step } from "./step";
import { deleteIfEmpty } from "./take-off";
import { asOurSlot, judgeNow } from "./world";
import { deleteSurely } from "./write-once";

/**
 * Takes back what an operation did, in reverse: what left is put back before what arrived goes, since what came
 * first carries what came later. Only what the journal names as ours is deleted.
 */
export async function takeBack(act: Act, { arrivals, departures }: Facts): Promise<void> {
  const arrived = arrivals.flatMap((each) => placedOf(each) ?? []).map(asArrived);
  await inGroups(departures, (each) => putBack(act, each, arrived));
  await inGroups(arrivals.toReversed(), (each) => removeArrival(act, each, departures));
  await removeShows(act);
  await noteEpisodes(act.deps, [...arrivals.map((each) => each.arriving), ...departures.map((each) => each.slot)]);
}

/** Takes back only what these steps made: what was found there before has had its own life since, and so has a show that somebody linked. */
export async function takeBackMade(act: Act, made: readonly OperationStep[]): Promise<void> {
  await inGroups(made.toReversed(), (each) => removeMade(act, each));
  const shows = new Set(made.filter(({ what }) => what === "create-show").map(({ libretimeId }) => libretimeId));
  await removeShows(act, async (id) => !shows.has(id) || isLinked(id));
}

async function removeMade(act: Act, made: OperationStep): Promise<void> {
  const whose = { slotId: made.slotId ?? "", ownsInstance: true };
  if (made.what === "create-instance") return removeFromStation(act, { ...whose, standing: null, instanceId: made.libretimeId! });
  if (made.what === "create-row") return removeFromStation(act, { ...whose, standing: await standingAs(act.afterwards, asStand(made)), instanceId: null });
}

async function putBack(act: Act, { slot, standing, back, backInstanceId, isOurDoing, isHomeLeaving }: Departure, arrived: readonly OurSlot[]): Promise<void> {
  if (standing) return restore(act, slot);
  if (back) return restore(act, slot, { ...standOf(back), ownsInstance: standOf(back).instanceId === slot.instanceId ? slot.ownsInstance : true });
  // What somebody else took away is theirs to explain: the grid says that it is missing.
  if (!isOurDoing || !(await hasItsTime(act, slot, [...arrived, atHome(slot, backInstanceId)]))) return restore(act, slot);
  const { libretime, deps } = act;
  // What of a live hold is gone is its instance, and one that LibreTime's own calendar has deleted holds nothing.
  const isHome = slot.playoutId !== null && (await libretime.instances.get(slot.instanceId)) !== null;
  if (!isHome) deps.mirror.forget({ instance: slot.instanceId });
  // It would take along what is put into it (R300).
  if (isHome && isHomeLeaving) throw new Error(`instance ${slot.instanceId} may still be deleted`);
  const whose = { slotId: slot.id, back: true } as const;
  const madeBefore = slot.playoutId === null ? null : backInstanceId;
  const instanceId = isHome ? slot.instanceId : (madeBefore ?? (await makeInstance(act, whose, await stationShowOf(act, slot), slot)));
  const { content, wanted } = matterOf(act, slot);
  const playoutId = wanted && (await makeRow(act, whose, instanceId, wanted));
  await restore(act, slot, { instanceId, playoutId, ownsInstance: isHome ? slot.ownsInstance : true, content });
}

/** Our record as it was, under its own id; with the ids of what stands for it now. */
export async function restore(act: Act, slot: SlotRecord, ids: Partial<SlotRecord> = {}): Promise<void> {
  const { id, version: _, ...facts } = { ...slot, ...ids };
  const now = await findSlot(id);
  if (now && isSameStand(now, facts) && now.startsAt === facts.startsAt && now.endsAt === facts.endsAt) return;
  await step(act, { what: "save-slot", slotId: id }, async () => void (now ? await updateSlot(id, facts) : await createSlot({ id, ...facts })));
}

/** The slot as it stood. Its instance, also one that was there before or that another try has made, is not in its own way. */
function atHome(slot: SlotRecord, backInstanceId: number | null): OurSlot {
  return { ...asOurSlot(slot), instanceId: backInstanceId ?? slot.instanceId, ownsInstance: true };
}

/** Somebody else may have taken the time since: then it stays off, and the grid says that it is missing. */
async function hasItsTime({ deps, libretime, journal, unsettled }: Act, slot: SlotRecord, arrived: readonly OurSlot[]): Promise<boolean> {
  const leaving = new Set(journal.effects().leaving.map(({ id }) => id));
  const { conflicts } = await judgeNow(deps, libretime, { slot, ...mediaOf(slot.content), stationShowId: null }, { leaving, arriving: arrived, unsettled });
  if (conflicts.length > 0) log.warn({ event: "not_put_back", slotId: slot.id }, `[SCHEDULE] The time of slot ${slot.id} was taken before it could be put back`);
  return conflicts.length === 0;
}

/** It was good enough to stand there: what LibreTime says of the file by now does not decide. */
function matterOf({ deps }: Act, slot: SlotRecord): { readonly content: SlotRecord["content"]; readonly wanted: WantedRow | null } {
  const { content } = slot;
  const track = content.kind === "track" ? trackOf(deps.mirror.files.get(content.trackId)) : null;
  const [now, cueIn] = content.kind === "track" && track?.ok ? [{ ...content, trackSeconds: track.value.length as number }, track.value.cueIn] : [content, seconds(0)];
  return { content: now, wanted: wantedRow({ ...slot, content: now, cueIn }) };
}

async function stationShowOf({ deps }: Act, { instanceId, showId }: SlotRecord): Promise<number> {
  const linked = deps.mirror.instances.get(instanceId)?.showId ?? (await findShowById(showId))?.libretimeShowId;
  if (linked === null || linked === undefined) throw new Error(`the show ${showId} has no show in LibreTime`);
  return linked;
}

async function removeArrival(act: Act, arrival: Arrival, departures: readonly Departure[]): Promise<void> {
  const { slotId } = arrival.arriving;
  const isNew = !departures.some(({ slot }) => slot.id === slotId);
  if (isNew && (await findSlot(slotId))) await step(act, { what: "delete-slot", slotId }, () => deleteSlot(slotId));
  await removeFromStation(act, { ...arrival, slotId });
}

async function removeFromStation(act: Act, { slotId, standing, instanceId, ownsInstance }: Pick<Arrival, "standing" | "instanceId" | "ownsInstance"> & { readonly slotId: SlotId }): Promise<void> {
  const { libretime, deps, journal } = act;
  if (standing && hasBegun(deps, standing)) throw new Error(`what stands of slot ${slotId} has begun to air`);
  if (standing && "row" in standing) {
    const { row } = standing;
    await step(act, { what: "delete-row", libretimeId: row.id, slotId }, () => deleteSurely(() => libretime.schedule.delete(row.id), async () => (await libretime.schedule.get(row.id)) !== null));
    undone(journal, "create-row", row.id);
  }
  if (ownsInstance && instanceId !== null) {
    // An instance takes its rows along (R300): one that somebody has filled meanwhile is theirs by now.
    const isGone = await step(act, { what: "delete-instance", libretimeId: instanceId, slotId }, () => deleteIfEmpty(libretime, instanceId).catch(() => deleteIfEmpty(libretime, instanceId)));
    if (isGone) {
      deps.mirror.forget({ instance: instanceId });
      undone(journal, "create-instance", instanceId);
    }
  }
}

/** A show is deleted with all that is in it (R304): only one that a fresh list shows empty goes back. */
async function removeShows(act: Act, isKept: (id: number) => Promise<boolean> = async () => false): Promise<void> {
  const { libretime, deps, journal } = act;
  for (const { libretimeId, sign } of journal.steps().filter(({ what, outcome }) => what === "create-show" && outcome === "done")) {
    const id = libretimeId!;
    const { showId, linkedBefore } = sign as ShowSign;
    if ((await isKept(id)) || (await libretime.instances.list()).some((each) => each.showId === id)) continue;
    await step(act, { what: "delete-show", libretimeId: id }, () => deleteSurely(() => libretime.shows.delete(id), async () => (await libretime.shows.get(id)) !== null));
    if ((await findShowById(showId))?.libretimeShowId === id) await linkShow(showId, linkedBefore);
    deps.mirror.forget({ show: id });
    undone(journal, "create-show", id);
  }
}

function undone(journal: Act["journal"], what: string, libretimeId: number): void {
  for (const each of journal.steps()) if (each.what === what && each.libretimeId === libretimeId) journal.learn(each, "undone");
}
