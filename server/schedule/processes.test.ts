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
  station = kept(
    await startStation({
      world: { files: [1, 2].map((id) => ({ id, track_title: `Night Flight #${id}`, length: "01:00:00" })) },
    }),
  );
  const others = [1, 2, 3].map(async () => kept(await aProcess({ databaseUrl: postgres.url, redisUrl, station })));
  [given, ...processes] = await Promise.all([givenCms(postgres.url), ...others]);
  const { admin } = given.people;
  const [{ createShow }, { createEpisode }] = [
    await import("@/server/cms/shows"),
    await import("@/server/cms/episodes"),
  ];
  showId = (await createShow(admin, { title: "Night Flight" })).id;
  episodes = await Promise.all(
    [1, 2].map(
      async (libretimeTrackId) =>
        (await createEpisode(admin, { title: `Number ${libretimeTrackId}`, showId, libretimeTrackId })).id,
    ),
  );
});
afterAll(async () => {
  await given[Symbol.asyncDispose]();
  for (const scrap of scraps.reverse()) await scrap[Symbol.asyncDispose]();
});

/** Many plans at once, from all three processes in turn. */
async function planAll(wishes: readonly { readonly episodeId: string; readonly hour: number }[]) {
  const outcomes = await Promise.allSettled(
    wishes.map((wish, index) =>
      processes[index % 3]!.ask(given.people.programmer, "planOne", {
        showId,
        episodeId: wish.episodeId,
        ...hour(wish.hour),
      }),
    ),
  );
  return {
    answers: outcomes.flatMap((each) => (each.status === "fulfilled" ? [each.value] : [])),
    codes: outcomes.flatMap((each) =>
      each.status === "rejected" ? [each.reason.problem?.code ?? String(each.reason)] : [],
    ),
  };
}

/** What a fourth process draws, what our records say, and what the station has, of those hours. */
async function threeTruths(from: number, to: number) {
  const [{ createDeps }, { env }, { listSlots }, { slotsIn }] = [
    await import("@/server/deps"),
    await import("@/server/env"),
    await import("./list-slots"),
    await import("@/server/cms/slots"),
  ];
  const deps = createDeps({
    ...env(),
    LIBRETIME_API_URL: station.url,
    LIBRETIME_API_KEY: station.key,
    REDIS_URL: redisUrl,
  });
  try {
    const [startsAt, endsAt] = [hour(from).scheduledAt, hour(to).scheduledAt];
    const { slots } = await listSlots(deps, { from: startsAt, to: endsAt });
    const records = await slotsIn({ startsAt, endsAt });
    const rows = (await station.snapshot()).schedule.filter(
      (row) => Date.parse(String(row.starts_at)) >= startsAt && Date.parse(String(row.starts_at)) < endsAt,
    );
    return {
      grid: slots.map(({ playoutIds, state }) => `${playoutIds.join()} ${state}`).sort(),
      records: records.map(({ playoutId }) => `${playoutId} on-libretime`).sort(),
      station: rows.map(({ id }) => `${String(id)} on-libretime`).sort(),
    };
  } finally {
    await deps.close();
  }
}

test("of fifty who plan the same time at once from three processes, one does", async () => {
  const { answers, codes } = await planAll(
    Array.from({ length: 50 }, (_, index) => ({ episodeId: episodes[index % 2]!, hour: 0 })),
  );
  expect(answers.filter(({ idempotent }) => !idempotent)).toHaveLength(1);
  expect(answers).toHaveLength(25);
  expect(codes).toEqual(Array(25).fill("SLOT_OVERLAP"));
  const { grid, records, station: rows } = await threeTruths(0, 1);
  expect(rows).toHaveLength(1);
  expect([grid, records]).toEqual([rows, rows]);
});

test("two hundred who plan other times at once from three processes all do, and grid, records and station agree", async () => {
  const { answers, codes } = await planAll(
    Array.from({ length: 200 }, (_, index) => ({ episodeId: episodes[index % 2]!, hour: index + 1 })),
  );
  expect(codes).toEqual([]);
  expect(answers.filter(({ idempotent }) => !idempotent)).toHaveLength(200);
  const { grid, records, station: rows } = await threeTruths(1, 201);
  expect(rows).toHaveLength(200);
  expect([grid, records]).toEqual([rows, rows]);
});

