import type { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterAbstract } from "rate-limiter-flexible";

/** What is counted: `points` in `seconds`, under a name of its own. */
export type Counted = { readonly name: string; readonly points: number; readonly seconds: number };

/** Makes what counts. */
export type Counters = (counted: Counted) => RateLimiterAbstract;

/** The Redis of several processes, and how a name is written in it. */
export type SharedStore = { readonly commands: Redis; readonly named: (name: string) => string };

/**
 * Counts in Redis when there is one, otherwise in this process. While Redis does not answer, each process counts
 * for itself: a guesser gains a few attempts, and nobody who knows the password waits for Redis.
 */
export function countersIn(store: SharedStore | null): Counters {
  return ({ name, points, seconds }) => {
    const inMemory = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
    if (!store) return inMemory;
    return new RateLimiterRedis({
      storeClient: store.commands,
      keyPrefix: store.named(`throttle:${name}`),
      points,
      duration: seconds,
      rejectIfRedisNotReady: true,
      insuranceLimiter: inMemory,
    });
  };
}
