import { randomUUID } from "node:crypto";
import type { Problem } from "@/domain/problems";
import { slotStandingAs } from "@/server/cms/slots";
import { Refusal } from "@/server/refusal";
import type { Act } from "./act";
import type { ActAnswer } from "./answers";
import { finish } from "./carry-out";
import { factsOf, placedOf, type Arrival, type Departure, type Facts } from "./facts";
import { keepSlots } from "./keep-slots";
import type { Placed } from "./put-on";
import { readBack } from "./read-back";
import { hasBegun, isAsWanted } from "./standing";
import { restore, takeBack } from "./take-back";
import { takeOff } from "./take-off";

/**
 * Ends an operation that something has stopped, by reading LibreTime: what is all there as it was wanted is
 * completed, and its answer given; everything else is taken back in reverse, only by ids of our own journal, and
 * null is the answer. Doing it twice does nothing the second time. Fails while LibreTime cannot be read.
 */
export async function settle(act: Act, why: { readonly problem: Problem } | null): Promise<ActAnswer | null> {
  // Settling has the time that is kept for it; what the act itself may take is over.
  const later: Act = { ...act, libretime: act.afterwards };
  await later.journal.prove();
  const facts = await factsOf(later);
  if (await isToBeCompleted(later, facts)) return complete(later, facts);
  await takeBack(later, facts);
  await later.journal.close("undone", why);
  return null;
}

/** Is all that was wanted there, and is nobody in its way? What has begun to air stays in any case. */
async function isToBeCompleted(act: Act, { arrivals, departures }: Facts): Promise<boolean> {
  if (arrivals.some(({ standing }) => standing && hasBegun(act.deps, standing))) return true;
  const isThere = arrivals.every(({ arriving, instanceId, standing }) => standing !== null && instanceId !== null && isAsWanted(standing, arriving, instanceId));
  const isGone = departures.every(({ standing, back }) => standing === null && back === null);
  if (!isThere || !isGone) return false;
  // What it replaced was taken off only after nobody was found in the way.
  return arrivals.length === 0 || departures.some(({ isOurDoing }) => isOurDoing) || hasTheTime(act, arrivals);
}

async function hasTheTime(act: Act, arrivals: readonly Arrival[]): Promise<boolean> {
  try {
    await readBack(act, arrivals.map((each) => placedOf(each)!));
    return true;
  } catch (cause) {
    if (cause instanceof Refusal) return false;
    throw cause;
  }
}

async function complete(act: Act, { arrivals, departures }: Facts): Promise<ActAnswer> {
  const staying = departures.filter(({ standing }) => standing && hasBegun(act.deps, standing));
  for (const { slot } of staying) await restore(act, slot);
  const placed: Placed[] = [];
  for (const each of arrivals.flatMap((arrival) => placedOf(arrival) ?? [])) placed.push(await apart(each, staying));
  await keepSlots(act, placed);
  const leaving = departures.filter((each) => !staying.includes(each)).map(({ slot }) => slot);
  await takeOff(act, leaving);
  return finish(act, placed, leaving);
}

/** What stays where it was keeps its record: what should have moved is one of its own then, and the same one each time. */
async function apart(placed: Placed, staying: readonly Departure[]): Promise<Placed> {
  if (!staying.some(({ slot }) => slot.id === placed.slotId)) return placed;
  const kept = await slotStandingAs(placed);
  return { ...placed, slotId: kept?.id ?? randomUUID() };
}
