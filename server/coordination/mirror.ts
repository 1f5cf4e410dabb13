import { overlap, type Interval } from "@/domain/interval";
import type { Problem } from "@/domain/problems";
import type { Instant } from "@/domain/time";
import type { LibreTime } from "@/server/libretime/client";
import type { LibreTimeFile } from "@/server/libretime/files";
import type { LibreTimeInstance } from "@/server/libretime/instances";
import type { LibreTimeError } from "@/server/libretime/libretime-error";
import type { LibreTimeShow } from "@/server/libretime/shows";
import type { LibreTimeStream } from "@/server/libretime/streams";
import { keptTable, type KeptTable } from "./kept-table";
import { createLock } from "./lock";
import { lookAgain, ROUND_MS } from "./look-again";
import type { News } from "./news";
import { alone, type Sharing, type TableName } from "./sharing";
import { watchedFiles, type PlayedFile } from "./watched-files";
import { patientList } from "./patient-list";
import { withPatience } from "./with-patience";

/** LibreTime's tables that have no filter, kept here so that no programmer waits for them. */
export type Mirror = {
  readonly shows: ReadonlyMap<number, LibreTimeShow>;
  readonly instances: ReadonlyMap<number, LibreTimeInstance>;
  readonly files: ReadonlyMap<number, LibreTimeFile>;
  readonly streams: ReadonlyMap<number, LibreTimeStream>;
  /** When the last good look at the instances began; null before the first. */
  readonly asOf: Instant | null;
  /** The same for the files; until then nothing can be said of any track. */
  readonly filesAsOf: Instant | null;
  /** When the list of shows that it is was read. */
  readonly showsAsOf: Instant | null;
  /** Why the last reading of each table failed, where it did. */
  readonly failures: () => readonly LibreTimeError[];
  readonly freshness: () => { readonly seenAt: Instant | null; readonly failure?: LibreTimeError };
  /** Why nothing may be planned by this mirror: five minutes without a good look at the instances. */
  readonly problem: (now: number) => Problem | null;
  /** Everything was read once. Fails with the LibreTimeError in the way, or after 30 s; the next call tries again. */
  readonly ready: () => Promise<void>;
  /** Reads everything anew, beginning after this call. */
  readonly refresh: () => Promise<void>;
  /** Reads what is due at this time, if anything; what `start` does every few seconds. Never fails: see `freshness`. */
  readonly catchUp: () => Promise<void>;
  /** The instances that share a moment with that stretch. */
  readonly instancesIn: (interval: Interval) => LibreTimeInstance[];
  /** Reads an instance that was met in a window and is not known here, and keeps it; null when LibreTime has none. */
  readonly learnInstance: (id: number) => Promise<LibreTimeInstance | null>;
  /** Keeps these files as fresh as the instances, since slots play them. Reads singly, now, those that are not known here; never fails. */
  readonly watchFiles: (played: Iterable<PlayedFile>) => Promise<void>;
  /** Was LibreTime asked for that file, and has none? */
  readonly isFileGone: (id: number) => boolean;
  /** What a write of ours made, or what was just read singly. */
  readonly remember: (seen: {
    readonly show?: LibreTimeShow;
    readonly instance?: LibreTimeInstance;
    readonly file?: LibreTimeFile;
  }) => void;
  /** What a write of ours deleted, by LibreTime's id. */
  readonly forget: (gone: { readonly show?: number; readonly instance?: number }) => void;
  /** Keeps up by itself, without keeping the process alive. */
  readonly start: () => void;
  readonly stop: () => void;
};

export type MirrorOptions = {
  readonly libretime: LibreTime;
  readonly now: () => number;
  /** Whole tables are read again after so long, if what that costs LibreTime permits; a minute unless told. */
  readonly leastMs?: number;
  /** Told when LibreTime's tables changed. */
  readonly news?: Pick<News, "publish">;
  /** Who else is on this station, and which of us reads; nobody else unless told. */
  readonly sharing?: Sharing;
  /** Told of a failed reading in the background, once as long as it fails in the same way. */
  readonly onFailure?: (error: unknown) => void;
};

/** Older than this, the mirror is nothing to plan by. */
const STALE_MS = 5 * 60_000;
/** How often `start` asks what is due. */
const TICK_MS = 1_000;
const FIRST_WAIT_MS = 30_000;
/** How often a process without a mirror asks whether another one has read meanwhile. */
const ASK_AGAIN_MS = 250;

/**
 * A mirror that reads nothing until it is asked or started. Its readings never run side by side, and of several
 * processes one reads for all: what it has read is told to the others, who adopt it.
 */
