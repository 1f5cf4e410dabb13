import { setImmediate as letGo, setTimeout as wait } from "node:timers/promises";
import type { SQLiteAdapter } from "@payloadcms/db-sqlite";
import { isLocked } from "./database-errors";

type Client = SQLiteAdapter["client"];

/** How long a statement waits for another process's lock; a longer time while the file is being brought up to date. */
export type LockPatience = { ms: number };

/** While a lock has outlasted somebody, the others wait for no longer than this: an act that only waits holds up the next. */
const SHUT_MS = 500;

/** As SQLite's own busy handler pauses: the last one again and again. */
const PAUSES_MS = [1, 2, 5, 10, 15, 20, 25, 50, 100];

const asking = ["execute", "batch", "executeMultiple", "migrate", "transaction"] as const;

/**
 * Makes a client of SQLite wait for a lock without stopping the process. The client runs each statement
 * synchronously, and so does SQLite's own `busy_timeout`: nothing else would be answered meanwhile. A statement
 * that met a lock has done nothing, so it may be tried again. Those who wait stand in line, and only the first
 * tries: two thousand waiting requests cost no more than one.
 */
export function waitForLocks(client: Client, patience: LockPatience): void {
  const originals = Object.fromEntries(asking.map((name) => [name, (client[name] as Ask).bind(client)])) as Record<
    (typeof asking)[number],
    Ask
  >;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let isShut = false;
  async function inLine(attempt: Ask, untilMs: number): Promise<unknown> {
    // Each lets go of the process first: two thousand writes in a row would stop it as well.
    const mine = last.then(() => letGo()).then(() => untilFree(attempt, untilMs));
    last = mine.catch(() => undefined);
    waiting += 1;
    try {
      return await mine;
    } finally {
      waiting -= 1;
    }
  }
  async function untilFree(attempt: Ask, untilMs: number): Promise<unknown> {
    for (let tries = 0; ; tries += 1) {
      try {
        // It meets the lock in place of the statement, and leaves nothing behind when it does.
        await originals.executeMultiple("BEGIN IMMEDIATE; ROLLBACK");
        isShut = false;
        return await attempt();
      } catch (error) {
        if (!isLocked(error)) throw error;
        if (performance.now() >= untilMs) {
          isShut = true;
          throw error;
        }
        await wait(PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)]!);
      }
    }
  }
  for (const name of asking) {
    const once: Ask = async (...given) => {
      try {
        return await originals[name](...given);
      } catch (error) {
        if (isLocked(error)) await leaveConnection(originals);
        throw error;
      }
    };
    const patiently: Ask = async (...given) => {
      const untilMs = performance.now() + (isShut ? Math.min(SHUT_MS, patience.ms) : patience.ms);
      if (waiting > 0 && !onlyReads(given[0])) return inLine(() => once(...given), untilMs);
      try {
        const answer = await once(...given);
        if (!onlyReads(given[0])) isShut = false;
        return answer;
      } catch (error) {
        if (!isLocked(error)) throw error;
        return inLine(() => once(...given), untilMs);
      }
    };
    Object.assign(client, { [name]: patiently });
  }
}

/** Who only reads passes who waits to write: in WAL mode a writer is in nobody's way. */
function onlyReads(statement: unknown): boolean {
  const sql = typeof statement === "object" && statement !== null && "sql" in statement ? statement.sql : statement;
  return typeof sql === "string" && /^\s*(select|pragma)\b/i.test(sql);
}

type Ask = (...given: readonly unknown[]) => Promise<unknown>;

/**
 * The driver ends a statement that met a lock only when its garbage is collected. Until then SQLite takes it for a
 * write under way: the next write on that connection would be answered, but neither committed nor let go of. The
 * client leaves a connection to whoever begins a transaction, and opens another one for what comes next.
 */
async function leaveConnection({ transaction, execute }: Record<"transaction" | "execute", Ask>): Promise<void> {
  const left = (await transaction("deferred")) as { close(): void };
  left.close();
  await setUp(execute);
}

/** What a connection must be told; the file itself knows that it is in WAL mode. */
export async function setUp(execute: (statement: string) => Promise<unknown>): Promise<void> {
  await execute("PRAGMA synchronous = FULL");
  await execute("PRAGMA foreign_keys = ON");
}
