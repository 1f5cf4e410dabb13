import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { controlOf } from "@/station/control";
import { startStation, type Station } from "@/station/station";
import { askAt, idsOf, signatureAt, type Answer, type Asked } from "../kit/api";
import { startPlanner, type Planner } from "../kit/planner-server";
import { below, endOf, stillThere } from "../kit/process-tree";
import { seed, type Seeded } from "../kit/seed";
import { mondayFor, weekOf, type DayName, type OwnWeek } from "../kit/weeks";
import { stationWorld, type EpisodeTitle } from "../kit/world";

let station: Station;
let folder: string;
let seeded: Seeded;
let week: OwnWeek;
/** The first one, which was seeded: the first test has it. */
let first: Planner & AsyncDisposable;

beforeAll(async () => {
  station = await startStation({ world: stationWorld });
  folder = await mkdtemp(path.join(os.tmpdir(), "airweek-shutdown-"));
  week = weekOf(mondayFor("shutdown"), controlOf(station.controlUrl));
  first = await aPlanner({ isInTerminal: true });
  seeded = await seed(first);
});
afterAll(async () => {
  await first[Symbol.asyncDispose]();
  await station.close();
  await rm(folder, { recursive: true, force: true });
});

/** A planner on the one database of this file. */
async function aPlanner(
  options: Pick<Parameters<typeof startPlanner>[0], "isInTerminal" | "until"> = {},
): Promise<Planner & AsyncDisposable> {
  const settings = { DATABASE_URL: `file:${path.join(folder, "airweek.db")}` };
  const planner = await startPlanner({ root: process.cwd(), station, settings, ...options });
  return {
    ...planner,
    [Symbol.asyncDispose]: async () => {
      await station.clearFaults();
      await planner.close();
    },
  };
}

const asked = ({ url }: Planner): Asked => ({ plannerUrl: url, seeded });
const programmer = { key: "programmer" } as const;
const inAnHour = (when: string) =>
  week.at(when.replace(/(\d\d):/, (_, hour: string) => `${String(Number(hour) + 1).padStart(2, "0")}:`));

/** Plans an episode of an hour. */
function plan(planner: Planner, title: EpisodeTitle, when: string): Promise<Answer> {
  const body = { ...idsOf(title, seeded), scheduledAt: week.at(when), scheduledEnd: inAnHour(when) };
  return askAt(asked(planner), "/api/schedule/planOne", { as: programmer, method: "POST", body });
}

function planMany(planner: Planner, title: EpisodeTitle, whens: readonly string[]): Promise<Answer> {
  const changes = whens.map((when) => ({
    ...idsOf(title, seeded),
    to: { startsAt: week.at(when), endsAt: inAnHour(when) },
  }));
  return askAt(asked(planner), "/api/trpc/planMany", {
    as: programmer,
    method: "POST",
    body: { mode: "all", changes },
  });
}

/** Whoever knows LibreTime not yet asks `POST /schedule` whether it may be written, before the first row. */
const ROW = (number: number) => ({ route: "POST /schedule", nth: number + 1 });

/** Begins an act whose row LibreTime holds, and waits until it is being made. */
async function held(begin: () => Promise<Answer>): Promise<{ readonly answer: Promise<Answer> }> {
  const count = async () => (await station.snapshot())["show-instances"].length;
  const before = await count();
  const answer = begin();
  // Whether it fails is looked at later.
  answer.catch(() => undefined);
  await expect.poll(count).toBeGreaterThan(before);
  return { answer };
}

/** A browser that listens to what is new. */
async function listen(planner: Planner): Promise<{ readonly ended: Promise<void> }> {
  const answer = await fetch(`${planner.url}/api/trpc/station.news`, {
    headers: { ...signatureAt(asked(planner), { cookie: "viewer" }), accept: "text/event-stream" },
  });
  const reader = answer.body!.getReader();
  expect([answer.status, (await reader.read()).done]).toEqual([200, false]);
  const rest = async (): Promise<void> => {
    while (!(await reader.read()).done);
  };
  return { ended: rest().catch(() => undefined) };
}

