import { at, givenStation, stationShows, tracks, type Given } from "../given/given.test-kit";
import { describe, expect, test } from "vitest";
import { mediaOf } from "@/domain/content";
import { unfinishedOperations } from "@/server/cms/operations";
import type { FaultKind } from "@/station/station";
import type { Deps } from "../deps";
import { foreign, row } from "../given/foreign.test-kit";
import { mortal } from "../given/mortal.test-kit";
import { listSlots } from "../list-slots";
import { problemIn } from "../problem-in";
import { settleAll } from "../settle-open";

/** An act as the matrix breaks it: what stands before it, and the act itself by some process. */
export type Broken = {
  readonly name: string;
  readonly before?: (given: Given) => Promise<unknown>;
  /** How the grid shows what stands before: as it should be, unless told. */
  readonly isBefore?: "drifted";
  readonly act: (given: Given, deps: Deps, earlier: unknown) => Promise<unknown>;
};

/** A request of an act: "POST /schedule", ids as `*`, and its number among those alike. */
type Request = { readonly route: string; readonly nth: number; readonly index: number };
type Kind = FaultKind | "killed-before" | "killed-after";
type Cell = { readonly request: Request; readonly kind: Kind };

const ofReads: readonly Kind[] = ["refuse", "hang", "cut-before", "500", "html", "killed-before", "killed-after"];
const ofWrites: readonly Kind[] = [...ofReads, "cut-after-saving", "500-but-saved", "hang-after-saving"];

/** Tests the act with every fault at every request that it sends, and says in how many places that was. */
export async function breakEverywhere(broken: Broken): Promise<void> {
  const { cells, wanted } = await measure(broken);
  describe(broken.name, () => {
    test.each(cells)("whose $request.route #$request.nth meets $kind leaves one truth", (cell) => breakAt(broken, cell, wanted));
    test(`was broken in ${cells.length} places`, () => expect(cells.length).toBeGreaterThan(25));
  });
}

/** What the act sends, times everything that can go wrong with it; and what stands when nothing does. */
async function measure(broken: Broken): Promise<{ readonly cells: readonly Cell[]; readonly wanted: readonly string[] }> {
  await using given = await stationBefore(broken);
  const routes = await given.requestsOf(() => broken.act(given, given.deps, given.earlier));
  const requests = routes.map((route, index): Request => ({ route, index: index + 1, nth: routes.slice(0, index + 1).filter((each) => each === route).length }));
  const cells = requests.flatMap((request) => (request.route.startsWith("GET") ? ofReads : ofWrites).map((kind) => ({ request, kind })));
  return { cells, wanted: await standing(given) };
}

/** What is heard, and which times LibreTime's instances hold: a live hold is heard by nobody before it is live. */
async function standing(given: Given): Promise<readonly string[]> {
  const { "show-instances": instances } = await given.station.snapshot();
  return [...(await given.heard()), ...instances.map(({ starts_at, ends_at }) => `${String(starts_at)}–${String(ends_at)}`).toSorted()];
}

/** A station with a neighbour that is not ours on either side, and what the act begins with. */
async function stationBefore(broken: Broken, kind?: Kind) {
  const given = await givenStation({ timeoutMs: kind?.startsWith("hang") ? 600 : undefined });
  const jazz = await foreign(given, "18:00", "19:00");
  await row(given, jazz, "18:00", "18:45");
  await foreign(given, "23:15", "23:45", { show: stationShows.breakfast });
  const earlier = await broken.before?.(given);
  const owned = new Set((await given.slots()).filter((each) => each.ownsInstance).map(({ instanceId }) => instanceId));
  const { shows, "show-instances": instances } = await given.station.snapshot();
  return Object.assign(given, { earlier, theirs: instances.filter(({ id }) => !owned.has(Number(id))), showIds: shows.map(({ id }) => id) });
}

/**
 * Breaks the act there, starts anew, and settles: no double row, no orphan instance or show, no foreign change,
 * no success that was told and is not there, no refusal that was told and changed something; and settling twice
 * does nothing the second time.
 */
