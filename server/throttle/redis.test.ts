import { afterAll, beforeAll, expect, test } from "vitest";
import { aRedis, type GivenRedis } from "@/server/coordination/redis.test-kit";
import { limitOf } from "./limit";
import { createThrottle, type Throttle } from "./throttle";

let redis: GivenRedis;
const open: Throttle[] = [];
beforeAll(async () => {
  redis = await aRedis();
});
afterAll(async () => {
  for (const each of open) each.close();
  await redis[Symbol.asyncDispose]();
});

/** A process that counts in this Redis. */
function aProcess(): Throttle {
  const made = createThrottle({ REDIS_URL: redis.url, LIBRETIME_API_URL: "http://libretime.example.org" });
  open.push(made);
  return made;
}

const attempt = (account: string) => ({ account, address: "192.0.2.1", browser: null });

/** Until the process counts in Redis: until then it counts for itself. */
async function counting(...processes: readonly Throttle[]): Promise<void> {
  for (const [index, { counters }] of processes.entries()) {
    const name = `probe-${index}-${Math.random()}`;
    const limit = limitOf(counters, { name, points: 1000, seconds: 60 });
    await expect
      .poll(async () => {
        await limit("x");
        return (await redis.keys(`throttle:${name}:x`)).length;
      })
      .toBe(1);
  }
}

test("several processes count together, and the right password at one is known to the other", async () => {
  const [one, other] = [aProcess(), aProcess()];
  await counting(one, other);
  for (const { signIn } of [one, other, one, other, one]) expect(await signIn.begin(attempt("a"))).toBeNull();
  for (const { signIn } of [one, other]) expect(await signIn.begin(attempt("a"))).toMatchObject({ seconds: 30 });
  await one.signIn.succeed(attempt("a"));
  expect(await other.signIn.begin(attempt("a"))).toBeNull();
});

test("of a hundred attempts at once through two processes at most five are looked at", async () => {
  const [one, other] = [aProcess(), aProcess()];
  await counting(one, other);
  const all = await Promise.all(
    Array.from({ length: 100 }, (_, each) => (each % 2 ? one : other).signIn.begin(attempt("b"))),
  );
  expect(all.filter((wait) => wait === null).length).toBeLessThanOrEqual(5);
});

test("no key in Redis holds an address or an account, and each goes by itself", async () => {
  const one = aProcess();
  await counting(one);
  await one.signIn.begin(attempt("ada@example.org"));
  const keys = (await redis.ask("KEYS", "*")) as string[];
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.join(" ")).not.toMatch(/ada|example\.org|192\.0\.2/);
  for (const key of keys) expect(await redis.ask("TTL", key)).toBeGreaterThan(0);
});

test("without Redis each process goes on counting for itself", async () => {
  const one = aProcess();
  await counting(one);
  const limit = limitOf(one.counters, { name: "anonymous", points: 2, seconds: 60 });
  await redis.goAway();
  for (let each = 0; each < 5; each += 1) expect(await one.signIn.begin(attempt("c"))).toBeNull();
  expect(await one.signIn.begin(attempt("c"))).toMatchObject({ seconds: 30 });
  expect([await limit("x"), await limit("x"), await limit("x")]).toEqual([null, null, { seconds: 60, isFirst: true }]);
  await redis.comeBack();
  await counting(one);
});
