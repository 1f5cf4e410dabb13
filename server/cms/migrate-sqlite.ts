import type { SQLiteAdapter } from "@payloadcms/db-sqlite";
import type { BaseDatabaseAdapter } from "payload";
import { setUp } from "./waiting-for-sqlite";

/** Migrations as Payload runs them. */
export type Migrations = NonNullable<Parameters<BaseDatabaseAdapter["migrate"]>[0]>["migrations"];

/**
 * Brings the file up to date in one transaction, which other processes wait for. Foreign keys are off
 * meanwhile: SQLite changes a table by copying it, and the pragma does nothing inside a transaction.
 */
export async function migrateSqlite(
  adapter: SQLiteAdapter & BaseDatabaseAdapter,
  migrations: Migrations,
): Promise<void> {
  const { client } = adapter;
  await client.execute("PRAGMA journal_mode = WAL");
  await beginWithoutForeignKeys(client);
  try {
    await adapter.migrate({ migrations });
    await client.execute("COMMIT");
  } catch (error) {
    await client.execute("ROLLBACK");
    throw error;
  }
  await setUp((statement) => client.execute(statement));
}

/** Whoever had to wait for the lock begins on another connection, to which the pragma must be told anew. */
async function beginWithoutForeignKeys(client: SQLiteAdapter["client"]): Promise<void> {
  for (;;) {
    await client.execute("PRAGMA foreign_keys = OFF");
    await client.execute("BEGIN IMMEDIATE");
    const { rows } = await client.execute("PRAGMA foreign_keys");
    if (Number(rows[0]?.foreign_keys) === 0) return;
    await client.execute("ROLLBACK");
  }
}