export function createMirror({
  libretime,
  now,
  news,
  onFailure,
  sharing = alone,
  leastMs = ROUND_MS,
}: MirrorOptions): Mirror {
  const turns = createLock();
  const kept = <T extends { readonly id: number }>(
    name: TableName,
    list: () => Promise<T[]>,
    rest: number,
    isAnother?: (known: T, row: T) => boolean,
  ): KeptTable<T> =>
    keptTable(
      list,
      { rest, leastMs },
      { now, tell: (told) => sharing.tell(name, told), ...(isAnother && { isAnother }) },
    );
  const shows = kept(
    "shows",
    patientList(libretime, (each) => each.shows.list()),
    40,
  );
  const instances = kept(
    "instances",
    patientList(libretime, (each) => each.instances.list()),
    20,
    (known, row) => known.createdAt !== row.createdAt,
  );
  const files = kept(
    "files",
    patientList(libretime, (each) => each.files.list()),
    40,
  );
  const streams = kept(
    "streams",
    patientList(libretime, (each) => each.streams.list()),
    40,
  );
  const named = { shows, instances, files, streams } as unknown as Readonly<
    Record<TableName, KeptTable<{ readonly id: number }>>
  >;
  const [names, tables] = [Object.keys(named) as TableName[], Object.values(named)];
  const again = lookAgain({ libretime, instances, now });
  const watched = watchedFiles({ libretime, files, now });
  let first: Promise<void> | null = null;
  let run: { timer: NodeJS.Timeout } | null = null;

  const inTurn = (act: () => Promise<void>): Promise<void> => turns.withLock("read", act);
  const tell = (changed: boolean): void => void (changed && news?.publish({ kind: "mirror" }));
  // The reader's own news comes behind what it tells; a whole table comes by another way, and later.
  sharing.hear((name, told) => tell(named[name].adopt(told) && told.isWhole === true));

  const read = async (wanted: typeof tables): Promise<void> => {
    for (const table of wanted) tell(await table.readAll());
  };
  const unseen = () => tables.filter((table) => table.seenAt === null);
  const outdated = () => tables.filter(({ seenAt }) => seenAt === null || now() - seenAt > STALE_MS);
  const recallUnseen = async (): Promise<void> => {
    for (const name of names) {
      const told = named[name].seenAt === null ? await sharing.recall(name) : null;
      if (told) tell(named[name].adopt(told));
    }
  };
  /** Who begins to read for all goes on where the one before stopped, and tells what it knows: what was told may be lost. */
  const asReader = (act: () => Promise<void>): Promise<boolean> =>
    sharing.asReader(async (isNew) => {
      if (isNew) {
        for (const table of tables) if (table.seenAt !== null) table.tellAll();
        await recallUnseen();
      }
      await act();
    });
  const readFirst = async (): Promise<void> => {
    for (;;) {
      await recallUnseen();
      if (outdated().length === 0 || (await asReader(() => read(outdated()))) || unseen().length === 0) return;
      const failure = unseen().find((table) => table.failure)?.failure;
      if (failure) throw failure;
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    }
  };
  /** One that was read later than now was read before somebody set the clock back. Processes' clocks may differ by a little. */
  const isDue = ({ dueAt, seenAt }: (typeof tables)[number]): boolean =>
    dueAt <= now() || (seenAt ?? 0) - now() > ROUND_MS;
  const lastSaid = new Map<object, string>();
  const readDue = async (): Promise<void> => {
    for (const table of tables) {
      try {
        if (isDue(table)) tell(await table.readAll());
        else if (table === named.instances && again.isDue()) tell(await again.look());
        else if (table === named.files && watched.isDue()) tell(await watched.look());
        else continue;
        lastSaid.delete(table);
      } catch (error) {
        if (lastSaid.get(table) !== String(error)) onFailure?.(error);
        lastSaid.set(table, String(error));
      }
    }
  };
  const catchUp = (): Promise<void> => inTurn(async () => void (await asReader(readDue)));
  const keepOn = async (mine: { timer: NodeJS.Timeout }): Promise<void> => {
    await catchUp();
    if (run === mine) mine.timer = setTimeout(() => void keepOn(mine), TICK_MS).unref();
  };
  const forgottenFor = (at: number): boolean => instances.seenAt === null || at - instances.seenAt > STALE_MS;
  return {
    get shows() {
      return shows.rows;
    },
    get instances() {
      return instances.rows;
    },
    get files() {
      return files.rows;
    },
    get streams() {
      return streams.rows;
    },
    get asOf() {
      return instances.seenAt;
    },
    get filesAsOf() {
      return files.seenAt;
    },
    get showsAsOf() {
      return shows.seenAt;
    },
    failures: () => tables.flatMap(({ failure }) => failure ?? []),
    freshness: () => ({ seenAt: instances.seenAt, ...(instances.failure ? { failure: instances.failure } : {}) }),
    problem: (at) =>
      forgottenFor(at)
        ? (instances.failure?.problem ?? {
            code: "LIBRETIME_UNREACHABLE",
            what: "list instances: no news for 5 minutes",
          })
        : null,
    ready: async () => {
      if (unseen().length === 0) return;
      first ??= inTurn(readFirst).finally(() => (first = null));
      await withPatience(first, FIRST_WAIT_MS);
    },
    refresh: () => inTurn(() => read(tables)),
    catchUp,
    instancesIn: (interval) => [...instances.rows.values()].filter((each) => overlap(each, interval)),
    learnInstance: async (id) => {
      const found = await libretime.instances.get(id);
      if (found) instances.put(found);
      return found;
    },
    watchFiles: watched.watch,
    isFileGone: watched.isGone,
    remember: ({ show, instance, file }) => {
      if (file) files.put(file);
      if (show) shows.put(show);
      if (instance) instances.put(instance);
    },
    forget: ({ show, instance }) => {
      if (show !== undefined) shows.drop(show);
      if (instance !== undefined) instances.drop(instance);
    },
    start: () => {
      if (run) return;
      const mine = { timer: setTimeout(() => void keepOn(mine), 0).unref() };
      run = mine;
    },
    stop: () => {
      clearTimeout(run?.timer);
      run = null;
    },
  };
}
