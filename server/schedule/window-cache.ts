import type { Interval } from "@/domain/interval";
import type { Row } from "@/domain/picture";
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
export function createWindowCache(load: (window: Interval) => Promise<readonly Row[]>, now: () => number, freshMs = 4_000): WindowCache {
  const seen = new Map<string, WindowRead>();
  const underway = new Map<string, { readonly generation: number; readonly reading: Promise<WindowRead> }>();
  let generation = 0;
  let droppedAt = -Infinity;
  const keyOf = ({ startsAt, endsAt }: Interval): string => `${startsAt}/${endsAt}`;

  async function load1(window: Interval, key: string): Promise<WindowRead> {
    const startedAt = now();
    const rows = await load(window);
    const read = { rows, asOf: instant(startedAt) };
    const last = seen.get(key);
    if (!last || last.asOf <= read.asOf) {
      seen.delete(key);
      seen.set(key, read);
    }
    for (const oldest of seen.keys()) if (seen.size > KEEP) seen.delete(oldest); else break;
    return read;
  }

  return {
    read(window) {
      const key = keyOf(window);
      const last = seen.get(key);
      if (last && last.asOf > droppedAt && now() - last.asOf < freshMs) return Promise.resolve(last);
      const current = underway.get(key);
      if (current && current.generation === generation) return current.reading;
      const reading = load1(window, key).finally(() => {
        if (underway.get(key)?.reading === reading) underway.delete(key);
      });
      underway.set(key, { generation, reading });
      return reading;
    },
    lastSeen: (window) => seen.get(keyOf(window)),
    drop() {
      generation += 1;
      droppedAt = now();
    },
  };
}
