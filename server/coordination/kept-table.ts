import { instant, type Instant } from "@/domain/time";
import { LibreTimeError } from "@/server/libretime/libretime-error";

/** A table of LibreTime's as it was last read, and what we know of it since. */
export type KeptTable<T> = {
  readonly rows: ReadonlyMap<number, T>;
  /** When its last reading began; null before the first. */
  readonly seenAt: Instant | null;
  /** Why the last reading failed, if it did. */
  readonly failure: LibreTimeError | undefined;
  /** When the whole table may be read again. */
  readonly dueAt: Instant;
  /** Every id up to here was asked for, with the whole table or singly. */
  readonly askedTo: number;
  readonly noteAsked: (id: number) => void;
  /** Reads the whole table, now. Answers whether anything has changed. */
  readonly readAll: () => Promise<boolean>;
  /** Notes that a partial reading, begun at that time, succeeded or failed. */
  readonly noteLook: (at: Instant, failure?: LibreTimeError) => void;
  readonly put: (row: T) => void;
  readonly drop: (id: number) => void;
};

type Pace = {
  /** The whole table is read again after this many times what reading it took: 20 costs LibreTime 5 % of its time. */
  readonly rest: number;
  readonly leastMs: number;
};

/** After a failure: soon, so that a LibreTime that comes back is seen. */
const AFTER_FAILURE_MS = 10_000;

/** Keeps a table that has no filter: LibreTime answers all of it or one row. */
export function keptTable<T extends { readonly id: number }>(list: () => Promise<T[]>, pace: Pace, now: () => number): KeptTable<T> {
  let rows = new Map<number, T>();
  let seenAt: Instant | null = null;
  let failure: LibreTimeError | undefined;
  let dueAt = instant(0);
  let askedTo = 0;
  let isTouched = false;
  /** What became known while the whole table was on its way, which may not have it yet. */
  let meanwhile: ((rows: Map<number, T>) => void)[] | null = null;

  const change = (how: (rows: Map<number, T>) => void): void => {
    how(rows);
    isTouched = true;
    meanwhile?.push(how);
  };
  const readAll = async (): Promise<boolean> => {
    const began = now();
    meanwhile = [];
    try {
      const fresh = new Map((await list()).map((row) => [row.id, row]));
      askedTo = highestOf(fresh.keys());
      for (const how of meanwhile) how(fresh);
      const changed = !alike(rows, fresh);
      // The same map as before where nothing is new: what others derived from it stays good.
      if (changed || isTouched) rows = fresh;
      isTouched = false;
      [seenAt, failure] = [instant(began), undefined];
      dueAt = instant(began + Math.max(pace.leastMs, pace.rest * (now() - began)));
      return changed;
    } catch (error) {
      if (error instanceof LibreTimeError) failure = error;
      dueAt = instant(now() + AFTER_FAILURE_MS);
      throw error;
    } finally {
      meanwhile = null;
    }
  };
  return {
    get rows() { return rows; },
    get seenAt() { return seenAt; },
    get failure() { return failure; },
    get dueAt() { return dueAt; },
    get askedTo() { return askedTo; },
    noteAsked: (id) => void (askedTo = Math.max(askedTo, id)),
    readAll,
    noteLook: (at, why) => {
      failure = why;
      if (!why) seenAt = at;
    },
    put: (row) => change((all) => void all.set(row.id, row)),
    drop: (id) => change((all) => void all.delete(id)),
  };
}

/** The highest of those ids; 0 of none. */
export function highestOf(ids: Iterable<number>): number {
  let highest = 0;
  for (const id of ids) if (id > highest) highest = id;
  return highest;
}

function alike<T extends object>(a: ReadonlyMap<number, T>, b: ReadonlyMap<number, T>): boolean {
  if (a.size !== b.size) return false;
  for (const [id, row] of b) {
    const known = a.get(id);
    if (!known || !Object.entries(row).every(([field, value]) => known[field as keyof T] === value)) return false;
  }
  return true;
}
