import type { Payload } from "payload";
import { getCms } from "./cms";
import type { OperationLine } from "./records";
import { rowsOf } from "./rows-of";
import { isPostgres, sql, type Sql, type Value } from "./sql";

/** A line of the journal, and whose it is to write on. */
export type HeldLine = Pick<OperationLine, "id" | "holder">;

/** Somebody else goes on with the operation: whoever began it lost the station meanwhile, and must stop at once. */
export class Fenced extends Error {
  override readonly name = "Fenced";

  constructor({ id }: Pick<OperationLine, "id">) {
    super(`operation ${id} is somebody else's by now`);
  }
}

/**
 * Runs a statement that writes only what it finds in `held`: the line, for as long as it is its holder's. It is
 * written before anybody takes the line over, or not at all. Answers the rows that it gives; fails with `Fenced`
 * when there is none because the line is somebody else's.
 */
export async function writeHeld(line: HeldLine, statement: Sql): Promise<readonly Record<string, Value>[]> {
  const written = await rowsOf(heldIn(await getCms(), line, statement));
  if (written.length === 0) await demandHeld(line);
  return written;
}

/** The statement, with the line as its `held`. */
export function heldIn(cms: Payload, line: HeldLine, statement: Sql): Sql {
  // PostgreSQL would judge by what was there when the statement began. SQLite has one writer at a time.
  const untilWritten = isPostgres(cms) ? sql` FOR SHARE` : sql``;
  return sql`WITH held AS (${whoHolds(line)}${untilWritten}) ${statement}`;
}

/** Fails with `Fenced` when the line is somebody else's. */
export async function demandHeld(line: HeldLine): Promise<void> {
  if ((await rowsOf(whoHolds(line))).length === 0) throw new Fenced(line);
}

function whoHolds({ id, holder }: HeldLine): Sql {
  return sql`SELECT id FROM operations WHERE id = ${id} AND holder = ${holder}`;
}
