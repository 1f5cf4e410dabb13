import { performance } from "node:perf_hooks";
import type { LibreTime } from "@/server/libretime/client";
import { LibreTimeError } from "@/server/libretime/libretime-error";

/** A list has so long, however quick it was before. */
const LEAST_MS = 5_000;
/** And so many times what it took the last time. */
const TIMES = 4;
/** A list that was given up so often gets more time once: LibreTime may have become slower for good. */
const [OFTEN, LONG_MS] = [5, 30_000];

/**
 * Reads a whole list, which may take LibreTime 22 s, but not when it took 50 ms the last time: one that hangs is
 * given up soon, so that it is told, and asked for anew.
 */
export function patientList<T>(libretime: LibreTime, list: (from: LibreTime) => Promise<T>): () => Promise<T> {
  let tookMs: number | null = null;
  let givenUp = 0;
  return async () => {
    if (tookMs === null) return timed(() => list(libretime));
    const limitMs = Math.max(givenUp > 0 && givenUp % OFTEN === 0 ? LONG_MS : LEAST_MS, TIMES * tookMs);
    try {
      return await timed(() => list(libretime.soon(limitMs)));
    } catch (error) {
      if (error instanceof LibreTimeError && error.status === undefined) givenUp += 1;
      throw error;
    }
  };

  async function timed(read: () => Promise<T>): Promise<T> {
    const beganMs = performance.now();
    const rows = await read();
    [tookMs, givenUp] = [performance.now() - beganMs, 0];
    return rows;
  }
}
