import { setTimeout as wait } from "node:timers/promises";
import type { PostgresAdapter } from "@payloadcms/db-postgres";
import type { BaseDatabaseAdapter } from "payload";
import type { Migrations } from "./migrate-sqlite";

/** The advisory lock of "somebody migrates Airweek's tables"; any number that nobody else uses. */
const LOCK = 2_309_417;

/** Asked again and again: a question that waits for the lock would be given up as one that is not answered. */
const ASK_EVERY_MS = 200;

/** Brings the database up to date, one process at a time. The lock goes with its connection, so a crash frees it. */
export async function migratePostgres(
  adapter: PostgresAdapter & BaseDatabaseAdapter,
  migrations: Migrations,
): Promise<void> {
  const connection = await adapter.pool.connect();
  try {
    while (!(await connection.query("SELECT pg_try_advisory_lock($1) AS taken", [LOCK])).rows[0].taken)
      await wait(ASK_EVERY_MS);
    await adapter.migrate({ migrations });
    await connection.query("SELECT pg_advisory_unlock($1)", [LOCK]);
  } finally {
    connection.release();
  }
}
