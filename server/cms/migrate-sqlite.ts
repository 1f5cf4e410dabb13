import type { SQLiteAdapter } from "@payloadcms/db-sqlite";
import type { BaseDatabaseAdapter } from "payload";

/** Migrations as Payload runs them. */
export type Migrations = NonNullable<Parameters<BaseDatabaseAdapter["migrate"]>[0]>["migrations"];

/**
 * Brings the file up to date in one transaction, which other processes wait for. Foreign keys are off
 * meanwhile: SQLite changes a table by copying it, and the pragma does nothing inside a transaction.
 */
export async function migrateSqlite(adapter: SQLiteAdapter & BaseDatabaseAdapter, migrations: Migrations): Promise<void> {
  const { client } = adapter;
  await untilFree(() => client.execute("PRAGMA journal_mode = WAL"));
  await client.execute("PRAGMA synchronous = FULL");
  await client.execute("PRAGMA foreign_keys = OFF");
  await untilFree(() => client.execute("BEGIN IMMEDIATE"));
  try {
    await adapter.migrate({ migrations });
    await client.execute("COMMIT");
  } catch (error) {
    await client.execute("ROLLBACK");
    throw error;
  }
  await client.execute("PRAGMA foreign_keys = ON");
}

/** SQLite's own waiting does not cover the change to WAL: two processes on a new file would trip over each other. */
async function untilFree(attempt: () => Promise<unknown>, triesLeft = 150): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    const isBusy = error instanceof Error && /SQLITE_BUSY|database is locked/.test(error.message);
    if (!isBusy || triesLeft === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await untilFree(attempt, triesLeft - 1);
  }
}
