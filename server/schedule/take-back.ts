import { isHome, isOurShow, isSameHome, type Claim, type Home } from "@/domain/identity";
import { mediaOf, wantedRow, type WantedRow } from "@/domain/content";
import type { SlotId } from "@/domain/ids";
import type { OurSlot } from "@/domain/picture";
import { seconds } from "@/domain/time";
import { trackOf } from "@/domain/tracks";
import { deleteSlot, findSlot } from "@/server/cms/slots";
import { findShowById, isLinked, linkShow } from "@/server/cms/shows";
import type { OperationStep, RowSign, ShowSign, SlotRecord } from "@/server/cms/records";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { log } from "@/server/log";
import { Refusal } from "@/server/refusal";
import type { Act } from "./context";
import { claimOfRow, homeMade, placedOf, type Arrival, type Departure, type Facts, type Found } from "./facts";
import { inGroups } from "./in-groups";
import { noteEpisodes } from "./note-episodes";
import { withLinkThatCounts } from "./linked-show";
import { makeInstance, makeRow } from "./put-on";
import { restore } from "./restore";
import { asArrived } from "./read-back";
import { hasBegun, standingAs, standOf } from "./standing";
import { step } from "./step";
import { deleteIfEmpty, readHome } from "./take-off";
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

/**
 * Takes back what was found late: what was there before has had its own life since, and so has a show that somebody
 * linked. What cannot go yet stays `absent` in the journal, and is looked for again.
 */
export async function takeBackLate(act: Act, found: readonly Found[]): Promise<void> {
  for (const { step: made, libretimeId } of found.toReversed()) {
    const slotId = made.slotId ?? "";
    const isGone =
      made.what === "create-show"
        ? await removeShow(act, libretimeId, made.sign as ShowSign, isLinked)
        : made.what === "create-instance"
          ? await removeFromStation(act, { slotId, claim: null, home: homeMade({ ...made, libretimeId }) })
          : await removeLateRow(act, made, libretimeId);
    if (isGone) act.journal.learn(made, "undone", libretimeId);
  }
}

/** A row of which the journal does not say in which instance it was to lie is left alone: another one may look like it. */
async function removeLateRow(act: Act, { slotId = "", sign }: OperationStep, playoutId: number): Promise<boolean> {
  const claim = claimOfRow(sign as RowSign, playoutId);
  return (
    claim !== null &&
    (await standingAs(act.libretime, claim)) !== null &&
    removeFromStation(act, { slotId, claim, home: null })
  );
}

