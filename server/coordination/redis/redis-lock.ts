import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { Refusal } from "@/server/refusal";
import { createLock, type Lock } from "../lock";
import type { Connection } from "./connection";
import { keepLease, type LeaseOptions } from "./lease";

export type RedisLockOptions = Partial<LeaseOptions> & {
  /** How long an act waits for a Redis that does not answer. */
  readonly patienceMs?: number;
};

/** Waiters hear of a release; who missed it asks again after this. */
const ASK_EVERY_MS = 250;
/** Who waits and has not asked for so long is gone, and nobody waits for them. */
const GONE_MS = 1_000;

/**
 * Who asks stands in line, by when they came, and gets what nobody holds when nobody who still asks came before.
 * An answer that was lost on the way is given again. KEYS: the lock, the line, when each in it has last asked.
 */
const ask = `
local time = redis.call("TIME")
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local holder = redis.call("GET", KEYS[1])
if holder ~= ARGV[1] then
  redis.call("ZADD", KEYS[2], "NX", now, ARGV[1])
  redis.call("HSET", KEYS[3], ARGV[1], now)
  local first = redis.call("ZRANGE", KEYS[2], 0, 0)[1]
  while first ~= ARGV[1] and now - tonumber(redis.call("HGET", KEYS[3], first) or 0) > tonumber(ARGV[3]) do
    redis.call("ZREM", KEYS[2], first)
    redis.call("HDEL", KEYS[3], first)
    first = redis.call("ZRANGE", KEYS[2], 0, 0)[1]
  end
  if holder or first ~= ARGV[1] then return 0 end
end
redis.call("SET", KEYS[1], ARGV[1], "PX", ARGV[2])
redis.call("ZREM", KEYS[2], ARGV[1])
redis.call("HDEL", KEYS[3], ARGV[1])
return 1`;

/** Who goes leaves the line, and what they hold is free, if they still hold it. */
const leave = `
redis.call("ZREM", KEYS[2], ARGV[1])
redis.call("HDEL", KEYS[3], ARGV[1])
if redis.call("GET", KEYS[1]) ~= ARGV[1] then return 0 end
redis.call("DEL", KEYS[1])
redis.call("PUBLISH", ARGV[2], ARGV[3])
return 1`;

/** A lock among all processes on one Redis. Within one, acts queue first: each process sends one contender. */
export function redisLock(
  connection: Connection,
  { leaseMs = 10_000, patienceMs = 10_000, monotonic = () => performance.now() }: RedisLockOptions = {},
): Lock {
  const { commands, named, hear, untilReady } = connection;
  const here = createLock();
  const waiting = new Map<string, () => void>();
  let answeredAt = -Infinity;
  hear("freed", (name) => waiting.get(name)?.());

  const keysOf = (name: string) =>
    [named(`lock:${name}`), named(`lock:${name}:line`), named(`lock:${name}:asked`)] as const;
  const asksFor = async (name: string, token: string): Promise<boolean> => {
    const answer = await commands.eval(ask, 3, ...keysOf(name), token, leaseMs, GONE_MS);
    answeredAt = monotonic();
    return answer === 1;
  };
  const leaves = (name: string, token: string): void =>
    void commands.eval(leave, 3, ...keysOf(name), token, named("freed"), name).catch(() => undefined);

  /** Asks until it is given, and answers when the question was sent. */
  const get = async (name: string, token: string, since: number): Promise<number> => {
    for (;;) {
      const freed = new Promise<void>((resolve) => waiting.set(name, resolve));
      const askedAt = monotonic();
      try {
        if (await asksFor(name, token)) return askedAt;
      } catch (cause) {
        if (monotonic() - Math.max(since, answeredAt) >= patienceMs)
          throw new Refusal({ code: "COORDINATION_UNREACHABLE" }, { cause });
      }
      await (commands.status === "ready" ? soon(freed) : untilReady(ASK_EVERY_MS));
    }
  };
  return {
    withLock: (name, act) => {
      const since = monotonic();
      return here.withLock(name, async () => {
        const token = randomUUID();
        try {
          const askedAt = await get(name, token, since);
          const { lease, end } = keepLease(connection, keysOf(name)[0], { token, askedAt, leaseMs, monotonic });
          try {
            return await act(lease);
          } finally {
            end();
          }
        } finally {
          // Sent before whatever this process asks next, and nobody waits for its answer: what is lost runs out.
          leaves(name, token);
        }
      });
    },
  };
}

/** Waits for that, but not for long. */
async function soon(freed: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([freed, new Promise<void>((resolve) => (timer = setTimeout(resolve, ASK_EVERY_MS)))]);
  clearTimeout(timer);
}
