import type { Field, Model, Row, Stored } from "../model/field";
import { showDuration } from "../values/duration";
import { showInstant } from "../values/instant";

/** A row as an answer has it: wire names, wire values. */
export type Wire = Readonly<Record<string, Stored>>;

function showValue(field: Field, value: Stored | undefined): Stored {
  if (value === undefined || value === null) return null;
  if (field.kind === "datetime") return showInstant(String(value));
  if (field.kind === "duration") return showDuration(Number(value));
  return value;
}

/** As the database has it, in the order of the model's fields. */
export function showRow(model: Model, row: Row): Wire {
  const wire: Record<string, Stored> = { id: row.id };
  for (const [name, field] of Object.entries(model.fields)) {
    if (!field.hidden) wire[name] = showValue(field, row[name]);
  }
  return wire;
}
