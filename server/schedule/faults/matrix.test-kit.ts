import { at, givenStation, stationShows, type Given } from "../given/given.test-kit";
import { describe, expect, test } from "vitest";
import { mediaOf } from "@/domain/content";
import type { SlotState } from "@/domain/slots";
import { unfinishedOperations } from "@/server/cms/operations";
import type { SlotRecord } from "@/server/cms/records";
import type { FaultKind } from "@/station/station";
import type { Deps } from "../deps";
import { foreign, row } from "../given/foreign.test-kit";
import { mortal, type Death } from "../given/mortal.test-kit";
import { listSlots } from "../list-slots";
import { problemIn } from "../problem-in";
import { settleAll } from "../settle-open";
import { expectFired, expectKilled } from "./fired.test-kit";

/** An act as the matrix breaks it: what stands before it, and the act itself by some process. */
export type Broken = {
  readonly name: string;
  /** The procedure whose act it is. */
  readonly procedure: string;
  readonly before?: (given: Given) => Promise<unknown>;
  /** How the grid shows what stands before: as it should be, unless told. */
  readonly isBefore?: SlotState;
  readonly act: (given: Given, deps: Deps, earlier: unknown) => Promise<unknown>;
};

/** What a matrix has been seen to break; pinned, so that nothing drops out of it unseen. */
export type Pinned = {
  /** The requests that are sent, in any order. */
  readonly requests: readonly string[];
  /** In so many places it is broken: each request by each fault that can meet it. */
  readonly places: number;
};

/** A request of an act: "POST /schedule", ids as `*`, and its number among those alike. */
export type Request = { readonly route: string; readonly nth: number; readonly index: number };
export type Kind = FaultKind | "killed-before" | "killed-after";
type Cell = { readonly request: Request; readonly kind: Kind };
export type Kinds = { readonly ofReads: readonly Kind[]; readonly ofWrites: readonly Kind[] };
export type Case = Broken & Pinned;

const ofReads: readonly Kind[] = ["refuse", "hang", "cut-before", "500", "html", "killed-before", "killed-after"];
const everything: Kinds = { ofReads, ofWrites: [...ofReads, "cut-after-saving", "500-but-saved", "hang-after-saving"] };
/** What faults of several kinds come to, by one of them. Plans, moves, unplans and repairs meet every kind. */
export const eachConsequence: Kinds = {
  ofReads: ["refuse", "html", "killed-after"],
  ofWrites: ["refuse", "cut-before", "500-but-saved", "hang-after-saving", "killed-before", "killed-after"],
};
/** One fault of each consequence: nothing saved, saved and not known, and the two ends of a process. */
export const oneOfEach: Kinds = {
  ofReads: ["500", "killed-before"],
  ofWrites: ["cut-before", "500-but-saved", "killed-before", "killed-after"],
};

/** Tests each act with these faults at every request that it sends. */
export async function breakEverywhere(cases: readonly Case[], kinds: Kinds = everything): Promise<void> {
  for (const broken of cases) {
    const { routes, wanted } = await measure(broken);
    testCells(broken, routes, kinds, (cell) => breakAt(broken, cell, wanted));
  }
}

/** A test for each request and each fault that can meet it, and one that they are all there. */
export function testCells(
  { name, requests, places }: Pick<Broken, "name"> & Pinned,
  routes: readonly string[],
  kinds: Kinds,
  breakIt: (cell: Cell) => Promise<void>,
): void {
  const sent = routes.map((route, index): Request => ({
    route,
    index: index + 1,
    nth: routes.slice(0, index + 1).filter((each) => each === route).length,
  }));
  const cells = sent.flatMap((request) =>
    (request.route.startsWith("GET") ? kinds.ofReads : kinds.ofWrites).map((kind) => ({ request, kind })),
  );
  describe(name, () => {
    test(`sends its ${requests.length} requests, and is broken in ${places} places`, () => {
      expect(routes.toSorted()).toEqual(requests.toSorted());
      expect(cells).toHaveLength(places);
    });
    test.each(cells)("whose $request.route #$request.nth meets $kind leaves one truth", breakIt);
  });
}

/** What the act sends; and what stands when nothing goes wrong. */
async function measure(
  broken: Broken,
): Promise<{ readonly routes: readonly string[]; readonly wanted: readonly string[] }> {
  await using given = await stationBefore(broken);
  const routes = await given.requestsOf(() => broken.act(given, given.deps, given.earlier));
  return { routes, wanted: await standing(given) };
}

/** What is heard, and which times LibreTime's instances hold: a live hold is heard by nobody before it is live. */
export async function standing(given: Given): Promise<readonly string[]> {
  const { "show-instances": instances } = await given.station.snapshot();
  return [
    ...(await given.heard()),
    ...instances.map(({ starts_at, ends_at }) => `${String(starts_at)}–${String(ends_at)}`).toSorted(),
  ];
}

