import { randomUUID } from "node:crypto";
import type { SlotId } from "@/domain/ids";
import { problemOnWire, type Problem } from "@/domain/problems";
import type { Effects, SlotRecord } from "@/server/cms/records";
import { slotStandingAs } from "@/server/cms/slots";
import { Refusal } from "@/server/refusal";
import type { Act } from "./context";
import type { ActAnswer } from "./answers";
import { homelessOf, partedByTime, type Parted } from "./begun";
import { finish } from "./carry-out";
import { factsOf, placedOf, type Arrival, type Departure, type Facts } from "./facts";
import { keepSlots } from "./keep-slots";
import type { Placed } from "./put-on";
import { readBack } from "./read-back";
import { rewriteRecords } from "./rewrite-records";
import { hasBegun, isAsWanted } from "./standing";
import { restore } from "./restore";
import { takeBack } from "./take-back";
import { takeOff } from "./take-off";

/**
 * Ends an operation that something has stopped, by reading LibreTime: what is all there as it was wanted is
 * completed, and its answer given; everything else is taken back in reverse, only by ids of our own journal, and
 * null is the answer. Where something of it has begun to air, or has nowhere to go back to, that alone is completed:
 * the rest is taken back, and refused in the answer. Doing it twice does nothing the second time. Fails while
 * LibreTime cannot be read.
 */
export async function settle(act: Act, why: { readonly problem: Problem } | null): Promise<ActAnswer | null> {
  // Settling has the time that is kept for it; what the act itself may take is over.
  const later: Act = { ...act, libretime: act.afterwards };
  await later.journal.prove();
  // Of our records alone it is known what they were to be.
  if (later.journal.effects().records) return rewriteRecords(later);
  const facts = await factsOf(later);
  if (await isAllThere(later, facts)) return complete(later, { stays: facts, rest: NOTHING }, why);
  const homeless = homelessOf(later, facts);
  const parted = partedByTime(later, facts, homeless.length > 0 && (await hasTheTime(later, homeless)) ? homeless : []);
  if (parted.stays.arrivals.length > 0) return complete(later, parted, why);
  await takeBack(later, facts);
  await later.journal.close("undone", why);
  return null;
}

const NOTHING: Facts = { arrivals: [], departures: [] };

/** Is all that was wanted there, and is nobody in its way? What has begun to air is there in any case. */
async function isAllThere(act: Act, { arrivals, departures }: Facts): Promise<boolean> {
  const isOnAir = ({ standing }: Arrival) => standing !== null && hasBegun(act.deps, standing);
  const isThere = arrivals.every(
    (each) =>
      isOnAir(each) ||
      (each.standing !== null && each.home !== null && isAsWanted(each.standing, each.arriving, each.home.instanceId)),
  );
  const isGone = departures.every(({ standing, back }) => standing === null && back === null);
  if (!isThere || !isGone) return false;
  // What it replaced was taken off only after nobody was found in the way.
  return arrivals.every(isOnAir) || departures.some(({ isOurDoing }) => isOurDoing) || hasTheTime(act, arrivals);
}

async function hasTheTime(act: Act, arrivals: readonly Arrival[]): Promise<boolean> {
  try {
    await readBack(
      act,
      arrivals.map((each) => placedOf(each)!),
    );
    return true;
  } catch (cause) {
    if (cause instanceof Refusal) return false;
    throw cause;
  }
}

async function complete(
  act: Act,
  { stays: { arrivals, departures }, rest }: Parted,
  why: { readonly problem: Problem } | null,
): Promise<ActAnswer> {
  const staying = departures.filter(({ standing }) => standing && hasBegun(act.deps, standing));
  for (const { slot } of staying) await restore(act, slot);
  const placed: Placed[] = [];
  for (const each of arrivals.flatMap((arrival) => placedOf(arrival) ?? [])) placed.push(await apart(each, staying));
  await keepSlots(act, placed);
  const leaving = departures.filter((each) => !staying.includes(each)).map(({ slot }) => slot);
  await takeOff(act, leaving);
  if (rest.arrivals.length + rest.departures.length > 0) await takeBack(act, rest);
  act.journal.want(narrowed(act.journal.effects(), placed, leaving, why?.problem ?? { code: "STOPPED" }));
  return finish(act, placed);
}

/** What an operation has come to: what of it could not be is refused, each by its place in the list. */
function narrowed(
  { arriving, leaving, refused, untouched, askedAt }: Effects,
  placed: readonly Placed[],
  gone: readonly SlotRecord[],
  problem: Problem,
): Effects {
  const done = new Set([...placed.map((each) => each.arriving.slotId), ...gone.map(({ id }) => id)]);
  const lost = Object.entries(askedAt ?? {}).flatMap(([slotId, index]) =>
    done.has(slotId as SlotId) ? [] : [{ index, problem: problemOnWire(problem) }],
  );
  return {
    arriving: arriving.filter(({ slotId }) => placed.some((each) => each.arriving.slotId === slotId)),
    leaving: leaving.filter(({ id }) => gone.some((each) => each.id === id)),
    ...(refused && { refused: [...refused, ...lost] }),
    ...(untouched && { untouched }),
    ...(askedAt && { askedAt }),
  };
}

/** What stays where it was keeps its record: what should have moved is one of its own then, and the same one each time. */
async function apart(placed: Placed, staying: readonly Departure[]): Promise<Placed> {
  if (!staying.some(({ slot }) => slot.id === placed.slotId)) return placed;
  const kept = await slotStandingAs(placed);
  return { ...placed, slotId: kept?.id ?? randomUUID() };
}
