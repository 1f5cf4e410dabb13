import { at, givenStation, streams, tracks, stationShows, type Given } from "./given/given.test-kit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { episodeIn, type Hold } from "@/domain/content";
import { overlap, type Interval } from "@/domain/interval";
import { instant, later, minutes, formatInstant } from "@/domain/time";
import { unfinishedOperations } from "@/server/cms/operations";
import type { SlotRecord } from "@/server/cms/records";
import type { FaultKind } from "@/station/station";
import type { Deps } from "./deps";
import { mortal, type Death } from "./given/mortal.test-kit";
import { listSlots } from "./list-slots";
import { moveOne, replaceOne } from "./move-one";
import { arrangeMany } from "./plan-many";
import { planHold, planOne } from "./plan-one";
import { problemIn } from "./problem-in";
import { repairOne } from "./repair-one";
import { settleAll } from "./settle-open";
import { unplanOne } from "./unplan-one";

/** Fifty sequences in every run of the tests; `MODEL_RUNS=500` for a night. */
const RUNS = Number(process.env["MODEL_RUNS"] ?? 50);

/** What is known of LibreTime beside our records: what others put there, and what we let go of. */
type Model = { readonly foreignRows: Set<number>; isDrifting: boolean };
type Real = { readonly given: Given; deps: Deps };
type Step = (model: Model, real: Real) => Promise<void>;
type Act = (real: Real, deps: Deps) => Promise<unknown>;

const quarter = fc.integer({ min: 0, max: 23 });
const length = fc.integer({ min: 1, max: 4 });
const which = fc.nat({ max: 9 });
const episode = fc.constantFrom("night1", "night2", "short", "tapes");
const hold = fc.constantFrom<Hold>({ kind: "live" }, { kind: "live", title: "Studio 1" }, { kind: "stream", streamId: streams.world });
const take = fc.constantFrom("ours", "libretime");
const death = fc.record({ nth: fc.integer({ min: 1, max: 8 }), when: fc.constantFrom("before", "after") });
const kind = fc.constantFrom<FaultKind>("refuse", "cut-before", "cut-after-saving", "500", "500-but-saved", "html", "hang", "hang-after-saving");
const route = fc.constantFrom("POST /show-instances", "POST /schedule", "DELETE /schedule/*", "DELETE /show-instances/*", "GET /schedule", "GET /show-instances/*");

function stretch(from: number, quarters: number): Interval {
  const startsAt = later(at("14:00"), minutes(15 * from));
  return { startsAt, endsAt: later(startsAt, minutes(15 * quarters)) };
}

/** One of our slots; null when there is none. */
async function pick({ given }: Real, index: number): Promise<SlotRecord | null> {
  const slots = await given.slots();
  return slots[index % Math.max(1, slots.length)] ?? null;
}

/** An act of a person: any refusal is an answer, anything else breaks the test. */
const anAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(episode, quarter, length).map(([name, from, quarters]): Act => ({ given }, deps) => planOne(deps, given.people.programmer, { ...given.wish(name, "14:00", "15:00"), ...scheduled(stretch(from, quarters)) })) },
  { weight: 3, arbitrary: fc.tuple(hold, quarter, length).map(([content, from, quarters]): Act => ({ given }, deps) => planHold(deps, given.people.programmer, { showId: given.shows.night, content, ...scheduled(stretch(from, quarters)) })) },
  { weight: 2, arbitrary: fc.tuple(which, quarter, length).map(([index, from, quarters]): Act => withSlot(index, ({ given }, deps, slot) => moveOne(deps, given.people.programmer, { slotId: slot.id, ...scheduled(stretch(from, quarters)) }))) },
  { weight: 2, arbitrary: which.map((index): Act => withSlot(index, ({ given }, deps, slot) => takeOff(given, deps, slot))) },
  { weight: 1, arbitrary: fc.tuple(which, episode).map(([index, name]): Act => withSlot(index, ({ given }, deps, slot) => replaceOne(deps, given.people.programmer, { ...given.wish(name, "14:00", "15:00"), ...scheduled(slot), replaces: [slot.id] }))) },
  { weight: 1, arbitrary: fc.tuple(which, take).map(([index, side]): Act => withSlot(index, ({ given }, deps, slot) => repairOne(deps, given.people.programmer, { slotId: slot.id, take: side }))) },
);

function takeOff({ people: { programmer } }: Given, deps: Deps, { id: slotId, content, startsAt: scheduledAt }: SlotRecord): Promise<unknown> {
  const episodeId = episodeIn(content);
  return episodeId === undefined ? arrangeMany(deps, programmer, { changes: [{ slotId, to: null }], mode: "all" }) : unplanOne(deps, programmer, { episodeId, scheduledAt });
}