/** A station with a neighbour that is not ours on either side, and what the act begins with. */
export async function stationBefore(broken: Pick<Broken, "before">, kind?: Kind) {
  const given = await givenStation({ timeoutMs: kind?.startsWith("hang") ? 600 : undefined });
  const jazz = await foreign(given, "18:00", "19:00");
  await row(given, jazz, "18:00", "18:45");
  await foreign(given, "23:15", "23:45", { show: stationShows.breakfast });
  const earlier = await broken.before?.(given);
  const { shows, ...world } = await given.station.snapshot();
  return Object.assign(given, {
    earlier,
    theirs: theirsIn(world, await given.slots()),
    showIds: shows.map(({ id }) => id),
  });
}
export type StationBefore = Awaited<ReturnType<typeof stationBefore>>;

type World = Pick<Awaited<ReturnType<Given["station"]["snapshot"]>>, "schedule" | "show-instances">;

/** What is not ours, with every field that LibreTime keeps. */
function theirsIn({ schedule, "show-instances": instances }: World, records: readonly SlotRecord[]) {
  return {
    rows: schedule.filter(({ id }) => !records.some(({ playoutId }) => playoutId === id)),
    instances: instances.filter(
      ({ id }) => !records.some(({ instanceId, ownsInstance }) => ownsInstance && instanceId === id),
    ),
  };
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
  await expectOneTruth(given, deps, JSON.stringify(after) === JSON.stringify(before) ? broken.isBefore : undefined);
}

async function outcomeOf(
  given: StationBefore,
  broken: Broken,
  { route, nth, index }: Request,
  kind: Kind,
): Promise<string> {
  if (isKill(kind)) {
    const death = deathAt(index, kind);
    const { deps, died } = mortal(given.deps, death);
    await expectKilled(given.station, death, () =>
      Promise.race([died.then(() => "killed"), told(broken.act(given, deps, given.earlier))]),
    );
    return "killed";
  }
  // A read is sent again, and may be lucky: it meets the same each time.
  const fault = { route, kind, nth, times: route.startsWith("GET") && kind !== "hang" ? 3 : 1 };
  return expectFired(given.station, fault, () => told(broken.act(given, given.deps, given.earlier)));
}

export function isKill(kind: Kind): kind is "killed-before" | "killed-after" {
  return kind === "killed-before" || kind === "killed-after";
}

/** Where a process ends that is killed at that request. */
export function deathAt(nth: number, kind: "killed-before" | "killed-after"): Death {
  return { nth, when: kind === "killed-before" ? "before" : "after" };
}

function told(act: Promise<unknown>): Promise<string> {
  return act.then(
    () => "success",
    (cause: unknown) => {
      const problem = problemIn(cause);
      if (!problem || problem.code === "INTERNAL") throw cause;
      return problem.code;
    },
  );
}

/** The grid, our records and LibreTime say the same, what is not ours is as it was, and settling once more does nothing. */
export async function expectOneTruth(
  given: StationBefore,
  deps: Deps,
  state: SlotState = "on-libretime",
): Promise<void> {
  expect(await unfinishedOperations()).toEqual([]);
  const [records, { slots }, world] = [
    await given.slots(),
    await listSlots(deps, { from: at("00:00"), to: at("48:00") }),
    await given.station.snapshot(),
  ];
  const { schedule, "show-instances": instances, shows } = world;
  const theirs = theirsIn(world, records);
  expect(theirs).toEqual(given.theirs);
  expect(
    sorted(
      schedule
        .filter((each) => !theirs.rows.includes(each))
        .map(({ id, instance, file, stream }) => [id, instance, file, stream]),
    ),
  ).toEqual(
    sorted(
      records.flatMap(({ playoutId, instanceId, content }) =>
        playoutId === null ? [] : [[playoutId, instanceId, mediaOf(content).trackId, mediaOf(content).streamId]],
      ),
    ),
  );
  const own = instances.filter((each) => !theirs.instances.includes(each));
  expect(
    sorted(own.map(({ id, starts_at, ends_at }) => [id, Date.parse(String(starts_at)), Date.parse(String(ends_at))])),
  ).toEqual(
    sorted(
      records
        .filter(({ ownsInstance }) => ownsInstance)
        .map(({ instanceId, startsAt, endsAt }) => [instanceId, startsAt, endsAt]),
    ),
  );
  expect(slots.filter(({ kind }) => kind === "planned").map((each) => each.state)).toEqual(records.map(() => state));
  const used = new Set(instances.map(({ show }) => show));
  expect(shows.filter(({ id }) => !given.showIds.includes(id) && !used.has(id))).toEqual([]);
  const requests = await given.requestsOf(() => settleAll(deps));
  expect(requests.filter((each) => !each.startsWith("GET"))).toEqual([]);
  expect(await given.station.snapshot()).toEqual(world);
}

function sorted(all: readonly unknown[]): readonly string[] {
  return all.map((each) => JSON.stringify(each)).toSorted();
}
