import type { Payload } from "payload";
import type { Instant } from "@/domain/time";
import type { OperationLine, OperationRecord } from "./records";
import { rowsOf } from "./rows-of";
import { isPostgres, sql, toColumn, type Sql } from "./sql";
import { columnsOf, stepColumns } from "./step-columns";
import { stepRowsIn, stepsQuery } from "./step-query";
import { stepsIn, type StepRow } from "./step-rows";

const columns = sql.raw(stepColumns.join(", "));

/**
 * The end of a statement that adds these rows to the operation in `held`. What is there already was written when
 * nobody heard the answer, and stays as it is.
 */
export function addingSteps(cms: Payload, rows: readonly StepRow[]): Sql {
  const given = JSON.stringify(rows.map(columnsOf));
  const [from, each] = isPostgres(cms)
    ? [sql`jsonb_populate_recordset(NULL::operation_steps, ${given}::jsonb) given`, (name: string) => `given.${name}`]
    : [sql`json_each(${given}) given`, (name: string) => `json_extract(given.value, '$.${name}')`];
  return sql`INSERT INTO operation_steps (operation_id, ${columns})
    SELECT held.id, ${sql.raw(stepColumns.map(each).join(", "))} FROM held, ${from} WHERE 1 = 1
    ON CONFLICT (operation_id, seq) DO NOTHING RETURNING seq`;
}

/** The lines with their steps. */
export async function withSteps(lines: readonly OperationLine[]): Promise<readonly OperationRecord[]> {
  const asked = stepsQuery(lines.map(({ id }) => id));
  const rows = stepRowsIn(lines.length > 0 ? await rowsOf(asked) : []);
  return lines.map((line) => recordOf(line, rows.get(line.id)));
}

/** The line with the rows of its steps, in order. */
export function recordOf(line: OperationLine, rows: readonly StepRow[] = []): OperationRecord {
  return { ...line, steps: stepsIn(rows), nextSeq: (rows.at(-1)?.seq ?? -1) + 1 };
}

/** The ids of finished operations, begun since then, of which something was looked for and not found since `absentSince`. */
export async function finishedWithAbsent(begunSince: Instant, absentSince: Instant): Promise<readonly string[]> {
  const found =
    await rowsOf(sql`SELECT id FROM operations WHERE at > ${toColumn(begunSince)} AND state IN ('undone', 'done')
    AND id IN (SELECT operation_id FROM operation_steps WHERE outcome = 'absent' AND at > ${toColumn(absentSince)}) ORDER BY at`);
  return found.map(({ id }) => String(id));
}

/** LibreTime's ids of the shows that other acts, begun since then, have made. */
export async function showsMadeByOthers(
  { id }: Pick<OperationLine, "id">,
  since: Instant,
): Promise<ReadonlySet<number>> {
  const made =
    await rowsOf(sql`SELECT DISTINCT s.libretime_id FROM operation_steps s JOIN operations o ON o.id = s.operation_id
    WHERE s.what = 'create-show' AND s.libretime_id IS NOT NULL AND o.id <> ${id} AND o.at > ${toColumn(since)}`);
  return new Set(made.map(({ libretime_id }) => Number(libretime_id)));
}
