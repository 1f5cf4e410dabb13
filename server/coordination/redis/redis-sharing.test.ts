import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createDeps } from "@/server/deps";
import { log } from "@/server/log";
import { startStation, type GivenRow, type Station } from "@/station/station";
import { aRedis, type GivenRedis } from "../redis.test-kit";

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 24, 12);
const everything = ["GET /files", "GET /show-instances", "GET /shows", "GET /webstreams"];
type Process = ReturnType<typeof createDeps>;
let redis: GivenRedis;
let station: Station;
let now: number;
let running: Process[];

beforeAll(async () => {
  log.level = "silent";
  redis = await aRedis();
});
afterAll(() => redis[Symbol.asyncDispose]());
beforeEach(async () => {
  [now, running] = [NOW, []];
  await redis.ask("FLUSHALL");
  station = await startStation({
    world: {
      shows: [{ name: "Jazz" }],
      files: [{ name: "Tape", length: "01:00:00" }],
      "show-instances": [anInstance(7)],
    },
  });
  return async () => {
    await Promise.all(running.map((each) => each.close()));
    await station.close();
  };
});

/** What another process on the same station and the same Redis stands on. */
function aProcess(): Process {
  const deps = createDeps(
    {
      LIBRETIME_API_URL: station.url,
      LIBRETIME_API_KEY: station.key,
      STATION_TIMEZONE: "UTC",
      STATION_NAME: "Radio",
      LEAD_TIME_SECONDS: 420,
      REDIS_URL: redis.url,
    },
    { now: () => now },
  );
  running.push(deps);
  return deps;
}

function anInstance(id: number, inHours = 24 * 30): GivenRow {
  const at = (hours: number): string => new Date(NOW + hours * 60 * MINUTE).toISOString();
  return { id, show: 1, starts_at: at(inHours), ends_at: at(inHours + 1) };
}

/** What LibreTime was asked for in that time, in the order of its name. */
async function asked(act: () => Promise<unknown>): Promise<string[]> {
  await station.clearRequests();
  await act();
  return (await station.requests()).map(({ method, path }) => `${method} ${path.replace("/api/v2", "")}`).sort();
}

const idsOf = ({ mirror }: Process): number[] => [...mirror.instances.keys()].sort((a, b) => a - b);

test("of two processes that start together, one reads LibreTime's tables, and both know them", async () => {
  const [a, b] = [aProcess(), aProcess()];
  expect(await asked(() => Promise.all([a.mirror.ready(), b.mirror.ready()]))).toEqual(everything);
  for (const { mirror } of [a, b]) {
    expect(mirror.shows.get(1)?.name).toBe("Jazz");
    expect(mirror.files.get(1)).toMatchObject({ title: "Tape", length: 3600 });
    expect(mirror.problem(now)).toBeNull();
  }
  expect(b.mirror.instances.get(7)).toEqual(a.mirror.instances.get(7));
  expect(b.mirror.asOf).toBe(NOW);
});

test("what the one has read is known to the others, and is their news", async () => {
  const [a, b] = [aProcess(), aProcess()];
  await a.mirror.ready();
  await b.mirror.ready();
  const heard: string[] = [];
  b.news.subscribe(({ kind }) => kind === "mirror" && heard.push(idsOf(b).join()));
  await station.put("show-instances", anInstance(8));
  await station.remove("show-instances", 7);
  now += MINUTE;
  expect(await asked(() => a.mirror.catchUp().then(() => b.mirror.catchUp()))).toEqual(everything);
  await expect.poll(() => [idsOf(b), b.mirror.asOf]).toEqual([[8], NOW + MINUTE]);
  await expect.poll(() => heard.at(-1)).toBe("8");
});

test("a table is shared whole, however many rows it has", async () => {
  await station.given({
    shows: [{ name: "Jazz" }],
    "show-instances": Array.from({ length: 1201 }, (_, index) => anInstance(index + 1, index)),
  });
  const [a, b] = [aProcess(), aProcess()];
  await a.mirror.ready();
  expect(await asked(() => b.mirror.ready())).toEqual([]);
  expect(b.mirror.instances).toEqual(a.mirror.instances);
  expect(b.mirror.instances.size).toBe(1201);
});

