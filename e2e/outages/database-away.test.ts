import { setInterval as every } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aLockHolder } from "@/server/cms/holding-lock.test-kit";
import { aPostgres } from "@/server/cms/postgres.test-kit";
import { aRedis } from "@/server/coordination/redis.test-kit";
import { startStation, type Station } from "@/station/station";
import { askAt, idsOf, type Answer, type As, type Asked } from "../kit/api";
import { crowding } from "../kit/crowding";
import { startPlanner } from "../kit/planner-server";
import { dayAfter } from "../kit/paris-time";
import { seed } from "../kit/seed";
import { nextMonday } from "../kit/weeks";
import { stationWorld } from "../kit/world";

/** What is let go of in the end, the latest first. */
const scraps: (() => Promise<unknown>)[] = [];

/** A planner with a station and a database to itself. */
type Own = Asked & { readonly station: Station; readonly databaseUrl: string };

afterAll(async () => {
  for (const close of scraps.reverse()) await close();
});

async function aPlanner(settings: Readonly<Record<string, string>> = {}): Promise<Own> {
  const station = await startStation({ world: stationWorld });
  scraps.push(() => station.close());
  const planner = await startPlanner({ root: process.cwd(), station, settings });
  scraps.push(() => planner.close());
  const own = { station, plannerUrl: planner.url, seeded: await seed(planner), databaseUrl: planner.env.DATABASE_URL! };
  // What is taken off while the database is away has to be there.
  expect(await plan(own, 4)).toMatchObject({ status: 200 });
  return own;
}

const READY = { timeout: 10_000, interval: 100 };
/** So long anybody waits at most for the word that the database is away, on a machine that does nothing else. */
const MOST_MS = 10_000;
const readiness = (asked: Asked) => askAt(asked, "/api/health/ready", { as: "nobody" });
const admin = { key: "admin" } as const;

/** A day of the coming month, at ten. */
const dayAt10 = (days: number) =>
  new Date(Math.floor(Date.now() / 86_400_000 + 20 + days) * 86_400_000 + 36_000_000).toISOString();
const hourOf = (days: number) => ({
  scheduledAt: dayAt10(days),
  scheduledEnd: new Date(Date.parse(dayAt10(days)) + 3_600_000).toISOString(),
});
const planBody = (asked: Asked, days = 0) => ({ ...idsOf("Concrete choir", asked.seeded), ...hourOf(days) });
const plan = (asked: Asked, days: number, as: As = admin) =>
  askAt(asked, "/api/schedule/planOne", { as, method: "POST", body: planBody(asked, days) });

/** Asks for something, measures it, and watches meanwhile that `live` answers. */
async function measured<T>(
  { plannerUrl }: Asked,
  ask: () => Promise<T>,
): Promise<{ readonly answers: T; readonly ms: number; readonly liveMs: number }> {
  let [isOver, liveMs] = [false, 0];
  const watching = (async () => {
    for await (const _ of every(200)) {
      const began = performance.now();
      expect((await fetch(`${plannerUrl}/api/health/live`)).status).toBe(200);
      liveMs = Math.max(liveMs, performance.now() - began);
      if (isOver) return;
    }
  })();
  const began = performance.now();
  const answers = await ask();
  const ms = performance.now() - began;
  isOver = true;
  await watching;
  return { answers, ms: Math.round(ms), liveMs: Math.round(liveMs) };
}

const code = ({ status, body }: Answer): string =>
  `${status} ${body.code ?? body.error?.data?.problem?.code ?? body.success}`;
const away = "503 DATABASE_UNREACHABLE";

