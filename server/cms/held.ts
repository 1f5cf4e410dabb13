import { getCms } from "./cms";
import type { OperationRecord } from "./records";
import { isPostgres, sql, type Sql, type Value } from "./sql";
import { rowsOf } from "./rows-of";

/** A line of the journal, and whose it is to write on. */
export type HeldLine = Pick<OperationRecord, "id" | "holder">;

/** Somebody else goes on with the operation: whoever began it lost the station meanwhile, and must stop at once. */
export class Fenced extends Error {
  override readonly name = "Fenced";

  constructor({ id }: Pick<OperationRecord, "id">) {
    super(`operation ${id} is somebody else's by now`);
  }
}

/**
 * Runs a statement that writes only what it finds in `held`: the line, for as long as it is its holder's. It is
 * written before anybody takes the line over, or not at all. Answers the rows that it gives; fails with `Fenced`
 * when there is none because the line is somebody else's.
 */
export async function writeHeld(line: HeldLine, statement: Sql): Promise<readonly Record<string, Value>[]> {
  const isHeld = sql`SELECT id FROM operations WHERE id = ${line.id} AND holder = ${line.holder}`;
  // PostgreSQL would judge by what was there when the statement began. SQLite has one writer at a time.
  const untilWritten = isPostgres(await getCms()) ? sql` FOR SHARE` : sql``;
  const written = await rowsOf(sql`WITH held AS (${isHeld}${untilWritten}) ${statement}`);
  if (written.length === 0 && (await rowsOf(isHeld)).length === 0) throw new Fenced(line);
  return written;
}
