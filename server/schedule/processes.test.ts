import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { DAY, hours, instant, later } from "@/domain/time";
import { givenCms, type GivenCms } from "@/server/cms/cms.test-kit";
import { aPostgres } from "@/server/cms/postgres.test-kit";
import { aProcess, type AirweekProcess } from "@/server/coordination/process.test-kit";
import { aRedis } from "@/server/coordination/redis.test-kit";
import { startStation, type Station } from "@/station/station";

// Three processes compile what they read first; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 });

/** What is let go of in the end, the latest first. */
const scraps: AsyncDisposable[] = [];
const kept = <T extends AsyncDisposable>(scrap: T): T => (scraps.push(scrap), scrap);
let station: Station;
let given: GivenCms;
let redisUrl: string;
let postgresUrl: string;
let processes: AirweekProcess[];
let showId: string;
let episodes: readonly string[];

/** An hour of the coming days, tomorrow's first being the first. */
const hour = (index: number) => {
  const scheduledAt = later(instant((Math.floor(Date.now() / (DAY * 1000)) + 1) * DAY * 1000), hours(index));
  return { scheduledAt, scheduledEnd: later(scheduledAt, hours(1)) };
};

beforeAll(async () => {
  const [postgres, redis] = [kept(await aPostgres()), kept(await aRedis())];
  [redisUrl, postgresUrl] = [redis.url, postgres.url];
  station = kept(await startStation({ world: { files: [1, 2].map((id) => ({ id, track_title: `Night Flight #${id}`, length: "01:00:00" })) } }));
  const others = [1, 2, 3].map(async () => kept(await aProcess({ databaseUrl: postgres.url, redisUrl, station })));
  [given, ...processes] = await Promise.all([givenCms(postgres.url), ...others]);
  const { admin } = given.people;
  const [{ createShow }, { createEpisode }] = [await import("@/server/cms/shows"), await import("@/server/cms/episodes")];
  showId = (await createShow(admin, { title: "Night Flight" })).id;
  episodes = await Promise.all([1, 2].map(async (libretimeTrackId) => (await createEpisode(admin, { title: `Number ${libretimeTrackId}`, showId, libretimeTrackId })).id));
});
afterAll(async () => {
  await given[Symbol.asyncDispose]();
  for (const scrap of scraps.reverse()) await scrap[Symbol.asyncDispose]();
});

/** Many plans at once, from all three processes in turn. */
async function planAll(wishes: readonly { readonly episodeId: string; readonly hour: number }[]) {
  const outcomes = await Promise.allSettled(wishes.map((wish, index) => processes[index % 3]!.ask(given.people.programmer, "planOne", { showId, episodeId: wish.episodeId, ...hour(wish.hour) })));
  return {
    answers: outcomes.flatMap((each) => (each.status === "fulfilled" ? [each.value] : [])),
    codes: outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason.problem?.code ?? String(each.reason)] : [])),
  };
}

/** What a fourth process draws, what our records say, and what the station has, of those hours. */
async function threeTruths(from: number, to: number) {
  const [{ createDeps }, { env }, { listSlots }, { slotsIn }] = [await import("@/server/deps"), await import("@/server/env"), await import("./list-slots"), await import("@/server/cms/slots")];
  const deps = createDeps({ ...env(), LIBRETIME_API_URL: station.url, LIBRETIME_API_KEY: station.key, REDIS_URL: redisUrl });
  try {
    const [startsAt, endsAt] = [hour(from).scheduledAt, hour(to).scheduledAt];
    const { slots } = await listSlots(deps, { from: startsAt, to: endsAt });
    const records = await slotsIn({ startsAt, endsAt });
    const rows = (await station.snapshot()).schedule.filter((row) => Date.parse(String(row.starts_at)) >= startsAt && Date.parse(String(row.starts_at)) < endsAt);
    return {
      grid: slots.map(({ playoutIds, state }) => `${playoutIds.join()} ${state}`).sort(),
      records: records.map(({ playoutId }) => `${playoutId} on-libretime`).sort(),
      station: rows.map(({ id }) => `${id} on-libretime`).sort(),
    };
  } finally {
    await deps.close();
  }
}

