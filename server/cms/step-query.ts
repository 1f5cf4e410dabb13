import { sql, type Sql, type Value } from "./sql";
import { rowIn, stepColumns } from "./step-columns";
import type { StepRow } from "./step-rows";

/** Asks for the rows of these operations' steps, in order. */
export function stepsQuery(ids: readonly string[]): Sql {
  const listed = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
  const columns = sql.raw(stepColumns.join(", "));
  return sql`SELECT operation_id, ${columns} FROM operation_steps WHERE operation_id IN (${listed})
    ORDER BY operation_id, seq`;
}

/** What was answered, by the operation. */
export function stepRowsIn(kept: readonly Readonly<Record<string, Value>>[]): ReadonlyMap<string, readonly StepRow[]> {
  const rows = new Map<string, StepRow[]>();
  for (const row of kept) {
    const id = String(row.operation_id);
    const before = rows.get(id);
    if (before) before.push(rowIn(row));
    else rows.set(id, [rowIn(row)]);
  }
  return rows;
}
