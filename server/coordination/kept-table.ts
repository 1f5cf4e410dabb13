import { instant, type Instant } from "@/domain/time";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import type { Stand, Told } from "./sharing";

/** A table of LibreTime's as it was last read, and what we know of it since. */
export type KeptTable<T> = Readonly<Stand> & {
  readonly rows: ReadonlyMap<number, T>;
  /** Every id that ever had a row, here or with those who tell. LibreTime gives none a second time, until it is restored from a backup: then they are forgotten. */
  readonly everKnown: ReadonlySet<number>;
  readonly noteAsked: (id: number) => void;
  /** LibreTime gives ids again: what it gave before says nothing any more, and the whole table is due. */
  readonly noteRestored: () => void;
  /** Reads the whole table, now. Answers whether anything has changed. */
  readonly readAll: () => Promise<boolean>;
  /** Notes that a partial reading, begun at that time, succeeded or failed. */
  readonly noteLook: (at: Instant, failure?: LibreTimeError) => void;
  readonly put: (row: T) => void;
  readonly drop: (id: number) => void;
  /** Takes over what another process has read, unless more is known here. Answers whether anything has changed. */
  readonly adopt: (told: Told<T>) => boolean;
  /** Tells all that is known of it. */
  readonly tellAll: () => void;
};

type Pace = {
  /** The whole table is read again after this many times what reading it took: 20 costs LibreTime 5 % of its time. */
  readonly rest: number;
  readonly leastMs: number;
};

type Surroundings<T> = {
  readonly now: () => number;
  /** Told what is learned here, and was not known before. */
  readonly tell?: (told: Told<T>) => void;
  /** Is that another row, under the id of the one that was known? Then LibreTime gives its ids again, and the whole table is due. */
  readonly isAnother?: (known: T, row: T) => boolean;
};

/** A table that is read in less costs so little that it may be read as often as it is wanted. */
const QUICK_MS = 150;
const LOOKED_BACK = 3;
/** The first request of all has a connection to make: it says little of what the next one takes. */
const COLD_MS = 1_000;

/** After a failure: soon, so that a LibreTime that comes back is seen. */
const AFTER_FAILURE_MS = 3_000;