/** Everything that writes, by whichever door. */
function writes(asked: Asked): Readonly<Record<string, () => Promise<Answer>>> {
  const { viewer } = asked.seeded.people;
  const [show] = Object.values(asked.seeded.shows);
  return {
    "REST planOne": () => plan(asked, 0),
    "REST planOne, another": () => plan(asked, 1, { cookie: "programmer" }),
    "REST unplanOne": () =>
      askAt(asked, "/api/schedule/unplanOne", {
        as: admin,
        method: "DELETE",
        body: { episodeId: planBody(asked).episodeId, scheduledAt: dayAt10(4) },
      }),
    "tRPC planOne": () =>
      askAt(asked, "/api/trpc/planOne", { as: { cookie: "programmer" }, method: "POST", body: planBody(asked, 2) }),
    "Payload POST": () =>
      askAt(asked, "/api/shows", {
        as: admin,
        method: "POST",
        body: { title: "While it was away", colour: "#1c7ed6" },
      }),
    "Payload PATCH": () =>
      askAt(asked, `/api/shows/${show}`, { as: admin, method: "PATCH", body: { description: "While it was away" } }),
    "Payload sign-in": () =>
      askAt(asked, "/api/users/login", {
        as: "nobody",
        method: "POST",
        body: { email: viewer.email, password: viewer.password },
      }),
  };
}

/** Everything that only reads, and answers in JSON. */
function reads(asked: Asked): Readonly<Record<string, () => Promise<Answer>>> {
  const get = (path: string, as: As) => () => askAt(asked, path, { as });
  return {
    "REST listSlots": get(`/api/schedule/listSlots?from=${dayAt10(0)}&to=${dayAt10(2)}`, admin),
    "REST tracks": get("/api/library/tracks?q=a", { cookie: "programmer" }),
    metrics: get("/api/metrics", admin),
    "tRPC status": get("/api/trpc/station.status", { cookie: "viewer" }),
    "Payload list": get("/api/episodes", { cookie: "host" }),
    "Payload who": get("/api/users/me", { cookie: "viewer" }),
    "Payload access": get("/api/access", admin),
  };
}

const pages = [
  "/",
  "/login",
  "/station-changed",
  "/admin",
  "/admin/login",
  "/admin/collections/episodes",
  "/admin/account",
  "/nowhere",
];

async function askAll(
  doors: Readonly<Record<string, () => Promise<Answer>>>,
): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(
    await Promise.all(Object.entries(doors).map(async ([name, ask]) => [name, code(await ask())] as const)),
  );
}
const each = (names: readonly string[], what: string) => Object.fromEntries(names.map((name) => [name, what]));

/** Every door says it, and every page, for listeners that of a week that nobody has asked for yet; within the time that anybody waits; nothing is asked of LibreTime that changes it. */
async function expectAway(asked: Own, week: string): Promise<void> {
  const before = await asked.station.snapshot();
  const doors = { ...writes(asked), ...reads(asked) };
  const { answers, ms, liveMs } = await measured(asked, async () => ({
    doors: await askAll(doors),
    batch: await askAt(asked, "/api/trpc/station.status,station.inbox?batch=1&input={}", { as: admin }),
    news: await (
      await fetch(`${asked.plannerUrl}/api/trpc/station.news`, {
        headers: { authorization: `users API-Key ${asked.seeded.people.viewer.apiKey}`, accept: "text/event-stream" },
      })
    ).text(),
  }));
  expect(answers.doors).toEqual(each(Object.keys(doors), away));
  expect(
    answers.batch.body.map(
      ({ error }: { error: { data: { httpStatus: number; problem: { code: string } } } }) =>
        `${error.data.httpStatus} ${error.data.problem.code}`,
    ),
  ).toEqual([away, away]);
  expect(answers.news).toContain("DATABASE_UNREACHABLE");
  const shown = await measured(asked, () =>
    Promise.all(
      [...pages, `/station?week=${week}`].flatMap((page) =>
        (["nobody", { cookie: "admin" }] as const).map(async (as) => ({ page, ...(await askAt(asked, page, { as })) })),
      ),
    ),
  );
  for (const { page, status, body } of shown.answers)
    expect([page, status, body]).toEqual([page, 503, expect.stringMatching(/^The database does not answer/)]);
  expect(Math.max(ms, shown.ms)).toBeLessThan(MOST_MS * crowding());
  expect(Math.max(liveMs, shown.liveMs)).toBeLessThan(1_000 * crowding());
  expect(await asked.station.snapshot()).toEqual(before);
}