/** How many slots of that day the grid shows, LibreTime has, and would be heard; and whether the grid is sure of each. */
async function truths(planner: Planner, day: DayName) {
  const [from, to] = [week.at(`${day} 00:00`), week.at(`${day} 23:59`)];
  const { body } = await askAt(asked(planner), `/api/schedule/listSlots?from=${from}&to=${to}`, { as: programmer });
  const states = (body.slots as readonly { readonly state: string }[]).map(({ state }) => state);
  return {
    grid: states.length,
    isSure: states.every((state) => state === "on-libretime"),
    instances: (await week.instances(day)).length,
    heard: (await week.onAir(day)).length,
  };
}
const all = (count: number) => ({ grid: count, isSure: true, instances: count, heard: count });

/** Nothing that belonged to it is left, and its port is free. */
async function expectGone(planner: Planner, family: ReturnType<typeof below>): Promise<void> {
  expect(stillThere(family)).toEqual([]);
  await expect(fetch(`${planner.url}/api/health/live`)).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
}

describe("told to end while LibreTime is slow", () => {
  test("by SIGTERM to `npm start`: the act under way is answered, no other begins, a stream holds nothing up", async () => {
    await using planner = first;
    const [family, stream] = [below(planner.process.pid!), await listen(planner)];
    await station.fault({ ...ROW(1), kind: "delay", ms: 4_000 });
    const { answer } = await held(() => plan(planner, "Concrete choir", "Mon 10:00"));
    planner.process.kill("SIGTERM");
    const end = endOf(planner.process);
    await expect
      .poll(() => plan(planner, "Signal to sea", "Mon 12:00"))
      .toMatchObject({ status: 503, body: { success: false, code: "SHUTTING_DOWN" } });
    expect(await planMany(planner, "Signal to sea", ["Mon 12:00", "Mon 14:00"])).toMatchObject({
      status: 503,
      body: { error: { data: { problem: { code: "SHUTTING_DOWN" } } } },
    });
    expect(await askAt(asked(planner), "/api/health/ready", { as: "nobody" })).toMatchObject({ status: 503 });
    expect(await answer).toMatchObject({ status: 200, body: { success: true } });
    expect(await end).toMatchObject({ code: 0, signal: null });
    await stream.ended;
    await expectGone(planner, family);
  });

  test("by SIGTERM to the server itself: a batch is done as a whole, and `npm start` ends as well", async () => {
    await using planner = await aPlanner();
    const [family, stream] = [below(planner.process.pid!), await listen(planner)];
    await station.fault({ ...ROW(3), kind: "delay", ms: 3_000 });
    const { answer } = await held(() =>
      planMany(planner, "Concrete choir", ["Tue 10:00", "Tue 12:00", "Tue 14:00", "Tue 16:00"]),
    );
    process.kill(family.find(({ command }) => command.includes("next"))!.pid, "SIGTERM");
    const end = endOf(planner.process);
    await expect
      .poll(() => plan(planner, "Signal to sea", "Tue 18:00"))
      .toMatchObject({ status: 503, body: { code: "SHUTTING_DOWN" } });
    expect(await answer).toMatchObject({ status: 200 });
    expect(await end).toMatchObject({ code: 0, signal: null });
    await stream.ended;
    await expectGone(planner, family);
  });
});

/** An act has 20 s and its rollback ten more; what is open has two more to be closed, twice. */
const LIMIT_MS = 36_000;

