import { at, givenStation, streams, tracks, stationShows, type Given } from "./given/given.test-kit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { episodeIn, type Hold } from "@/domain/content";
import { overlap, type Interval } from "@/domain/interval";
import { instant, later, minutes, formatInstant } from "@/domain/time";
import { unfinishedOperations } from "@/server/cms/operations";
import type { SlotRecord } from "@/server/cms/records";
import type { Fault, FaultKind } from "@/station/station";
import type { Deps } from "./deps";
import { mortal, type Death } from "./given/mortal.test-kit";
import { expectUntouched, nothingTheirs, noteTheirs, theyDo, type Theirs } from "./given/rivals.test-kit";
import { seedFrom, tally } from "./given/tally.test-kit";
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

/** What is known of LibreTime beside our records. */
type Model = { readonly theirs: Theirs; isDrifting: boolean };
type Real = { readonly given: Given; deps: Deps };
type Step = (model: Model, real: Real) => Promise<void>;
/** What came of it: null when there was nothing to act on. */
type Act = { readonly kind: string; readonly by: (real: Real, deps: Deps) => Promise<unknown> };

/** What came about in all sequences of the run. */
const came = tally();

const quarter = fc.integer({ min: 0, max: 23 });
const length = fc.integer({ min: 1, max: 4 });
const which = fc.nat({ max: 9 });
type EpisodeName = "night1" | "night2" | "short" | "tapes";
const episode = fc.constantFrom<EpisodeName>("night1", "night2", "short", "tapes");
const hold = fc.constantFrom<Hold>(
  { kind: "live" },
  { kind: "live", title: "Studio 1" },
  { kind: "stream", streamId: streams.world },
);
const take = fc.constantFrom<"ours" | "libretime">("ours", "libretime");
const death = fc.record({ nth: fc.integer({ min: 1, max: 8 }), when: fc.constantFrom("before", "after") });
const kind = fc.constantFrom<FaultKind>(
  "refuse",
  "cut-before",
  "cut-after-saving",
  "500",
  "500-but-saved",
  "html",
  "hang",
  "hang-after-saving",
);
const route = fc.constantFrom(
  "POST /show-instances",
  "POST /schedule",
  "DELETE /schedule/*",
  "DELETE /show-instances/*",
  "GET /schedule",
  "GET /show-instances/*",
);

function stretch(from: number, quarters: number): Interval {
  const startsAt = later(at("14:00"), minutes(15 * from));
  return { startsAt, endsAt: later(startsAt, minutes(15 * quarters)) };
}

/** One of our slots; null when there is none. */
async function pick({ given }: Real, index: number): Promise<SlotRecord | null> {
  const slots = await given.slots();
  return slots[index % Math.max(1, slots.length)] ?? null;
}

const acts = {
  plan: (name: EpisodeName, from: number, quarters: number) =>
    act("plan", ({ given }, deps) =>
      planOne(deps, given.people.programmer, {
        ...given.wish(name, "14:00", "15:00"),
        ...scheduled(stretch(from, quarters)),
      }),
    ),
  hold: (content: Hold, from: number, quarters: number) =>
    act("hold", ({ given }, deps) =>
      planHold(deps, given.people.programmer, {
        showId: given.shows.night,
        content,
        ...scheduled(stretch(from, quarters)),
      }),
    ),
  move: (index: number, from: number, quarters: number) =>
    withSlot("move", index, ({ given }, deps, slot) =>
      moveOne(deps, given.people.programmer, { slotId: slot.id, ...scheduled(stretch(from, quarters)) }),
    ),
  takeOff: (index: number) => withSlot("take off", index, ({ given }, deps, slot) => takeOff(given, deps, slot)),
  replace: (index: number, name: EpisodeName) =>
    withSlot("replace", index, ({ given }, deps, slot) =>
      replaceOne(deps, given.people.programmer, {
        ...given.wish(name, "14:00", "15:00"),
        ...scheduled(slot),
        replaces: [slot.id],
      }),
    ),
  repair: (index: number, side: "ours" | "libretime") =>
    withSlot("repair", index, ({ given }, deps, slot) =>
      repairOne(deps, given.people.programmer, { slotId: slot.id, take: side }),
    ),
};