/** Everything works again, without a restart, and nothing was written meanwhile. */
async function expectBack(asked: Asked, days: number): Promise<void> {
  await expect.poll(() => readiness(asked), READY).toMatchObject({ status: 200 });
  const titles = (await askAt(asked, "/api/shows?limit=100", { as: admin })).body.docs.map(
    ({ title, description }: { title: string; description?: string }) => `${title} ${description}`,
  );
  expect(titles.join()).not.toContain("While it was away");
  expect(await plan(asked, days)).toMatchObject({ status: 200, body: { success: true } });
  const list = await askAt(asked, `/api/schedule/listSlots?from=${dayAt10(0)}&to=${dayAt10(10)}`, { as: admin });
  expect(list.body.slots.map(({ state }: { state: string }) => state)).toContain("on-libretime");
  for (const page of ["/", "/login", "/station", "/admin"])
    expect([
      page,
      (await askAt(asked, page, { as: page === "/login" ? "nobody" : { cookie: "admin" } })).status,
    ]).toEqual([page, 200]);
}

test("SQLite whose lock another process keeps: who writes is told within ten seconds, who reads reads on", async () => {
  const asked = await aPlanner();
  const before = await asked.station.snapshot();
  {
    await using _holder = await aLockHolder(asked.databaseUrl);
    const { answers, ms, liveMs } = await measured(asked, async () => ({
      written: await askAll(writes(asked)),
      read: await askAll(reads(asked)),
    }));
    expect(answers.written).toEqual(each(Object.keys(writes(asked)), away));
    expect(Object.values(answers.read).map((each) => each.slice(0, 3))).toEqual(
      Object.keys(reads(asked)).map(() => "200"),
    );
    expect(await readiness(asked)).toMatchObject({
      status: 503,
      body: { reasons: [expect.stringMatching(/^The database/)] },
    });
    // Whoever comes next does not wait as long.
    const next = await measured(asked, () => askAll(writes(asked)));
    expect(next.answers).toEqual(answers.written);
    expect(Math.max(ms, next.ms)).toBeLessThan(MOST_MS * crowding());
    expect(Math.max(liveMs, next.liveMs)).toBeLessThan(1_000 * crowding());
    expect(await asked.station.snapshot()).toEqual(before);
  }
  await expectBack(asked, 3);
});

describe("PostgreSQL and Redis", () => {
  let asked: Own;
  let postgres: Awaited<ReturnType<typeof aPostgres>>;
  let redis: Awaited<ReturnType<typeof aRedis>>;
  beforeAll(async () => {
    [postgres, redis] = [await aPostgres(), await aRedis()];
    scraps.push(
      async () => postgres[Symbol.asyncDispose](),
      async () => redis[Symbol.asyncDispose](),
    );
    asked = await aPlanner({ DATABASE_URL: postgres.url, REDIS_URL: redis.url });
  });

  test("PostgreSQL stopped: every door and page says so, and works again without a restart", async () => {
    await postgres.stop();
    await expectAway(asked, nextMonday());
    await expect
      .poll(() => readiness(asked), READY)
      .toMatchObject({ status: 503, body: { reasons: [expect.stringMatching(/^The database/)] } });
    await postgres.start();
    await expectBack(asked, 5);
  });

  test("PostgreSQL silent, its connections open: the same", async () => {
    postgres.freeze();
    try {
      await expectAway(asked, dayAfter(nextMonday(), 7));
      expect(await readiness(asked)).toMatchObject({ status: 503 });
    } finally {
      postgres.thaw();
    }
    await expectBack(asked, 6);
  });

  test("Redis gone: ready says so, no act begins, who reads reads on", async () => {
    const before = await asked.station.snapshot();
    await redis.goAway();
    await expect
      .poll(() => readiness(asked), READY)
      .toMatchObject({ status: 503, body: { reasons: [expect.stringMatching(/Redis|other|coordinat/i)] } });
    expect(code(await plan(asked, 8))).toBe("503 COORDINATION_UNREACHABLE");
    expect(Object.values(await askAll(reads(asked))).map((each) => each.slice(0, 3))).toEqual(
      Object.keys(reads(asked)).map(() => "200"),
    );
    expect(await asked.station.snapshot()).toEqual(before);
    await redis.comeBack();
    await expectBack(asked, 7);
  });
});
