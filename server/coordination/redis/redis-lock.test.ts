import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aRedis, type GivenRedis } from "../redis.test-kit";
import type { Lease } from "../lock";
import { connectTo, type Connection } from "./connection";
import { redisLock, type RedisLockOptions } from "./redis-lock";

let redis: GivenRedis;
let open: Connection[];

beforeAll(async () => {
  redis = await aRedis();
});
beforeEach(async () => {
  open = [];
  await redis.ask("FLUSHALL");
  return () => Promise.all(open.map((each) => each.close()));
});
afterAll(() => redis[Symbol.asyncDispose]());

/** The lock as another process has it. */
function aLock(options: RedisLockOptions = {}, station = "http://libretime.test") {
  const connection = connectTo({ url: redis.url, station });
  open.push(connection);
  return redisLock(connection, options);
}

/** Something that is waited for, and told. */
function signal() {
  let tell = (): void => undefined;
  const told = new Promise<void>((resolve) => (tell = resolve));
  return { tell, told };
}

/** Holds the lock until it is told to end. */
function holding(lock: ReturnType<typeof aLock>, name = "station") {
  const [began, end] = [signal(), signal()];
  let lease: Lease | undefined;
  const done = lock.withLock(name, async (given) => {
    lease = given;
    began.tell();
    await end.told;
  });
  return { began: began.told, end: end.tell, done, lease: () => lease! };
}

const aborted = (lease: Lease): Promise<unknown> =>
  new Promise((resolve) => (lease.signal.aborted ? resolve(0) : lease.signal.addEventListener("abort", resolve)));

test("of two processes, one at a time acts", async () => {
  let [inside, most, acts] = [0, 0, 0];
  const act = async (): Promise<void> => {
    most = Math.max(most, (inside += 1));
    await redis.ask("PING");
    [inside, acts] = [inside - 1, acts + 1];
  };
  const locks = [aLock(), aLock()];
  await Promise.all(Array.from({ length: 40 }, (_, index) => locks[index % 2]!.withLock("station", act)));
  expect([most, acts]).toEqual([1, 40]);
});

test("processes that both have much to do take turns", async () => {
  const order: string[] = [];
  const locks = { a: aLock(), b: aLock() };
  const first = holding(locks.a);
  await first.began;
  const acts = (["a", "b"] as const).flatMap((name) =>
    Array.from({ length: 5 }, () => locks[name].withLock("station", async () => void order.push(name))),
  );
  await expect.poll(async () => redis.ask("ZCARD", (await redis.keys(":line"))[0] ?? "none")).toBe(1);
  first.end();
  await Promise.all(acts);
  expect(order.join("")).not.toMatch(/aaa|bbbb/);
});

test("what is released is taken at once", async () => {
  const [a, b] = [aLock(), aLock()];
  const first = holding(a);
  await first.began;
  const second = holding(b);
  await expect.poll(async () => redis.ask("ZCARD", (await redis.keys(":line"))[0] ?? "none")).toBe(1);
  const endedAt = performance.now();
  first.end();
  await second.began;
  expect(performance.now() - endedAt).toBeLessThan(200);
  second.end();
  await Promise.all([first.done, second.done]);
  expect(await redis.keys("")).toEqual([]);
});

test("a holder keeps its lease for as long as it acts", async () => {
  const held = holding(aLock({ leaseMs: 300 }));
  await held.began;
  const [key = ""] = await redis.keys("lock:station");
  let [left, prolonged] = [0, 0];
  await expect
    .poll(
      async () => {
        const now = Number(await redis.ask("PTTL", key));
        prolonged += now > left ? 1 : 0;
        left = now;
        return prolonged;
      },
      { interval: 10 },
    )
    .toBe(6);
  expect(await redis.ask("GET", key)).toBe(held.lease().token);
  expect(held.lease().signal.aborted).toBe(false);
  held.end();
  await held.done;
});

test("a holder whose lease is gone loses it, and the next one acts under a token of its own", async () => {
  const first = holding(aLock({ leaseMs: 300 }));
  await first.began;
  const second = holding(aLock());
  await redis.ask("DEL", (await redis.keys("lock:station"))[0]!);
  await Promise.all([aborted(first.lease()), second.began]);
  expect(second.lease().token).not.toBe(first.lease().token);
  first.end();
  await first.done;
  expect(await redis.ask("GET", (await redis.keys("lock:station"))[0]!)).toBe(second.lease().token);
  second.end();
  await second.done;
});

test("a process that was stopped sees at once that it has lost, before any timer of it runs", async () => {
  let now = 0;
  const held = holding(aLock({ monotonic: () => now }));
  await held.began;
  expect(held.lease().signal.aborted).toBe(false);
  now = 10_000;
  expect(held.lease().signal.aborted).toBe(true);
  held.end();
  await held.done;
});

test("a holder that does not hear from Redis has lost when its lease is over", async () => {
  const held = holding(aLock({ leaseMs: 400 }));
  await held.began;
  redis.freeze();
  await aborted(held.lease());
  redis.thaw();
  expect(String(held.lease().signal.reason)).toContain("is lost: no answer from Redis for 0.4 s");
  held.end();
  await held.done;
});

test("who waits and dies is waited for no longer than a second", async () => {
  const first = holding(aLock());
  await first.began;
  const dying = holding(aLock());
  dying.done.catch(() => undefined);
  await expect.poll(async () => redis.ask("ZCARD", (await redis.keys(":line"))[0] ?? "none")).toBe(1);
  await open[1]!.close();
  const next = holding(aLock());
  first.end();
  await next.began;
  next.end();
  await next.done;
});

test("stations do not wait for each other, nor do other names", async () => {
  const held = holding(aLock());
  await held.began;
  expect(await aLock({}, "http://other.test").withLock("station", async () => "free")).toBe("free");
  expect(await aLock().withLock("other", async () => "free")).toBe("free");
  held.end();
  await held.done;
});

test("without Redis an act is refused in time, however many wait, and is done when Redis is back on its port", async () => {
  const lock = aLock({ patienceMs: 300 });
  expect(await lock.withLock("station", async () => "before")).toBe("before");
  await redis.goAway();
  const askedAt = performance.now();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, () => lock.withLock("station", async () => "meanwhile")),
  );
  const codes = outcomes.map((each) => (each.status === "rejected" ? each.reason.problem.code : each.value));
  expect(new Set(codes)).toEqual(new Set(["COORDINATION_UNREACHABLE"]));
  expect(performance.now() - askedAt).toBeLessThan(3_000);
  await redis.comeBack();
  expect(await aLock().withLock("station", async () => "another process")).toBe("another process");
  await expect.poll(() => lock.withLock("station", async () => "after").catch(() => "not yet")).toBe("after");
});
