import { setTimeout as wait } from "node:timers/promises";
import type { Problem } from "@/domain/problems";
import { proveReadable, proveWritable } from "@/server/cms/database-probe";

/** Knows whether the database can be read and written. */
type DatabaseWatch = {
  /** Why it cannot, if so; the first who asks waits for the first proof. */
  readonly problem: () => Promise<Problem | null>;
  /** Can it be read? What was read within the last second is proof. */
  readonly isReadable: () => Promise<boolean>;
};

const EVERY_MS = 3_000;
/** A database that has not written one row in this time does not answer. */
const LIMIT_MS = 4_000;

/** A page that is asked for sooner than this after the last proof needs no other. */
const PROVEN_MS = 1_000;

// The framework bundles a module more than once; one watch is enough for a process.
const shared = globalThis as typeof globalThis & { airweekDatabaseWatch?: DatabaseWatch };

/** The watch of this process, begun when it is first asked for. It does not keep the process alive. */
export function databaseWatch(): DatabaseWatch {
  return (shared.airweekDatabaseWatch ??= begin());
}

function begin(): DatabaseWatch {
  let known: Problem | null = null;
  let underway: Promise<void> | null = null;
  // One proof at a time, however long it takes: the database has enough to do with it.
  const prove = (): Promise<void> =>
    (underway ??= proveWritable()
      .then(
        () => void (known = null),
        () => void (known = { code: "DATABASE_UNREACHABLE" }),
      )
      .finally(() => (underway = null)));
  const look = async (): Promise<void> => {
    const isLate = await Promise.race([prove().then(() => false), wait(LIMIT_MS, true, { ref: false })]);
    if (isLate) known = { code: "DATABASE_UNREACHABLE" };
  };
  const first = look();
  void (async () => {
    for (await first; ; await look()) await wait(EVERY_MS, undefined, { ref: false });
  })();
  return { problem: () => first.then(() => known), isReadable: readableWithin(LIMIT_MS) };
}

/** One question at a time, however many ask and however long it takes. */
function readableWithin(limitMs: number): () => Promise<boolean> {
  let provenAtMs = -Infinity;
  let asking: Promise<boolean> | null = null;
  const proved = (): boolean => {
    provenAtMs = performance.now();
    return true;
  };
  return async () => {
    if (performance.now() - provenAtMs < PROVEN_MS) return true;
    asking ??= proveReadable()
      .then(proved, () => false)
      .finally(() => (asking = null));
    return Promise.race([asking, wait(limitMs, false, { ref: false })]);
  };
}
