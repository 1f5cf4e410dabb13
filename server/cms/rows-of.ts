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