function withSlot(index: number, act: (real: Real, deps: Deps, slot: SlotRecord) => Promise<unknown>): Act {
  return async (real, deps) => {
    const slot = await pick(real, index);
    return slot && act(real, deps, slot);
  };
}

function scheduled({ startsAt, endsAt }: Interval) {
  return { scheduledAt: startsAt, scheduledEnd: endsAt };
}

const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: anAct.map((act): Step => (model, real) => perform(model, real, () => act(real, real.deps))) },
  { weight: 2, arbitrary: fc.tuple(anAct, route, kind, fc.integer({ min: 1, max: 2 })).map(([act, at_, what, nth]): Step => async (model, real) => {
    await real.given.station.fault({ route: at_, kind: what, nth, times: 1 });
    await perform(model, real, () => act(real, real.deps));
    await real.given.station.clearFaults();
  }) },
  { weight: 2, arbitrary: fc.tuple(anAct, death).map(([act, end]): Step => async (model, real) => crash(model, real, act, end as Death)) },
  { weight: 1, arbitrary: fc.tuple(quarter, length).map(([from, quarters]): Step => (model, real) => rivalPuts(model, real, stretch(from, quarters))) },
  { weight: 1, arbitrary: which.map((index): Step => (model, real) => rivalFills(model, real, index)) },
  { weight: 1, arbitrary: fc.tuple(which, fc.boolean()).map(([index, whole]): Step => (model, real) => rivalDeletes(model, real, index, whole)) },
  { weight: 1, arbitrary: fc.tuple(which, quarter, length).map(([index, from]): Step => (model, real) => rivalMoves(model, real, index, from)) },
);

async function perform(model: Model, { given }: Real, act: () => Promise<unknown>): Promise<void> {
  const before = await given.slots();
  await act().catch((cause: unknown) => {
    const problem = problemIn(cause);
    if (!problem || problem.code === "INTERNAL") throw cause;
  });
  await noteLetGo(model, given, before);
}

/** What a repair lets go of is LibreTime's from then on. */
async function noteLetGo(model: Model, given: Given, before: readonly SlotRecord[]): Promise<void> {
  const [now, { schedule }] = [await given.slots(), await given.station.snapshot()];
  const open = await unfinishedOperations();
  if (open.length > 0) return;
  const ours = new Set(now.map(({ playoutId }) => playoutId));
  for (const { playoutId } of before) if (playoutId !== null && !ours.has(playoutId) && schedule.some(({ id }) => id === playoutId)) model.foreignRows.add(playoutId);
}

async function crash(model: Model, real: Real, act: Act, end: Death): Promise<void> {
  const { given } = real;
  const before = await given.slots();
  const { deps, died } = mortal(real.deps, end);
  await Promise.race([died, act(real, deps).catch(() => undefined)]);
  // What a dead process had sent may arrive for a while: then it is known.
  await given.setClock(later(real.deps.now(), minutes(1)));
  real.deps = await given.restarted();
  await settleAll(real.deps);
  await noteLetGo(model, given, before);
}

async function isFree({ given }: Real, wished: Interval): Promise<boolean> {
  const { "show-instances": instances, schedule } = await given.station.snapshot();
  return ![...instances, ...schedule].some((each) => overlap({ startsAt: instant(Date.parse(String(each.starts_at))), endsAt: instant(Date.parse(String(each.ends_at))) }, wished));
}

/** Somebody in LibreTime plans where nothing is. */
async function rivalPuts(model: Model, real: Real, wished: Interval): Promise<void> {
  if (!(await isFree(real, wished))) return;
  const times = { starts_at: formatInstant(wished.startsAt), ends_at: formatInstant(wished.endsAt) };
  const instance = await real.given.station.put("show-instances", { show: stationShows.jazz, ...times });
  model.foreignRows.add(await real.given.station.put("schedule", { instance, file: tracks.jazz, ...times }));
  await real.deps.mirror.refresh();
}

/** Somebody in LibreTime puts a track into a live hold. */
async function rivalFills(model: Model, real: Real, index: number): Promise<void> {
  const slot = await pick(real, index);
  const { "show-instances": instances } = await real.given.station.snapshot();
  if (slot?.content.kind !== "live" || !instances.some(({ id }) => id === slot.instanceId)) return;
  model.foreignRows.add(await real.given.station.put("schedule", { instance: slot.instanceId, file: tracks.jazz, starts_at: formatInstant(slot.startsAt), ends_at: formatInstant(slot.endsAt) }));
  model.isDrifting = true;
}