/** An act of a person: any refusal is an answer, anything else breaks the test. */
const anAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(episode, quarter, length).map((given) => acts.plan(...given)) },
  { weight: 3, arbitrary: fc.tuple(hold, quarter, length).map((given) => acts.hold(...given)) },
  { weight: 3, arbitrary: fc.tuple(which, quarter, length).map((given) => acts.move(...given)) },
  { weight: 2, arbitrary: which.map((index) => acts.takeOff(index)) },
  { weight: 2, arbitrary: fc.tuple(which, episode).map((given) => acts.replace(...given)) },
  { weight: 2, arbitrary: fc.tuple(which, take).map((given) => acts.repair(...given)) },
);

function takeOff(
  { people: { programmer } }: Given,
  deps: Deps,
  { id: slotId, content, startsAt: scheduledAt }: SlotRecord,
): Promise<unknown> {
  const episodeId = episodeIn(content);
  return episodeId === undefined
    ? arrangeMany(deps, programmer, { changes: [{ slotId, to: null }], mode: "all" })
    : unplanOne(deps, programmer, { episodeId, scheduledAt });
}

function act(kind: string, by: Act["by"]): Act {
  return { kind, by };
}

function withSlot(
  kind: string,
  index: number,
  by: (real: Real, deps: Deps, slot: SlotRecord) => Promise<unknown>,
): Act {
  return act(kind, async (real, deps) => {
    const slot = await pick(real, index);
    return slot && by(real, deps, slot);
  });
}

function scheduled({ startsAt, endsAt }: Interval) {
  return { scheduledAt: startsAt, scheduledEnd: endsAt };
}