test("of fifty who plan the same time at once from three processes, one does", async () => {
  const { answers, codes } = await planAll(Array.from({ length: 50 }, (_, index) => ({ episodeId: episodes[index % 2]!, hour: 0 })));
  expect(answers.filter(({ idempotent }) => !idempotent)).toHaveLength(1);
  expect(answers).toHaveLength(25);
  expect(codes).toEqual(Array(25).fill("SLOT_OVERLAP"));
  const { grid, records, station: rows } = await threeTruths(0, 1);
  expect(rows).toHaveLength(1);
  expect([grid, records]).toEqual([rows, rows]);
});

test("two hundred who plan other times at once from three processes all do, and grid, records and station agree", async () => {
  const { answers, codes } = await planAll(Array.from({ length: 200 }, (_, index) => ({ episodeId: episodes[index % 2]!, hour: index + 1 })));
  expect(codes).toEqual([]);
  expect(answers.filter(({ idempotent }) => !idempotent)).toHaveLength(200);
  const { grid, records, station: rows } = await threeTruths(1, 201);
  expect(rows).toHaveLength(200);
  expect([grid, records]).toEqual([rows, rows]);
});

test("a process killed in the middle of a batch leaves nothing open that the next one does not settle", async () => {
  const [killed, next] = [processes[2]!, processes[0]!];
  for (const [round, route] of ["POST /show-instances", "POST /schedule", "DELETE /schedule/*"].entries()) {
    const victim = round === 0 ? killed : kept(await aProcess({ databaseUrl: postgresUrl, redisUrl, station }));
    const first = 320 + round * 20;
    const { slotId } = await victim.ask(given.people.programmer, "planOne", { showId, episodeId: episodes[0], ...hour(first) });
    await station.fault({ route, kind: "delay", ms: 700, nth: 3 });
    const batch = Array.from({ length: 6 }, (_, index) => victim.ask(given.people.programmer, "planOne", { showId, episodeId: episodes[index % 2], ...hour(first + 1 + index) }));
    const move = victim.ask(given.people.programmer, "moveOne", { slotId, ...hour(first + 10) });
    const outcomes = Promise.allSettled([...batch, move]);
    await expect.poll(async () => (await station.snapshot()).schedule.length > 0 && (await unfinished()).length > 0, { timeout: 10_000, interval: 20 }).toBe(true);
    await victim.kill();
    await outcomes;
    await station.clearFaults();
    // What the dead process had sent to be deleted may still go for half a minute.
    await expect.poll(async () => { await next.ask(given.people.programmer, "settle", {}); return (await unfinished()).length; }, { timeout: 60_000, interval: 2_000 }).toBe(0);
    const { grid, records, station: rows } = await threeTruths(first, first + 20);
    expect([grid, records]).toEqual([rows, rows]);
  }
}, 240_000);

test("a process that stands still in the middle of an act keeps the others out no longer than its lease, and finishes nothing when it goes on", async () => {
  const [stuck, other] = [processes[1]!, processes[0]!];
  const plan = (by: AirweekProcess, at: number) => by.ask(given.people.programmer, "planOne", { showId, episodeId: episodes[0], ...hour(at) });
  await station.fault({ route: "POST /schedule", kind: "delay", ms: 3_000 });
  const lost = plan(stuck, 300).then(() => "planned", (cause: { problem?: { code: string } }) => cause.problem?.code);
  await expect.poll(async () => (await station.snapshot())["show-instances"].some((each) => Date.parse(String(each.starts_at)) === hour(300).scheduledAt), { timeout: 10_000 }).toBe(true);
  stuck.stop();
  const stoppedAt = performance.now();
  expect(await plan(other, 310)).toMatchObject({ success: true });
  expect(performance.now() - stoppedAt).toBeLessThan(15_000);
  stuck.goOn();
  expect(await lost).toBe("OUTCOME_UNKNOWN");
  await other.ask(given.people.programmer, "settle", {});
  expect(await unfinished()).toEqual([]);
  const { grid, records, station: rows } = await threeTruths(300, 311);
  expect([grid, records]).toEqual([rows, rows]);
});

async function unfinished() {
  return (await (await import("@/server/cms/operations")).unfinishedOperations()).map(({ id, state }) => `${id} ${state}`);
}
