import type { Interval } from "@/domain/interval";
import type { Row } from "@/domain/station-rows";
import { instant, type Instant } from "@/domain/time";

/** LibreTime's rows of a window, and when they were read. */
export type WindowRead = { readonly rows: readonly Row[]; readonly asOf: Instant };

/** What was read of LibreTime's windows in the last seconds, shared by all who look. */
export type WindowCache = {
  /** The window as it is, at most `freshMs` old; several who ask at once cost one request. */
  readonly read: (window: Interval) => Promise<WindowRead>;
  /** What was seen last of that window, however old. */
  readonly lastSeen: (window: Interval) => WindowRead | undefined;
  /** A write happened: nothing that was read before counts as fresh. */
  readonly drop: () => void;
};

const KEEP = 60;

/** A cache over `load` whose entries stay fresh for `freshMs`. */
export function createWindowCache(
  load: (window: Interval) => Promise<readonly Row[]>,
  now: () => number,
  freshMs = 4_000,
): WindowCache {
  type Kept = { readonly read: WindowRead; readonly generation: number };
  const seen = new Map<string, Kept>();
  const underway = new Map<string, { readonly generation: number; readonly reading: Promise<WindowRead> }>();
  let generation = 0;

  async function loadInto(key: string, window: Interval, begunIn: number): Promise<WindowRead> {
    const asOf = instant(now());
    const read = { rows: await load(window), asOf };
    // An answer that was overtaken by a later one of the same window says nothing any more.
    if (begunIn >= (seen.get(key)?.generation ?? 0)) {
      seen.delete(key);
      seen.set(key, { read, generation: begunIn });
      for (const oldest of seen.keys()) if (seen.size > KEEP) seen.delete(oldest);
    }
    return read;
  }

  return {
    read(window) {
      const key = keyOf(window);
      const last = seen.get(key);
      // What was read later than now was read before somebody set the clock back.
      if (last?.generation === generation && Math.abs(now() - last.read.asOf) < freshMs)
        return Promise.resolve(last.read);
      const current = underway.get(key);
      if (current?.generation === generation) return current.reading;
      const reading = loadInto(key, window, generation).finally(() => {
        if (underway.get(key)?.reading === reading) underway.delete(key);
      });
      underway.set(key, { generation, reading });
      return reading;
    },
    lastSeen: (window) => seen.get(keyOf(window))?.read,
    drop: () => void (generation += 1),
  };
}

function keyOf({ startsAt, endsAt }: Interval): string {
  return `${startsAt}/${endsAt}`;
}