const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: anAct.map(
      (act): Step =>
        (model, real) =>
          perform(model, real, act),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(anAct, route, kind, fc.integer({ min: 1, max: 2 }))
      .map(([act, at_, what, nth]): Step => faulty(act, { route: at_, kind: what, nth })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(anAct, death).map(
      ([act, end]): Step =>
        async (model, real) =>
          crash(model, real, act, end as Death),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(quarter, length, fc.boolean()).map(
      ([from, quarters, isEmpty]): Step =>
        (model, real) =>
          rivalPuts(model, real, stretch(from, quarters), isEmpty),
    ),
  },
  {
    weight: 2,
    arbitrary: which.map(
      (index): Step =>
        (model, real) =>
          rivalFills(model, real, index),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(which, fc.constantFrom("change", "delete"), fc.constantFrom("schedule", "show-instances")).map(
      ([index, what, table]): Step =>
        (model, real) =>
          rivalTouches(model, real, index, what, table),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(which, fc.boolean()).map(
      ([index, whole]): Step =>
        (model, real) =>
          rivalDeletes(model, real, index, whole),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(which, quarter, length).map(
      ([index, from]): Step =>
        (model, real) =>
          rivalMoves(model, real, index, from),
    ),
  },
);

function faulty(act: Act, fault: Fault): Step {
  return async (model, real) => {
    const { station } = real.given;
    await station.clearRequests();
    await station.fault(fault);
    await perform(model, real, act);
    if ((await station.requests()).some((each) => each.fault !== null)) came.note("fault");
    await station.clearFaults();
  };
}

async function perform({ theirs }: Model, real: Real, { kind, by }: Act): Promise<void> {
  const { given } = real;
  try {
    // What was there already, or was nothing to act on, is no success.
    const answer = (await by(real, real.deps)) as { readonly idempotent?: true; readonly noop?: true } | null;
    if (answer && !answer.idempotent && !answer.noop) for (const each of [kind, "done"]) came.note(each);
  } catch (cause) {
    const problem = problemIn(cause);
    if (!problem || problem.code === "INTERNAL") throw cause;
    came.note("refused");
  }
  await noteTheirs(theirs, given);
}

async function crash(model: Model, real: Real, act: Act, end: Death): Promise<void> {
  const { given } = real;
  const { deps, died } = mortal(real.deps, end);
  await Promise.race([died.then(() => came.note("killed")), act.by(real, deps).catch(() => undefined)]);
  // What a dead process had sent may arrive for a while: then it is known.
  await given.setClock(later(real.deps.now(), minutes(1)));
  real.deps = await given.restarted();
  await settleAll(real.deps);
  await noteTheirs(model.theirs, given);
}

async function isFree({ given }: Real, wished: Interval): Promise<boolean> {
  const { "show-instances": instances, schedule } = await given.station.snapshot();
  return ![...instances, ...schedule].some((each) =>
    overlap(
      { startsAt: instant(Date.parse(String(each.starts_at))), endsAt: instant(Date.parse(String(each.ends_at))) },
      wished,
    ),
  );
}

/** Somebody in LibreTime does something; our mirror knows of it. */
async function rivalDoes(model: Model, { given, deps }: Real, act: Parameters<typeof theyDo>[2]): Promise<void> {
  came.note("rival");
  await theyDo(model.theirs, given, act);
  await deps.mirror.refresh();
}

/** Somebody in LibreTime plans where nothing is: a track of another show, or an empty instance of ours. */
async function rivalPuts(model: Model, real: Real, wished: Interval, isEmpty: boolean): Promise<void> {
  const { station } = real.given;
  if (!(await isFree(real, wished))) return;
  const times = { starts_at: formatInstant(wished.startsAt), ends_at: formatInstant(wished.endsAt) };
  await rivalDoes(model, real, async () => {
    const instance = await station.put("show-instances", {
      show: isEmpty ? stationShows.night : stationShows.jazz,
      ...times,
    });
    return {
      "show-instances": [instance],
      schedule: isEmpty ? [] : [await station.put("schedule", { instance, file: tracks.jazz, ...times })],
    };
  });
}

/** Somebody in LibreTime puts a track into an instance that is not theirs. */
async function rivalFills(model: Model, real: Real, index: number): Promise<void> {
  const { station, slots } = real.given;
  const others = (await station.snapshot())["show-instances"].filter(
    ({ id }) => !model.theirs["show-instances"].has(Number(id)),
  );
  const home = others[index % Math.max(1, others.length)];
  if (!home) return;
  await rivalDoes(model, real, async () => ({
    schedule: [
      await station.put("schedule", {
        instance: Number(home.id),
        file: tracks.jazz,
        starts_at: String(home.starts_at),
        ends_at: String(home.ends_at),
      }),
    ],
  }));
  // Beside a track it changes nothing of ours.
  if (!(await slots()).some(({ instanceId, content }) => instanceId === home.id && content.kind === "track"))
    model.isDrifting = true;
}

/** Somebody in LibreTime changes or deletes what is theirs; what of ours lies in it goes with it. */
async function rivalTouches(
  model: Model,
  real: Real,
  index: number,
  what: "change" | "delete",
  table: "schedule" | "show-instances",
): Promise<void> {
  const { station } = real.given;
  const all = [...model.theirs[table].values()];
  const each = all[index % Math.max(1, all.length)];
  if (!each) return;
  const changed =
    table === "schedule"
      ? { ends_at: formatInstant(instant(Date.parse(String(each.ends_at)) - 60_000)) }
      : { description: `changed ${index}` };
  await rivalDoes(model, real, async () => {
    await (what === "delete"
      ? station.remove(table, Number(each.id))
      : station.put(table, { ...each, ...changed } as never));
    return {};
  });
  if (what === "delete") model.isDrifting = true;
}

async function rivalDeletes(model: Model, real: Real, index: number, whole: boolean): Promise<void> {
  const slot = await pick(real, index);
  const { schedule, "show-instances": instances } = await real.given.station.snapshot();
  const row = schedule.find(({ id }) => id === slot?.playoutId);
  if (!slot || !(row || slot.playoutId === null) || !instances.some(({ id }) => id === slot.instanceId)) return;
  // What lies in it goes with it, as it does when LibreTime's own pages delete it.
  await rivalDoes(model, real, async () => {
    await (whole || !row
      ? real.given.station.remove("show-instances", slot.instanceId)
      : real.given.station.remove("schedule", Number(row.id)));
    return {};
  });
  model.isDrifting = true;
}

async function rivalMoves(model: Model, real: Real, index: number, from: number): Promise<void> {
  const slot = await pick(real, index);
  const to = slot && stretch(from, (slot.endsAt - slot.startsAt) / 900_000);
  const { schedule, "show-instances": instances } = await real.given.station.snapshot();
  const [row, home] = [
    schedule.find(({ id }) => id === slot?.playoutId),
    instances.find(({ id }) => id === slot?.instanceId),
  ];
  if (!slot || !to || !(row || slot.playoutId === null) || !home || !(await isFree(real, to))) return;
  const length_ = Date.parse(String(row?.ends_at)) - Date.parse(String(row?.starts_at));
  await rivalDoes(model, real, async () => {
    await real.given.station.put("show-instances", {
      ...home,
      starts_at: formatInstant(to.startsAt),
      ends_at: formatInstant(to.endsAt),
    } as never);
    if (row)
      await real.given.station.put("schedule", {
        ...row,
        starts_at: formatInstant(to.startsAt),
        ends_at: formatInstant(instant(to.startsAt + length_)),
      } as never);
    return {};
  });
  model.isDrifting = true;
}

/** The grid, the journal and the station say the same: no act is open, every row and instance is ours by a record or somebody's and as they left it, nothing overlaps. */
async function expectAgreement(model: Model, { given, deps }: Real): Promise<void> {
  expect(await unfinishedOperations()).toEqual([]);
  const list = async () => (await listSlots(deps, { from: at("00:00"), to: at("48:00") })).slots;
  if (!model.isDrifting) expect((await list()).filter(({ state }) => state !== "on-libretime")).toEqual([]);
  for (const { id, state } of await list()) {
    if (state === "on-libretime") continue;
    const succeeds = (act: Promise<unknown>) =>
      act.then(
        () => true,
        () => false,
      );
    const ends = (side: "ours" | "libretime") =>
      succeeds(repairOne(deps, given.people.programmer, { slotId: id, take: side }));
    // Somebody may have filled both places: then it can be taken off.
    const goes = () =>
      succeeds(arrangeMany(deps, given.people.programmer, { mode: "all", changes: [{ slotId: id, to: null }] }));
    expect((await ends("libretime")) || (await ends("ours")) || (await goes())).toBe(true);
    await noteTheirs(model.theirs, given);
    deps.windows.drop();
  }
  const [records, slots, { schedule, "show-instances": instances }] = [
    await given.slots(),
    await list(),
    await given.station.snapshot(),
  ];
  const planned = slots.filter((each) => each.kind === "planned");
  expect(planned.map(({ id, state }) => [id, state]).toSorted()).toEqual(
    records.map(({ id }) => [id, "on-libretime"]).toSorted(),
  );
  expect(idsOf(schedule)).toEqual(
    inOrder([...model.theirs.schedule.keys(), ...records.flatMap(({ playoutId }) => playoutId ?? [])]),
  );
  expect(idsOf(instances)).toEqual(
    inOrder([
      ...model.theirs["show-instances"].keys(),
      ...records.filter(({ ownsInstance }) => ownsInstance).map(({ instanceId }) => instanceId),
    ]),
  );
  await expectUntouched(model.theirs, given);
  const held = instances.map((each) => ({
    startsAt: instant(Date.parse(String(each.starts_at))),
    endsAt: instant(Date.parse(String(each.ends_at))),
  }));
  for (const [index, one] of held.entries())
    for (const other of held.slice(index + 1)) expect([one, other, overlap(one, other)]).toEqual([one, other, false]);
}

function idsOf(all: readonly Readonly<Record<string, unknown>>[]): readonly number[] {
  return inOrder(all.map(({ id }) => Number(id)));
}

function inOrder(ids: readonly number[]): readonly number[] {
  return ids.toSorted((a, b) => a - b);
}

const doing =
  (act: Act): Step =>
  (model, real) =>
    perform(model, real, act);

/** Everything there is, once, in free time: each act succeeds, the fault fires, the process ends. */
const worked: Step[] = [
  doing(acts.plan("night1", 0, 4)),
  doing(acts.hold({ kind: "live" }, 6, 4)),
  doing(acts.move(0, 12, 4)),
  doing(acts.replace(1, "night2")),
  (model, real) => rivalDeletes(model, real, 1, false),
  doing(acts.repair(1, "ours")),
  doing(acts.takeOff(0)),
  faulty(acts.plan("tapes", 0, 4), { route: "POST /schedule", kind: "500-but-saved" }),
  (model, real) => crash(model, real, acts.plan("short", 18, 4), { nth: 2, when: "after" }),
];

const seed = seedFrom("MODEL_SEED");

test(
  `whatever people, rivals, faults and crashes did in ${RUNS} sequences: grid, journal and station agree, and nothing overlaps (seed ${seed})`,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 1, maxLength: 12 }), async (steps) => {
        await using given = await givenStation({ timeoutMs: 800 });
        const model: Model = { theirs: nothingTheirs(), isDrifting: false };
        const real: Real = { given, deps: given.deps };
        for (const step of steps) await step(model, real);
        await given.setClock(later(real.deps.now(), minutes(1)));
        real.deps = await given.restarted();
        await settleAll(real.deps);
        await expectAgreement(model, real);
      }),
      { numRuns: RUNS, seed, examples: [[worked]], interruptAfterTimeLimit: 45 * 60_000, endOnFailure: true },
    );
    // The worked sequence has one of each; what is usual of the others is four times as much.
    const once = ["plan", "hold", "move", "take off", "replace", "repair", "fault", "killed", "rival"];
    came.expectFloor({ ...Object.fromEntries(once.map((kind) => [kind, 1])), done: 6 + Math.floor(0.4 * (RUNS - 1)) });
  },
  RUNS * 6_000 + 60_000,
);