async function putBack(
  act: Act,
  { slot, standing, back, backHome, isOurDoing, isHomeLeaving }: Departure,
  arrived: readonly OurSlot[],
): Promise<void> {
  if (standing) return restore(act, slot);
  if (back)
    return restore(act, slot, {
      ...standOf(back),
      ownsInstance: isSameHome(standOf(back), slot) ? slot.ownsInstance : true,
    });
  // What somebody else took away is theirs to explain: the grid says that it is missing.
  if (!isOurDoing || isOver(act, slot) || !(await hasItsTime(act, slot, [...arrived, atHome(slot, backHome)])))
    return leaveOff(act, slot);
  // What of a live hold is gone is its instance, and one that LibreTime's own calendar has deleted holds nothing.
  const isThere = async (home: Home): Promise<boolean> =>
    isHome(await readHome(act, home.instanceId), home) && slot.playoutId !== null;
  const isHomeThere = await isThere(slot);
  // It would take along what is put into it (R300).
  if (isHomeThere && isHomeLeaving) throw new Error(`instance ${slot.instanceId} may still be deleted`);
  const madeBefore = backHome && !isHomeThere && (await isThere(backHome)) ? backHome : null;
  try {
    await restore(act, slot, {
      ...(await makeAgain(act, slot, isHomeThere ? slot : madeBefore)),
      ...(isHomeThere ? {} : { ownsInstance: true }),
    });
  } catch (cause) {
    if (!isGoneForGood(cause)) throw cause;
    log.warn(
      { event: "not_put_back", slotId: slot.id },
      `[SCHEDULE] Slot ${slot.id} cannot be put back: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
    await leaveOff(act, slot);
  }
}

/** It stays off, and so do the empty instances that were to put it back. */
async function leaveOff(act: Act, slot: SlotRecord): Promise<void> {
  const made = act.journal
    .steps()
    .filter(
      ({ what, back, slotId, outcome }) =>
        what === "create-instance" && back === true && slotId === slot.id && outcome === "done",
    );
  for (const each of made) await removeFromStation(act, { slotId: slot.id, claim: null, home: homeMade(each) });
  await restore(act, slot);
}

/** What stood there once more, in that instance or in a new one. */
async function makeAgain(
  act: Act,
  slot: SlotRecord,
  there: Home | null,
): Promise<Pick<SlotRecord, "instanceId" | "mark" | "playoutId" | "content">> {
  const whose = { slotId: slot.id, back: true } as const;
  const { instanceId, mark } = there ?? (await makeInstance(act, whose, await stationShowOf(act, slot), slot));
  const { content, wanted } = matterOf(act, slot);
  return { instanceId, mark, playoutId: wanted && (await makeRow(act, whose, { instanceId, mark }, wanted)), content };
}

/** Does LibreTime not have what it is made of any more? Then nothing will bring it back, and the grid says that it is missing. */
function isGoneForGood(cause: unknown): boolean {
  if (cause instanceof LibreTimeError) return cause.refersToNothing("show");
  return (
    cause instanceof Refusal && ["SHOW_NOT_FOUND", "TRACK_NOT_READY", "STREAM_NOT_FOUND"].includes(cause.problem.code)
  );
}

/** The slot as it stood. Its instance, also one that was there before or that another try has made, is not in its own way. */
function atHome(slot: SlotRecord, backHome: Home | null): OurSlot {
  return { ...asOurSlot(slot), ...backHome, ownsInstance: true };
}

/** What is put where nobody hears it any more would only say that it was heard: the grid says that it is missing. */
function isOver({ deps }: Act, slot: SlotRecord): boolean {
  const isPast = slot.endsAt <= deps.now();
  if (isPast)
    log.warn(
      { event: "not_put_back", slotId: slot.id },
      `[SCHEDULE] The time of slot ${slot.id} was over before it could be put back`,
    );
  return isPast;
}

/** Somebody else may have taken the time since: then it stays off, and the grid says that it is missing. */
async function hasItsTime(
  { deps, libretime, journal, unsettled }: Act,
  slot: SlotRecord,
  arrived: readonly OurSlot[],
): Promise<boolean> {
  const effects = journal.effects();
  // What arrived goes, also what of it is in our records alone by now.
  const leaving = new Set([...effects.leaving.map(({ id }) => id), ...effects.arriving.map(({ slotId }) => slotId)]);
  const { conflicts } = await judgeNow(
    deps,
    libretime,
    { slot, ...mediaOf(slot.content), stationShowId: null },
    { leaving, arriving: arrived, unsettled },
  );
  if (conflicts.length > 0)
    log.warn(
      { event: "not_put_back", slotId: slot.id },
      `[SCHEDULE] The time of slot ${slot.id} was taken before it could be put back`,
    );
  return conflicts.length === 0;
}

/** It was good enough to stand there: what LibreTime says of the file by now does not decide. */
function matterOf(
  { deps }: Act,
  slot: SlotRecord,
): { readonly content: SlotRecord["content"]; readonly wanted: WantedRow | null } {
  const { content } = slot;
  const track = content.kind === "track" ? trackOf(deps.mirror.files.get(content.trackId)) : null;
  const [now, cueIn] =
    content.kind === "track" && track?.ok
      ? [{ ...content, trackSeconds: track.value.length as number }, track.value.cueIn]
      : [content, seconds(0)];
  return { content: now, wanted: wantedRow({ ...slot, content: now, cueIn }) };
}

/** The show that its instance was in; where that is the linked one, only while it still is the show that was linked. */
async function stationShowOf({ deps }: Act, { mark: { stationShowId }, showId }: SlotRecord): Promise<number> {
  const show = await findShowById(showId);
  const isElsewhere =
    stationShowId !== null && stationShowId !== show?.libretimeShowId && deps.mirror.shows.has(stationShowId);
  const linked = isElsewhere ? stationShowId : show && (await withLinkThatCounts(deps, show)).libretimeShowId;
  if (linked === null || linked === undefined) throw new Refusal({ code: "SHOW_NOT_FOUND", showId });
  return linked;
}

async function removeArrival(act: Act, arrival: Arrival, departures: readonly Departure[]): Promise<void> {
  const { slotId } = arrival.arriving;
  const isNew = !departures.some(({ slot }) => slot.id === slotId);
  if (isNew && (await findSlot(slotId)))
    await step(act, { what: "delete-slot", slotId }, () => deleteSlot(act.journal.operation, slotId));
  await removeFromStation(act, { slotId, claim: arrival.claim, home: arrival.ownsInstance ? arrival.home : null });
}

/** Something of a slot that is to go: what would be heard of it, and its instance if that was made for it. */
type Going = { readonly slotId: SlotId; readonly claim: Claim | null; readonly home: Home | null };

/** Both are read again just before they go, and must still be ours. Answers whether nothing of it is left. */
async function removeFromStation(act: Act, { slotId, claim, home }: Going): Promise<boolean> {
  const { libretime, deps, journal } = act;
  const standing = claim && (await standingAs(libretime, claim));
  if (standing && hasBegun(deps, standing)) throw new Error(`what stands of slot ${slotId} has begun to air`);
  if (standing && "row" in standing) {
    const { row } = standing;
    await step(act, { what: "delete-row", libretimeId: row.id, slotId }, () =>
      deleteSurely(
        () => libretime.schedule.delete(row.id),
        async () => (await standingAs(libretime, claim!)) !== null,
      ),
    );
    undone(journal, "create-row", row.id);
  }
  if (!home) return true;
  // An instance takes its rows along (R300): one that somebody has filled meanwhile is theirs by now.
  const isGone = await step(act, { what: "delete-instance", libretimeId: home.instanceId, slotId }, () =>
    deleteIfEmpty(act, home).catch(() => deleteIfEmpty(act, home)),
  );
  if (isGone) undone(journal, "create-instance", home.instanceId);
  return isGone;
}

async function removeShows(act: Act): Promise<void> {
  for (const { libretimeId, sign } of act.journal
    .steps()
    .filter(({ what, outcome }) => what === "create-show" && outcome === "done")) {
    await removeShow(act, libretimeId!, sign as ShowSign);
  }
}

/**
 * A show is deleted with all that is in it (R304): only one that is called as it was sent, and that a fresh list shows
 * empty, goes back. Answers whether nothing of ours is left of it.
 */
async function removeShow(
  act: Act,
  id: number,
  sign: ShowSign,
  isKept: (id: number) => Promise<boolean> = async () => false,
): Promise<boolean> {
  const { libretime, deps, journal } = act;
  if ((await isKept(id)) || (await libretime.instances.list()).some((each) => each.showId === id)) return false;
  const stands = async (): Promise<boolean> => {
    const found = await libretime.shows.get(id);
    return found !== null && isOurShow(sign, found);
  };
  if (await stands())
    await step(act, { what: "delete-show", libretimeId: id }, () =>
      deleteSurely(() => libretime.shows.delete(id), stands),
    );
  if ((await findShowById(sign.showId))?.libretimeShowId === id)
    await linkShow(
      journal.operation,
      sign.showId,
      sign.linkedBefore === null ? null : { id: sign.linkedBefore, known: sign.knownBefore ?? null },
    );
  const left = await libretime.shows.get(id);
  if (left) deps.mirror.remember({ show: left });
  else deps.mirror.forget({ show: id });
  undone(journal, "create-show", id);
  return true;
}

function undone(journal: Act["journal"], what: string, libretimeId: number): void {
  for (const each of journal.steps())
    if (each.what === what && each.libretimeId === libretimeId) journal.learn(each, "undone");
}