/** So long whoever is left may take to settle what a killed process left: the next minute comes, and the station is free by then. */
const A_MINUTE = { timeout: 70_000, interval: 500 };

test.each([
  { route: "POST /show-instances", first: 320, next: "the chore of the others" },
  { route: "POST /schedule", first: 360, next: "the start of another" },
  { route: "DELETE /schedule/*", first: 400, next: "the start of another" },
])(
  "a process killed in the middle of a batch, at its third $route, leaves what $next settles within a minute, all or nothing",
  async ({ route, first, next }) => {
    const victim = processes.pop()!;
    const { programmer } = given.people;
    const standing = await Promise.all(
      [0, 1, 2].map((index) =>
        victim.ask(programmer, "planOne", { showId, episodeId: episodes[0], ...hour(first + index) }),
      ),
    );
    const before = await station.snapshot();
    await station.clearRequests();
    await station.fault({ route, kind: "delay", ms: 5_000, nth: 3 });
    const to = (index: number) => ({
      startsAt: hour(first + index).scheduledAt,
      endsAt: hour(first + index).scheduledEnd,
    });
    const moves = standing.map(({ slotId }, index) => ({ slotId, to: to(10 + index) }));
    const plans = Array.from({ length: 6 }, (_, index) => ({
      showId,
      episodeId: episodes[index % 2],
      to: to(20 + index),
    }));
    const batch = victim.ask(programmer, "planMany", { mode: "all", changes: [...moves, ...plans] }).then(
      () => "answered",
      () => "died",
    );
    await expect.poll(() => ended(route), { timeout: 10_000, interval: 20 }).toBeGreaterThanOrEqual(2);
    await victim.kill();
    expect(await batch).toBe("died");
    const [line] = await openLines();
    expect(line).toMatchObject({
      kind: "many",
      state: "wanted",
      effects: { arriving: { length: 9 }, leaving: { length: 3 } },
    });
    expect(line!.steps.length).toBeGreaterThan(0);
    expect(await station.snapshot()).not.toEqual(before);
    await station.clearFaults();
    if (next === "the start of another")
      processes.push(kept(await aProcess({ databaseUrl: postgresUrl, redisUrl, station })));
    await expect.poll(unfinished, A_MINUTE).toEqual([]);
    const { grid, records, station: rows } = await threeTruths(first, first + 30);
    expect([grid, records]).toEqual([rows, rows]);
    expect(rows.length).toBeOneOf([3, 9]);
  },
  120_000,
);

test("a process that stands still in the middle of an act keeps the others out no longer than its lease, and finishes nothing when it goes on", async () => {
  const [stuck, other] = [processes[1]!, processes[0]!];
  const plan = (by: AirweekProcess, at: number) =>
    by.ask(given.people.programmer, "planOne", { showId, episodeId: episodes[0], ...hour(at) });
  // One that has just started sends a row that cannot be, to see whether it may write: that is not the one to stop it at.
  await plan(stuck, 299);
  await station.fault({ route: "POST /schedule", kind: "delay", ms: 3_000 });
  const lost = plan(stuck, 300).then(
    () => "planned",
    (cause: { problem?: { code: string } }) => cause.problem?.code,
  );
  await expect
    .poll(
      async () =>
        (await station.snapshot())["show-instances"].some(
          (each) => Date.parse(String(each.starts_at)) === hour(300).scheduledAt,
        ),
      { timeout: 10_000 },
    )
    .toBe(true);
  stuck.stop();
  const stoppedAt = performance.now();
  expect(await plan(other, 310)).toMatchObject({ success: true });
  expect(performance.now() - stoppedAt).toBeLessThan(15_000);
  stuck.goOn();
  expect(await lost).toBe("OUTCOME_UNKNOWN");
  await other.ask(given.people.programmer, "settle", {});
  expect(await unfinished()).toEqual([]);
  const { grid, records, station: rows } = await threeTruths(299, 311);
  expect([grid, records]).toEqual([rows, rows]);
});

async function openLines() {
  return (await import("@/server/cms/operations")).unfinishedOperations();
}

async function unfinished() {
  return (await openLines()).map(({ id, state }) => `${id} ${state}`);
}

/** How many requests of that route have come to their end. */
async function ended(route: string): Promise<number> {
  return (await station.requests()).filter(
    ({ method, path }) => route === `${method} ${path.replace("/api/v2", "").replace(/\d+$/, "*")}`,
  ).length;
}