async function rivalDeletes(model: Model, real: Real, index: number, whole: boolean): Promise<void> {
  const slot = await pick(real, index);
  const { schedule, "show-instances": instances } = await real.given.station.snapshot();
  const row = schedule.find(({ id }) => id === slot?.playoutId);
  if (!slot || !(row || slot.playoutId === null) || !instances.some(({ id }) => id === slot.instanceId)) return;
  // What lies in it goes with it, as it does when LibreTime's own pages delete it.
  await (whole || !row ? real.given.station.remove("show-instances", slot.instanceId) : real.given.station.remove("schedule", Number(row.id)));
  model.isDrifting = true;
  await real.deps.mirror.refresh();
}

async function rivalMoves(model: Model, real: Real, index: number, from: number): Promise<void> {
  const slot = await pick(real, index);
  const to = slot && stretch(from, (slot.endsAt - slot.startsAt) / 900_000);
  const { schedule, "show-instances": instances } = await real.given.station.snapshot();
  const [row, home] = [schedule.find(({ id }) => id === slot?.playoutId), instances.find(({ id }) => id === slot?.instanceId)];
  if (!slot || !to || !(row || slot.playoutId === null) || !home || !(await isFree(real, to))) return;
  await real.given.station.put("show-instances", { ...home, starts_at: formatInstant(to.startsAt), ends_at: formatInstant(to.endsAt) } as never);
  const length_ = Date.parse(String(row?.ends_at)) - Date.parse(String(row?.starts_at));
  if (row) await real.given.station.put("schedule", { ...row, starts_at: formatInstant(to.startsAt), ends_at: formatInstant(instant(to.startsAt + length_)) } as never);
  model.isDrifting = true;
  await real.deps.mirror.refresh();
}

/** The grid, the journal and the station say the same: no act is open, no row is nobody's, nothing overlaps. */
async function expectAgreement(model: Model, { given, deps }: Real): Promise<void> {
  expect(await unfinishedOperations()).toEqual([]);
  const list = async () => (await listSlots(deps, { from: at("00:00"), to: at("48:00") })).slots;
  if (!model.isDrifting) expect((await list()).filter(({ state }) => state !== "on-libretime")).toEqual([]);
  for (const { id, state } of await list()) {
    if (state === "on-libretime") continue;
    const before = await given.slots();
    const ends = (side: "ours" | "libretime") => repairOne(deps, given.people.programmer, { slotId: id, take: side }).then(() => true, () => false);
    expect((await ends("libretime")) || (await ends("ours"))).toBe(true);
    await noteLetGo(model, given, before);
    deps.windows.drop();
  }
  const [records, slots, { schedule, "show-instances": instances }] = [await given.slots(), await list(), await given.station.snapshot()];
  const planned = slots.filter((each) => each.kind === "planned");
  expect(planned.map(({ id, state }) => [id, state]).toSorted()).toEqual(records.map(({ id }) => [id, "on-libretime"]).toSorted());
  const foreignRows = schedule.filter(({ id }) => model.foreignRows.has(Number(id))).length;
  expect(schedule.filter(({ id }) => !model.foreignRows.has(Number(id))).map(({ id }) => id).toSorted()).toEqual(records.flatMap(({ playoutId }) => playoutId ?? []).toSorted());
  expect(foreignRows).toBeLessThanOrEqual(model.foreignRows.size);
  const held = instances.map((each) => ({ startsAt: instant(Date.parse(String(each.starts_at))), endsAt: instant(Date.parse(String(each.ends_at))) }));
  for (const [index, one] of held.entries()) for (const other of held.slice(index + 1)) expect([one, other, overlap(one, other)]).toEqual([one, other, false]);
}

test(`whatever people, rivals, faults and crashes did in ${RUNS} sequences: grid, journal and station agree, and nothing overlaps`, async () => {
  const seed = Number(process.env["MODEL_SEED"] ?? Date.now() % 1e6);
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 1, maxLength: 12 }), async (steps) => {
      await using given = await givenStation({ timeoutMs: 800 });
      const model: Model = { foreignRows: new Set(), isDrifting: false };
      const real: Real = { given, deps: given.deps };
      for (const step of steps) await step(model, real);
      await given.setClock(later(real.deps.now(), minutes(1)));
      real.deps = await given.restarted();
      await settleAll(real.deps);
      await expectAgreement(model, real);
    }),
    { numRuns: RUNS, seed, interruptAfterTimeLimit: 45 * 60_000, endOnFailure: true },
  );
}, RUNS * 6_000 + 60_000);