async function breakAt(broken: Broken, { request, kind }: Cell, wanted: readonly string[]): Promise<void> {
  await using given = await stationBefore(broken, kind);
  const before = await standing(given);
  const outcome = await outcomeOf(given, broken, request, kind);
  await given.station.clearFaults();
  // What a dead process had sent may still arrive for a while; then it is known.
  await given.setClock(at("12:01"));
  const deps = await given.restarted();
  await settleAll(deps);
  const after = await standing(given);
  expect([before, wanted]).toContainEqual(after);
  if (outcome === "success") expect(after).toEqual(wanted);
  else if (outcome !== "OUTCOME_UNKNOWN" && outcome !== "killed") expect(after).toEqual(before);
  expect(await unfinishedOperations()).toEqual([]);
  await expectOneTruth(given, deps, broken, JSON.stringify(after) === JSON.stringify(before));
  const [settled, requests] = [await given.station.snapshot(), await given.requestsOf(() => settleAll(deps))];
  expect(requests.filter((each) => !each.startsWith("GET"))).toEqual([]);
  expect(await given.station.snapshot()).toEqual(settled);
}

async function outcomeOf(given: Awaited<ReturnType<typeof stationBefore>>, broken: Broken, { route, nth, index }: Request, kind: Kind): Promise<string> {
  if (kind === "killed-before" || kind === "killed-after") {
    const { deps, died } = mortal(given.deps, { nth: index, when: kind === "killed-before" ? "before" : "after" });
    // An act that ends before that request was not killed, and says so.
    return Promise.race([died.then(() => "killed"), told(broken.act(given, deps, given.earlier))]);
  }
  // A read is sent again, and may be lucky: it meets the same each time.
  await given.station.fault({ route, kind, nth, times: route.startsWith("GET") && kind !== "hang" ? 3 : 1 });
  return told(broken.act(given, given.deps, given.earlier));
}

function told(act: Promise<unknown>): Promise<string> {
  return act.then(() => "success", (cause: unknown) => {
    const problem = problemIn(cause);
    if (!problem || problem.code === "INTERNAL") throw cause;
    return problem.code;
  });
}

/** The grid, our records and LibreTime say the same, and what is not ours is as it was. */
async function expectOneTruth(given: Awaited<ReturnType<typeof stationBefore>>, deps: Deps, { isBefore }: Broken, isAsBefore: boolean): Promise<void> {
  const [records, { slots }, { schedule, "show-instances": instances, shows }] = [await given.slots(), await listSlots(deps, { from: at("00:00"), to: at("48:00") }), await given.station.snapshot()];
  const ours = records.flatMap(({ playoutId, instanceId, content }) => (playoutId === null ? [] : [[playoutId, instanceId, mediaOf(content).trackId, mediaOf(content).streamId]]));
  expect(sorted(schedule.map(({ id, instance, file, stream }) => [id, instance, file, stream]))).toEqual(sorted([[1, 1, tracks.jazz, null], ...ours]));
  const theirs = instances.filter(({ id }) => !records.some(({ instanceId, ownsInstance }) => ownsInstance && instanceId === id));
  expect(theirs.map(({ created_at, id }) => [id, created_at])).toEqual(given.theirs.map(({ created_at, id }) => [id, created_at]));
  const own = instances.filter((each) => !theirs.includes(each));
  expect(sorted(own.map(({ id, starts_at, ends_at }) => [id, Date.parse(String(starts_at)), Date.parse(String(ends_at))])))
    .toEqual(sorted(records.filter(({ ownsInstance }) => ownsInstance).map(({ instanceId, startsAt, endsAt }) => [instanceId, startsAt, endsAt])));
  const drifted = isBefore === "drifted" && isAsBefore;
  expect(slots.filter(({ kind }) => kind === "planned").map(({ state }) => state)).toEqual(records.map(() => (drifted ? "changed" : "on-libretime")));
  const used = new Set(instances.map(({ show }) => show));
  expect(shows.filter(({ id }) => !given.showIds.includes(id) && !used.has(id))).toEqual([]);
}

function sorted(all: readonly unknown[]): readonly string[] {
  return all.map((each) => JSON.stringify(each)).toSorted();
}
