import { setTimeout as pause } from "node:timers/promises";
import type { Content } from "@/domain/content";
import { UNMARKED, type Claim, type Home } from "@/domain/identity";
import type { Arriving, InstanceSign, OperationStep, RowSign, ShowSign, SlotRecord } from "@/server/cms/records";
import type { Act } from "./context";
import { inGroups } from "./in-groups";
import type { Placed } from "./put-on";
import { findInstance, findRow, findShow, lookingFrom, tablesOf, type Looking, type Tables } from "./signs";
import { standingAs, standOf, type Standing } from "./standing";

/** What LibreTime has of a slot that was to arrive. */
export type Arrival = {
  readonly arriving: Arriving;
  readonly stationShowId: number | null;
  /** The instance that was made or used for it. */
  readonly home: Home | null;
  readonly ownsInstance: boolean;
  /** What was made of it and would be heard; null when nothing was. */
  readonly claim: Claim | null;
  /** What of that LibreTime has. */
  readonly standing: Standing | null;
};

/** What LibreTime has of a slot that was to leave. */
export type Departure = {
  readonly slot: SlotRecord;
  /** It as it was. */
  readonly standing: Standing | null;
  /** What was put back for it. */
  readonly back: Standing | null;
  /** The instance that was made to put it back. */
  readonly backHome: Home | null;
  /** Did this operation begin to delete it? */
  readonly isOurDoing: boolean;
  /** May its instance still be deleted, with whatever lies in it by then? */
  readonly isHomeLeaving: boolean;
};

/** What LibreTime has of all that an operation wanted. */
export type Facts = { readonly arrivals: readonly Arrival[]; readonly departures: readonly Departure[] };

/** LibreTime may carry out a request after its answer was lost: so long it is given. */
const GRACE_MS = 30_000;
/** What was lost a moment ago may come a moment later: it is looked for twice. */
const LATE_MS = 300;

/** Reads LibreTime for everything that the operation made and deleted. What cannot be known yet fails with a sentence. */
export async function factsOf(act: Act): Promise<Facts> {
  await lookForMade(act);
  const arrivals = await inGroups(act.journal.effects().arriving, (each) => arrivalOf(act, each));
  return { arrivals, departures: await inGroups(act.journal.effects().leaving, (each) => departureOf(act, each)) };
}

/** What was made by a step of which nobody had seen the end. */
export type Found = { readonly step: OperationStep; readonly libretimeId: number };

/** What LibreTime has saved of it after it was looked for and not found, whatever has come of its slots. The journal says `absent` until it is gone. */
export async function lateOf(looking: Looking, steps: readonly OperationStep[]): Promise<readonly Found[]> {
  const tables = tablesOf(looking.libretime);
  const found: Found[] = [];
  for (const step of steps) {
    const made = await findMade(looking, step, tables);
    if (made && !found.some((each) => each.step.what === step.what && each.libretimeId === made.id))
      found.push({ step, libretimeId: made.id });
  }
  return found;
}

/** The slot as it stands, whether or not it is as it was wanted; null when nothing of it does. */
export function placedOf({ arriving, stationShowId, ownsInstance, standing }: Arrival): Placed | null {
  return (
    standing && {
      slotId: arriving.slotId,
      arriving,
      stationShowId: stationShowId ?? 0,
      ...standOf(standing),
      ownsInstance,
    }
  );
}

/** Finds out of each thing that was to be made whether it was, and notes it in the journal. What was lost a moment ago is looked for twice. */
async function lookForMade(act: Act): Promise<void> {
  const { journal, deps } = act;
  const missing = () =>
    journal
      .steps()
      .filter(
        ({ sign, outcome }) =>
          sign !== undefined && (outcome === "wanted" || outcome === "unknown" || outcome === "absent"),
      );
  const isFresh = ({ outcome, at }: OperationStep) => outcome !== "absent" && deps.now() - at < GRACE_MS;
  const look = async (): Promise<void> => {
    const tables = tablesOf(act.afterwards);
    for (const step of missing()) {
      const found = await findMade(lookingFrom(act), step, tables);
      if (found) journal.learn(step, "done", found.id);
    }
  };
  await look();
  if (missing().some(isFresh)) {
    await pause(LATE_MS);
    await look();
  }
  for (const step of missing()) journal.learn(step, "absent");
}

