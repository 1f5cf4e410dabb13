import { getCms } from "./cms";
import type { Runner, Sql, Value } from "./sql";

/**
 * Runs a statement that both databases understand, past Payload: for what only Airweek writes, and for what a
 * collection's API cannot ask in one query. Field access does not apply here.
 */
export async function rowsOf(statement: Sql): Promise<readonly Record<string, Value>[]> {
  const { db } = (await getCms()) as unknown as { db: Runner & { drizzle: unknown } };
  return (await db.execute({ drizzle: db.drizzle, sql: statement })).rows;
}

type Batch = readonly { readonly rows: readonly Record<string, Value>[] }[];

/**
 * Runs statements of SQLite's in one transaction, which is written to the disk once. PostgreSQL does not know it: there
 * one statement can hold several.
 */
export async function rowsTogether(statements: readonly Sql[]): Promise<readonly (readonly Record<string, Value>[])[]> {
  const { db } = (await getCms()) as unknown as { db: { executeTogether(all: readonly Sql[]): Promise<Batch> } };
  return (await db.executeTogether(statements)).map(({ rows }) => rows);
}
