import { sql } from "@payloadcms/db-sqlite";
import type { Payload, PayloadRequest } from "payload";
import { instant, type Instant } from "@/domain/time";

export { sql };

/** A piece of SQL with its values beside it. */
export type Sql = ReturnType<typeof sql>;

/** A column's value as either database gives it. */
export type Value = string | number | boolean | Date | null;

export type Runner = {
  execute(args: { drizzle: unknown; sql: Sql }): Promise<{ rows: readonly Record<string, Value>[] }>;
};

/** The same inside the transaction of that request, when it has one. */
export async function rowsIn(
  { payload, transactionID }: PayloadRequest,
  statement: Sql,
): Promise<readonly Record<string, Value>[]> {
  const { db } = payload as unknown as {
    db: Runner & { drizzle: unknown; sessions?: Readonly<Record<string, { db: unknown }>> };
  };
  const session = transactionID === undefined ? undefined : db.sessions?.[String(await transactionID)];
  return (await db.execute({ drizzle: session?.db ?? db.drizzle, sql: statement })).rows;
}

/** A text column as the id that it holds: PostgreSQL compares uuids with uuids alone. */
export function asId(cms: Payload, column: Sql): Sql {
  return isPostgres(cms) ? sql`${column}::uuid` : column;
}

/** An id as the text that it is elsewhere. */
export function asText(cms: Payload, column: Sql): Sql {
  return isPostgres(cms) ? sql`${column}::text` : column;
}

/** A value as both databases keep JSON; null empties the column. */
export function asJson(cms: Payload, value: unknown): Sql {
  if (value === null) return sql`NULL`;
  return isPostgres(cms) ? sql`${JSON.stringify(value)}::jsonb` : sql`${JSON.stringify(value)}`;
}

/** Is it PostgreSQL, or else SQLite? */
export function isPostgres(cms: Payload): boolean {
  return cms.db.name === "postgres";
}

/** Could that be an id of ours? PostgreSQL refuses the question otherwise. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** An instant as both databases keep it. */
export function toColumn(at: Instant): string {
  return new Date(at).toISOString();
}

/** An instant as either database gives it: SQLite a text of ours, PostgreSQL `2026-11-24 20:00:00+00`. */
export function toInstant(value: Value | undefined): Instant {
  return instant(new Date(value as string).getTime());
}

/** The same of a column that may be empty. */
export function toInstantOrNull(value: Value | undefined): Instant | null {
  return value === null || value === undefined ? null : toInstant(value);
}