test("what one process has made or deleted itself, the others know without asking LibreTime", async () => {
  const [a, b] = [aProcess(), aProcess()];
  await a.mirror.ready();
  await b.mirror.ready();
  const made = { ...a.mirror.instances.get(7)!, id: 99 };
  expect(
    await asked(async () => {
      b.mirror.remember({ instance: made });
      b.mirror.forget({ instance: 7 });
      await expect.poll(() => idsOf(a)).toEqual([99]);
    }),
  ).toEqual([]);
  expect(a.mirror.instances.get(99)).toEqual(made);
  const c = aProcess();
  expect(await asked(() => c.mirror.ready())).toEqual([]);
  expect(idsOf(c)).toEqual([99]);
});

test("a failure is known to all, and so is that LibreTime is back", async () => {
  const [a, b] = [aProcess(), aProcess()];
  await a.mirror.ready();
  await b.mirror.ready();
  await station.goAway();
  now += 5 * MINUTE + 1;
  await a.mirror.catchUp();
  await expect
    .poll(() => b.mirror.problem(now))
    .toEqual({ code: "LIBRETIME_UNREACHABLE", what: "list instances: GET /show-instances → ECONNREFUSED" });
  await station.comeBack();
  now += 10_000;
  await a.mirror.catchUp();
  await expect.poll(() => [b.mirror.problem(now), b.mirror.freshness()]).toEqual([null, { seenAt: now }]);
});

test.each(["ends", "dies"])("when the one that reads %s, another takes over", async (how) => {
  const [a, b] = [aProcess(), aProcess()];
  await a.mirror.ready();
  await b.mirror.ready();
  await station.put("show-instances", anInstance(8));
  now += MINUTE;
  expect(await asked(() => b.mirror.catchUp())).toEqual([]);
  // Who dies gives nothing back: its lease runs out.
  if (how === "ends") await a.close();
  else await redis.ask("DEL", (await redis.keys("mirror:reader"))[0]!);
  expect(await asked(() => b.mirror.catchUp())).toEqual(everything);
  expect(idsOf(b)).toEqual([7, 8]);
});

test("a lease to read that nobody renews lasts no longer than half a minute", async () => {
  await aProcess().mirror.ready();
  expect(Number(await redis.ask("PTTL", (await redis.keys("mirror:reader"))[0]!))).toBeLessThanOrEqual(30_000);
});

test("a Redis that has lost everything is told everything again", async () => {
  const [a, b] = [aProcess(), aProcess()];
  await a.mirror.ready();
  await b.mirror.ready();
  await redis.ask("FLUSHALL");
  await station.put("show-instances", anInstance(8));
  b.mirror.remember({ instance: { ...a.mirror.instances.get(7)!, id: 9 } });
  await expect.poll(() => idsOf(a)).toEqual([7, 9]);
  expect(await asked(() => a.mirror.catchUp())).toEqual([]);
  const c = aProcess();
  expect(await asked(() => c.mirror.ready())).toEqual([]);
  expect(idsOf(c)).toEqual([7, 9]);
});

test("without Redis each process reads for itself, and with it again one of them for all", async () => {
  const [a, b] = [aProcess(), aProcess()];
  await a.mirror.ready();
  await b.mirror.ready();
  await redis.goAway();
  now += MINUTE;
  expect(await asked(() => b.mirror.catchUp())).toEqual(everything);
  expect(b.mirror.problem(now)).toBeNull();
  await redis.comeBack();
  now += MINUTE;
  await expect
    .poll(async () => (await asked(() => a.mirror.catchUp())).length && redis.keys("mirror:reader"))
    .toHaveLength(1);
  await station.put("show-instances", anInstance(8));
  now += MINUTE;
  await expect.poll(async () => (await b.mirror.catchUp(), await a.mirror.catchUp(), idsOf(b))).toEqual([7, 8]);
});
