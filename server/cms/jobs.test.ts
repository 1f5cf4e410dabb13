import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { ChoreName } from "./chores";
import { aFolder, givenCms, type GivenCms } from "./cms.test-kit";

const folder = aFolder();
let given: GivenCms;
let done: string[];
let whenComparing: () => Promise<void>;

beforeAll(async () => {
  given = await givenCms(`file:${folder.path}/airweek.db`);
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-24T12:00:00.500Z") });
});
afterAll(async () => {
  vi.useRealTimers();
  await given[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});
beforeEach(async () => {
  done = [];
  whenComparing = async () => void done.push("compare");
  await given.cms.db.deleteMany({ collection: "payload-jobs", where: {} });
});

/** What Payload's clock does when a minute is full. */
async function minutes(count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    vi.setSystemTime(Date.now() + 60_000);
    await given.cms.jobs.handleSchedules({ queue: "chores" });
    await given.cms.jobs.run({ queue: "chores", silent: true });
  }
}

const waiting = async () =>
  (
    await given.cms.db.find<{ readonly id: string; readonly processing?: boolean }>({
      collection: "payload-jobs",
      where: {},
      pagination: false,
    })
  ).docs;

test("who serves has Payload's clock running, and the chores are done when they are due", async () => {
  const { startChores } = await import("./cms");
  expect(given.cms.crons).toHaveLength(0);
  await startChores({ settle: async () => void done.push("settle"), compare: () => whenComparing() });
  expect(given.cms.crons).toHaveLength(1);
  for (const cron of given.cms.crons) cron.stop();
  await minutes(10);
  expect(done.filter((each) => each === "settle").length).toBeGreaterThanOrEqual(9);
  expect(done.filter((each) => each === "compare").length).toBeGreaterThanOrEqual(2);
});

test("a chore that fails is tried again, keeps no other from being done, and does not pile up", async () => {
  whenComparing = () => Promise.reject(new Error("LibreTime is away"));
  await minutes(12);
  expect(done.length).toBeGreaterThanOrEqual(11);
  expect((await waiting()).length).toBeLessThan(5);
  whenComparing = async () => void done.push("compare");
  await minutes(4);
  expect(done).toContain("compare");
});

/** A chore that a process has begun, and does not end. */
async function begun(task: ChoreName): Promise<void> {
  await given.cms.jobs.queue({ task, queue: "chores", input: {} } as never);
  const { id } = (await waiting())[0]!;
  await given.cms.db.updateOne({ collection: "payload-jobs", id, data: { processing: true } });
}

test("settling is done at the first minute already, also where no earlier one is known", async () => {
  await given.cms.db.updateGlobal({ slug: "payload-jobs-stats", data: { stats: {} } });
  await minutes(1);
  expect(done).toEqual(["settle"]);
});

test("settling that died with its process is done by another at the next minute, and at every one after it", async () => {
  await begun("settle");
  await minutes(2);
  expect(done.filter((each) => each === "settle")).toEqual(["settle", "settle"]);
  await minutes(6);
  expect((await waiting()).filter(({ processing }) => processing)).toEqual([]);
});

test("of several processes one compares at a time, and what died with its process is done by another within minutes", async () => {
  await begun("compare");
  await minutes(3);
  expect(done).not.toContain("compare");
  await minutes(6);
  expect(done).toContain("compare");
});