describe("told to end while LibreTime does not answer", () => {
  test("by Ctrl-C in a terminal: a batch whose row is never answered is rolled back and told so", async () => {
    await using planner = await aPlanner({ isInTerminal: true });
    const [family, stream] = [below(planner.process.pid!), await listen(planner)];
    await station.fault({ ...ROW(2), kind: "hang", times: "always" });
    const { answer } = await held(() => planMany(planner, "Concrete choir", ["Wed 10:00", "Wed 12:00", "Wed 14:00"]));
    process.kill(-planner.process.pid!, "SIGINT");
    const end = endOf(planner.process);
    expect(await answer).toMatchObject({
      status: 503,
      body: { error: { data: { problem: { code: "LIBRETIME_UNREACHABLE" } } } },
    });
    const ended = await end;
    expect(ended).toMatchObject({ code: 0, signal: null });
    expect(ended.ms).toBeLessThan(LIMIT_MS);
    await stream.ended;
    await expectGone(planner, family);
    expect([await week.instances("Wed"), await week.onAir("Wed")]).toEqual([[], []]);
  });

  test("and answers nothing any more: what became of the act is left to the next start", async () => {
    await using planner = await aPlanner();
    const family = below(planner.process.pid!);
    await station.fault({ ...ROW(1), kind: "hang-after-saving" });
    const { answer } = await held(() => plan(planner, "Concrete choir", "Fri 10:00"));
    await expect.poll(() => week.onAir("Fri")).toHaveLength(1);
    await station.fault({ route: "* *", kind: "hang", times: "always" });
    planner.process.kill("SIGTERM");
    const end = endOf(planner.process);
    expect(await answer).toMatchObject({ status: 502, body: { code: "OUTCOME_UNKNOWN" } });
    const ended = await end;
    expect(ended).toMatchObject({ code: 0, signal: null });
    expect(ended.ms).toBeLessThan(LIMIT_MS);
    await expectGone(planner, family);
  });

  test("from its start on: a process that only waits for LibreTime's tables ends at once", async () => {
    await station.fault({ route: "* *", kind: "hang", times: "always" });
    await using planner = await aPlanner({ until: "live" });
    const family = below(planner.process.pid!);
    planner.process.kill("SIGTERM");
    const ended = await endOf(planner.process);
    expect(ended).toMatchObject({ code: 0, signal: null });
    expect(ended.ms).toBeLessThan(10_000);
    await expectGone(planner, family);
  });

  test("a second signal, more than a second later, ends it at once", async () => {
    await using planner = await aPlanner();
    const family = below(planner.process.pid!);
    await expect
      .poll(() => truths(planner, "Fri"))
      .toSatisfy(({ grid, isSure, instances, heard }) => isSure && grid === instances && grid === heard);
    await station.fault({ ...ROW(1), kind: "hang", times: "always" });
    const { answer } = await held(() => plan(planner, "Concrete choir", "Sat 10:00"));
    const end = endOf(planner.process);
    // What comes within a second is the same signal, told twice.
    const tellAgain = (): number | null => {
      planner.process.kill("SIGTERM");
      return planner.process.exitCode;
    };
    await expect.poll(tellAgain, { interval: 300 }).toBe(143);
    expect((await end).ms).toBeLessThan(5_000);
    await expect(answer).rejects.toThrow();
    await expect.poll(() => stillThere(family)).toEqual([]);
    await expectGone(planner, family);
  });

  test("the next start has settled everything: each act is there as a whole or not at all", async () => {
    await using planner = await aPlanner();
    await expect.poll(() => truths(planner, "Sat")).toEqual(all(0));
    expect([await truths(planner, "Mon"), await truths(planner, "Tue"), await truths(planner, "Wed")]).toEqual([
      all(1),
      all(4),
      all(0),
    ]);
    const body = {
      ...idsOf("Concrete choir", seeded),
      scheduledAt: week.at("Sun 10:00"),
      scheduledEnd: week.at("Sun 11:00"),
    };
    expect(
      await askAt(asked(planner), "/api/schedule/planOne", { as: programmer, method: "POST", body }),
    ).toMatchObject({ status: 200 });
  });
});
