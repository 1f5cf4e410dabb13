import type { Counters } from "./counters";
import { waitIn, type Wait } from "./wait";

/** How many attempts are free, and how the waits grow after them. */
export type Growth = {
  readonly name: string;
  /** So many attempts are let in at once. */
  readonly free: number;
  /** The wait after the next one; each is twice the one before. */
  readonly firstSeconds: number;
  readonly longestSeconds: number;
  /** After so long, counted from the first attempt, all is forgotten. */
  readonly forgottenAfterSeconds: number;
};

/** Attempts of one kind, each counted under the key of whoever makes it. */
export type GrowingWait = {
  /** Counts an attempt and lets it in, or says how long to wait. `free` overrides how many are let in at once. */
  readonly enter: (key: string, free?: number) => Promise<Wait | null>;
  /** Does somebody wait under that key? Counts nothing. */
  readonly waiting: (key: string) => Promise<boolean>;
  /** The attempt was a good one: it is not counted. */
  readonly forgive: (key: string) => Promise<void>;
  /** Forgets all attempts under that key. */
  readonly forget: (key: string) => Promise<void>;
};

/** Lets a few attempts in, then one after each wait. */
export function growingWait(counters: Counters, growth: Growth): GrowingWait {
  const { name, forgottenAfterSeconds } = growth;
  const attempts = counters({ name, points: Number.MAX_SAFE_INTEGER, seconds: forgottenAfterSeconds });
  // A gate lets one attempt in and then stays shut: Redis and the process alike decide who of many is that one.
  const gate = counters({ name: `${name}-gate`, points: 1, seconds: growth.longestSeconds });

  async function pass(key: string, excess: number): Promise<Wait | null> {
    const seconds = Math.min(growth.longestSeconds, growth.firstSeconds * 2 ** Math.min(excess, 20));
    try {
      await gate.consume(key, 1, { customDuration: seconds });
      return null;
    } catch (thrown) {
      return waitIn(thrown, 1);
    }
  }
  return {
    enter: async (key, free = growth.free) => {
      const before = (await attempts.get(key))?.consumedPoints ?? 0;
      const wait = before >= free ? await pass(key, before - free) : null;
      if (wait) return wait;
      const { consumedPoints } = await attempts.penalty(key);
      // Others may have come in since the count was read.
      return before < free && consumedPoints > free ? pass(key, 0) : null;
    },
    waiting: async (key) => (await gate.get(key)) !== null,
    forgive: async (key) => void (await attempts.reward(key)),
    forget: async (key) => void (await Promise.all([attempts.delete(key), gate.delete(key)])),
  };
}