function findMade(
  looking: Looking,
  { what, sign }: OperationStep,
  tables: Tables,
): Promise<{ readonly id: number } | undefined> {
  if (what === "create-show") return findShow(looking, sign as ShowSign, tables);
  return what === "create-instance" ? findInstance(tables, sign as InstanceSign) : findRow(looking, sign as RowSign);
}

async function arrivalOf({ journal, afterwards }: Act, arriving: Arriving): Promise<Arrival> {
  const made = (what: OperationStep["what"]) =>
    journal
      .steps()
      .findLast(
        (step) => step.what === what && step.slotId === arriving.slotId && !step.back && step.outcome === "done",
      );
  const [instance, row] = [made("create-instance"), made("create-row")];
  const home = instance ? homeMade(instance) : homeUsed(arriving);
  const isHold = arriving.content.kind === "live";
  const isMade = home !== null && (isHold ? instance : row)?.libretimeId !== undefined;
  const claim = isMade
    ? { ...arriving, ...home, playoutId: isHold ? null : row!.libretimeId!, ownsInstance: instance !== undefined }
    : null;
  return {
    arriving,
    home,
    claim,
    stationShowId: (instance?.sign as InstanceSign | undefined)?.stationShowId ?? arriving.stationShowId,
    ownsInstance: instance !== undefined,
    standing: claim && (await standingAs(afterwards, claim)),
  };
}

/** The instance that a step has made. */
export function homeMade({ libretimeId, sign }: OperationStep): Home | null {
  return libretimeId === undefined ? null : { instanceId: libretimeId, mark: sign as InstanceSign };
}

/** The instance that was used instead. Where no mark of it was kept, it is known by its show, its time and the row. */
function homeUsed({ reuse, reuseMark, stationShowId }: Arriving): Home | null {
  return reuse === null ? null : { instanceId: reuse, mark: reuseMark ?? { ...UNMARKED, stationShowId } };
}

/** The row of that id, if it is the one that was sent so, whatever has come of its slot; null when nobody kept the mark of its instance. */
export function claimOfRow(
  { instanceId, mark, trackId, streamId, startsAt, endsAt }: RowSign,
  playoutId: number,
): Claim | null {
  const content: Content =
    trackId === null
      ? { kind: "stream", streamId: streamId! }
      : { kind: "track", episodeId: "", trackId, trackSeconds: 0 };
  return mark ? { instanceId, mark, playoutId, startsAt, endsAt, content, ownsInstance: false } : null;
}

/** What was put back of a slot, by the step that has put it there. */
function claimOfBack(slot: SlotRecord, { what, libretimeId, sign }: OperationStep, backHome: Home | null): Claim {
  if (what === "create-instance") return { ...slot, ...backHome!, ownsInstance: true };
  const { instanceId, mark } = sign as RowSign;
  const kept = backHome?.instanceId === instanceId ? backHome.mark : slot.mark;
  return { ...slot, instanceId, mark: mark ?? kept, playoutId: libretimeId! };
}

async function departureOf({ journal, afterwards, deps }: Act, slot: SlotRecord): Promise<Departure> {
  const last = (isIt: (step: OperationStep) => boolean) =>
    journal.steps().findLast((step) => step.slotId === slot.id && isIt(step));
  const isHold = slot.playoutId === null;
  const standing = await standingAs(afterwards, slot);
  const deletionOfHome = last(({ what, libretimeId }) => what === "delete-instance" && libretimeId === slot.instanceId);
  const deletion = isHold
    ? deletionOfHome
    : last(({ what, libretimeId }) => what === "delete-row" && libretimeId === slot.playoutId);
  const isUnderway = (step: OperationStep | undefined) =>
    step !== undefined && (step.outcome === "wanted" || step.outcome === "unknown") && deps.now() - step.at < GRACE_MS;
  // As long as it may still go, what was put in its place stays: too much on air is better than silence.
  if (standing && isUnderway(deletion))
    throw new Error(`${isHold ? `instance ${slot.instanceId}` : `row ${slot.playoutId}`} may still be deleted`);
  const putBack = (what: OperationStep["what"]) =>
    last((step) => step.what === what && step.back === true && step.outcome === "done");
  const [back, madeAgain] = [putBack(isHold ? "create-instance" : "create-row"), putBack("create-instance")];
  const backHome = madeAgain ? homeMade(madeAgain) : null;
  return {
    slot,
    standing,
    back: back?.libretimeId === undefined ? null : await standingAs(afterwards, claimOfBack(slot, back, backHome)),
    backHome,
    isOurDoing: deletion !== undefined,
    isHomeLeaving: isUnderway(deletionOfHome),
  };
}