/** Keeps a table that has no filter: LibreTime answers all of it or one row. */
export function keptTable<T extends { readonly id: number }>(
  list: () => Promise<T[]>,
  pace: Pace,
  { now, tell = () => undefined, isAnother = () => false }: Surroundings<T>,
): KeptTable<T> {
  let rows = new Map<number, T>();
  let took: readonly number[] = [];
  let stand: Stand = { seenAt: null, dueAt: instant(0), askedTo: 0 };
  let [isTouched, isRestored] = [false, false];
  const everKnown = new Set<number>();
  /** What became known while the whole table was on its way, which may not have it yet. */
  let meanwhile: ((rows: Map<number, T>) => void)[] | null = null;

  const know = (ids: Iterable<number>): void => {
    for (const id of ids) everKnown.add(id);
  };
  const hasAnother = (read: Iterable<T>): boolean =>
    [...read].some((row) => rows.has(row.id) && isAnother(rows.get(row.id)!, row));
  const noteRestored = (): void => {
    isRestored = true;
    stand = { ...stand, dueAt: instant(now()) };
  };
  const change = (told: Told<T>): void => {
    const how = applying(told);
    if (hasAnother(told.put)) noteRestored();
    how(rows);
    // Not what is dropped: an id that LibreTime does not have yet is asked for as well.
    know(told.put.map(({ id }) => id));
    isTouched = true;
    meanwhile?.push(how);
  };
  const note = (next: Partial<Stand>, { put = [], drop = [], isWhole = false }: Partial<Told<T>> = {}): void => {
    stand = { ...stand, ...next };
    tell({ put, drop, stand, isWhole });
  };
  const readAll = async (): Promise<boolean> => {
    const began = now();
    meanwhile = [];
    try {
      const fresh = new Map((await list()).map((row) => [row.id, row]));
      const askedTo = highestOf(fresh.keys());
      if (isRestored || hasAnother(fresh.values())) everKnown.clear();
      isRestored = false;
      know(fresh.keys());
      for (const how of meanwhile) how(fresh);
      const news = differenceOf(rows, fresh);
      const changed = news.put.length + news.drop.length > 0;
      // The same map as before where nothing is new: what others derived from it stays good.
      if (changed || isTouched) rows = fresh;
      isTouched = false;
      took = [now() - began, ...took].slice(0, LOOKED_BACK);
      // The quickest of them: a machine that is busy with something else says nothing of what the list costs LibreTime.
      const tookMs = Math.min(...took);
      const dueAt = instant(
        began + Math.max(pace.leastMs, tookMs < (stand.seenAt === null ? COLD_MS : QUICK_MS) ? 0 : pace.rest * tookMs),
      );
      note({ askedTo, seenAt: instant(began), failure: undefined, dueAt }, { ...news, isWhole: stand.seenAt === null });
      return changed;
    } catch (error) {
      note({
        dueAt: instant(now() + AFTER_FAILURE_MS),
        ...(error instanceof LibreTimeError ? { failure: error } : {}),
      });
      throw error;
    } finally {
      meanwhile = null;
    }
  };
  return {
    get rows() {
      return rows;
    },
    everKnown,
    get seenAt() {
      return stand.seenAt;
    },
    get failure() {
      return stand.failure;
    },
    get dueAt() {
      return stand.dueAt;
    },
    get askedTo() {
      return stand.askedTo;
    },
    noteRestored,
    noteAsked: (id) => void (stand = { ...stand, askedTo: Math.max(stand.askedTo, id) }),
    readAll,
    noteLook: (at, failure) => note({ failure, ...(failure ? {} : { seenAt: at }) }),
    put: (row) => {
      const isNew = !isAlike(rows.get(row.id), row);
      change({ put: [row], drop: [] });
      if (isNew) tell({ put: [row], drop: [] });
    },
    drop: (id) => {
      const wasKnown = rows.has(id);
      change({ put: [], drop: [id] });
      if (wasKnown) tell({ put: [], drop: [id] });
    },
    adopt: (told) => {
      const isOlder = told.stand !== undefined && (told.stand.seenAt ?? -1) < (stand.seenAt ?? -1);
      know([...told.put.map(({ id }) => id), ...told.drop]);
      if (told.isWhole && isOlder) return false;
      const next = new Map(told.isWhole ? [] : rows);
      applying(told)(next);
      const { put, drop } = told.isWhole
        ? differenceOf(rows, next)
        : {
            put: told.put.filter((row) => !isAlike(rows.get(row.id), row)),
            drop: told.drop.filter((id) => rows.has(id)),
          };
      const changed = put.length + drop.length > 0;
      // Another map, since no reading of our own will make one.
      if (changed) rows = next;
      meanwhile?.push(applying(told));
      if (told.stand && !isOlder) stand = told.stand;
      return changed;
    },
    tellAll: () => tell({ put: [...rows.values()], drop: [], stand, isWhole: true }),
  };
}

/** The highest of those ids; 0 of none. */
export function highestOf(ids: Iterable<number>): number {
  let highest = 0;
  for (const id of ids) if (id > highest) highest = id;
  return highest;
}

function applying<T extends { readonly id: number }>({ put, drop }: Told<T>): (rows: Map<number, T>) => void {
  return (rows) => {
    for (const row of put) rows.set(row.id, row);
    for (const id of drop) rows.delete(id);
  };
}

function differenceOf<T extends { readonly id: number }>(
  before: ReadonlyMap<number, T>,
  after: ReadonlyMap<number, T>,
): Pick<Told<T>, "put" | "drop"> {
  return {
    put: [...after.values()].filter((row) => !isAlike(before.get(row.id), row)),
    drop: [...before.keys()].filter((id) => !after.has(id)),
  };
}

function isAlike<T extends object>(known: T | undefined, row: T): boolean {
  return known !== undefined && Object.entries(row).every(([field, value]) => known[field as keyof T] === value);
}
