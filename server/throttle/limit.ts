import type { Counted, Counters } from "./counters";
import { waitIn, type Wait } from "./wait";

/** Takes one request of whoever the key names. Null: it is granted. */
export type Limit = (key: string) => Promise<Wait | null>;

/** So many requests in so many seconds, counted from the first. */
export function limitOf(counters: Counters, granted: Counted): Limit {
  const counter = counters(granted);
  return async (key) => {
    try {
      await counter.consume(key);
      return null;
    } catch (thrown) {
      return waitIn(thrown, granted.points);
    }
  };
}
