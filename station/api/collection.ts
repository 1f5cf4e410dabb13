import type { Row, Stored, TableName } from "../model/field";
import { ConstraintViolation } from "../store/store";
import type { Store } from "../store/store";
import { instantOf } from "../values/instant";
import { detail, json, serverError } from "./answer";
import type { Answer } from "./answer";
import { readBody } from "./body";
import { filterFiles, filterSchedule } from "./filters";
import type { Filtered } from "./filters";
import type { StationRequest } from "./request";
import { showScheduleRow } from "./schedule-reading";
import { showRow } from "./showing";
import type { Wire } from "./showing";
import { validate } from "./validation";
import type { Verdict } from "./validation";
import type { Dialect } from "./version";

/** What the views work on. */
export type Shelf = { readonly store: Store; readonly dialect: Dialect; readonly now: () => Date };

export function list(shelf: Shelf, table: TableName, query: URLSearchParams): Answer {
  const found = select(shelf, table, query);
  return found.ok
    ? json(
        200,
        found.rows.map((row) => show(shelf, table, row)),
      )
    : json(400, found.errors);
}

/** Only two tables have filters; the others give everything, whatever is asked (R078, R146, R203). */
function select({ store, dialect }: Shelf, table: TableName, query: URLSearchParams): Filtered {
  if (table === "schedule") return filterSchedule(store, query);
  if (table === "files" && dialect.filtersFiles) return filterFiles(store, query);
  return { ok: true, rows: [...store.all(table)] };
}

export function show({ store, dialect }: Shelf, table: TableName, row: Row): Wire {
  return table === "schedule" ? showScheduleRow(store, row) : showRow(dialect.updating(table), row);
}

/** The answer has the stored values, not those that GET would cut (R213 against R214). */
export function create(shelf: Shelf, table: TableName, request: StationRequest): Answer {
  const { store, dialect } = shelf;
  const model = dialect.creating(table);
  const submission = submitted(shelf, table, request, false);
  if (!submission.ok) return submission.answer;
  const row: Record<string, Stored> & { id: number } = { id: store.takeId(table) };
  for (const [name, field] of Object.entries(model.fields))
    row[name] = submission.values[name] ?? field.default ?? null;
  const isHalf = Object.entries(model.fields).some(([name, field]) => field.columnNotNull && row[name] === null);
  if (isHalf || (table === "schedule" && !dialect.writesSchedule)) return serverError;
  store.put(table, row);
  return json(201, showRow(model, row));
}

/**
 * PUT and PATCH. Optional fields that are left out keep their value, in PUT too (R050). On the schedule, any
 * `starts_at` is saved and then answered with a 500 (R259, R261, R347).
 */
export function update(shelf: Shelf, table: TableName, row: Row, request: StationRequest): Answer {
  const submission = submitted(shelf, table, request, request.method === "PATCH");
  if (!submission.ok) return submission.answer;
  const changed = { ...row, ...submission.values };
  shelf.store.put(table, changed);
  if (table === "schedule" && "starts_at" in submission.values) return serverError;
  return json(200, show(shelf, table, changed));
}

type Submitted = Extract<Verdict, { ok: true }> | { readonly ok: false; readonly answer: Answer };

function submitted({ store, dialect }: Shelf, table: TableName, request: StationRequest, partial: boolean): Submitted {
  const body = readBody(request);
  if (!body.ok) return { ok: false, answer: json(body.status, body.error) };
  const model = request.method === "POST" ? dialect.creating(table) : dialect.updating(table);
  const exists = (to: TableName, id: number): boolean => store.get(to, id) !== undefined;
  const verdict = validate(model, { data: body.data, isForm: body.isForm, partial, exists });
  return verdict.ok ? verdict : { ok: false, answer: json(400, verdict.errors) };
}

export function remove(shelf: Shelf, table: TableName, row: Row): Answer {
  if (table === "files") return removeFile(shelf, row);
  try {
    shelf.store.delete(table, row.id);
    return { status: 204 };
  } catch (error) {
    if (error instanceof ConstraintViolation) return serverError;
    throw error;
  }
}

/** Refused while a row that ends in the future uses it (R293, R298); otherwise the row stays, unchanged (R294–R296). */
function removeFile({ store, dialect, now }: Shelf, file: Row): Answer {
  if (dialect.deletesFileRows) {
    store.delete("files", file.id);
    return { status: 204 };
  }
  const at = instantOf(now());
  for (const row of store.all("schedule")) {
    if (row.file === file.id && String(row.ends_at) > at) return detail(409, "file is scheduled in the future");
  }
  return { status: 204 };
}
