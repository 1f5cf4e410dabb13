import { commandsTo } from "@/server/coordination/redis/connection";
import { env, type Env } from "@/server/env";
import { log } from "@/server/log";
import { countersIn, type Counters } from "./counters";
import { signInAttempts, type SignInAttempts } from "./sign-in-attempts";

/** What a process counts with. */
export type Throttle = {
  /** Makes limits of one's own, such as for anonymous requests: `limitOf(counters, …)`, once in a process. */
  readonly counters: Counters;
  readonly signIn: SignInAttempts;
  readonly close: () => void;
};

// The framework bundles a module more than once; what a process has only one of lives on the process.
const shared = globalThis as typeof globalThis & { airweekThrottle?: Throttle };

/** This process's throttle, made on first use. */
export function getThrottle(): Throttle {
  return (shared.airweekThrottle ??= createThrottle(env()));
}

/** Counts in the Redis of `REDIS_URL`, or in this process. */
export function createThrottle({
  REDIS_URL: url,
  LIBRETIME_API_URL: station,
}: Pick<Env, "LIBRETIME_API_URL"> & Partial<Pick<Env, "REDIS_URL">>): Throttle {
  const store = url
    ? commandsTo({ url, station, onFailure: (why) => log.warn({ event: "redis_failure" }, `[REDIS] ${why}`) })
    : null;
  const counters = countersIn(store);
  return { counters, signIn: signInAttempts(counters), close: () => store?.commands.disconnect() };
}
