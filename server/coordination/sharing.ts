import type { Instant } from "@/domain/time";
import type { LibreTimeError } from "@/server/libretime/libretime-error";

export type TableName = "shows" | "instances" | "files" | "streams";

/** How far a table is known. */
export type Stand = {
  /** When its last good reading began; null before the first. */
  readonly seenAt: Instant | null;
  /** Why the last reading failed, if it did. */
  readonly failure?: LibreTimeError | undefined;
  /** When the whole table may be read again. */
  readonly dueAt: Instant;
  /** Every id up to here was asked for, with the whole table or singly. */
  readonly askedTo: number;
};

/** What one process has learned of a table, for the others. */
export type Told<Row = { readonly id: number }> = {
  readonly put: readonly Row[];
  readonly drop: readonly number[];
  /** Only who reads for all can say it. */
  readonly stand?: Stand;
  /** What is not in `put` is gone. */
  readonly isWhole?: boolean;
};

/** How the processes on one station share what they read of LibreTime's tables, so that it is read once. */
export type Sharing = {
  /**
   * Reads, if it is this process that reads for all, and answers whether it was. `isNew` when it has become so
   * only now: what is known here must be told as a whole.
   */
  readonly asReader: (read: (isNew: boolean) => Promise<void>) => Promise<boolean>;
  readonly tell: (table: TableName, told: Told) => void;
  /** Whatever the others tell from now on. */
  readonly hear: (listener: (table: TableName, told: Told) => void) => void;
  /** The whole table as it was told last; null when nobody has read it, or nobody can say. */
  readonly recall: (table: TableName) => Promise<Told | null>;
};

/** One process alone is always the one that reads, and there is nobody to tell. */
export const alone: Sharing = {
  asReader: async (read) => {
    await read(false);
    return true;
  },
  tell: () => undefined,
  hear: () => undefined,
  recall: async () => null,
};
