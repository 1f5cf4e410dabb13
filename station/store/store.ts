import type { Row, Stored, TableName } from "../model/field";
import { referencesTo, tableNames } from "../model/models";
import type { Change, Journal } from "./journal";

/** The database said no: the request ends in a 500, as LibreTime's do. */
export class ConstraintViolation extends Error {}

type Table = { readonly rows: Map<number, Row>; lastId: number };

/**
 * LibreTime's tables. A row that is written again moves to the end, as PostgreSQL's do: the only order that
 * LibreTime's lists have (R079, R282). An id is used up even when the insert fails (R158, R160).
 */
export class Store {
  readonly #tables = new Map<TableName, Table>();
  readonly #journal: Journal;
  #pending: Change[] = [];

  constructor(journal: Journal, changes: Iterable<Change> = []) {
    this.#journal = journal;
    this.#empty();
    for (const change of changes) this.#apply(change);
    journal.rewrite(this.#everything());
  }

  get(table: TableName, id: number): Row | undefined {
    return this.#table(table).rows.get(id);
  }

  /** In heap order. */
  all(table: TableName): Iterable<Row> {
    return this.#table(table).rows.values();
  }

  count(table: TableName): number {
    return this.#table(table).rows.size;
  }

  takeId(table: TableName): number {
    const id = this.#table(table).lastId + 1;
    this.#change(["#", table, id]);
    return id;
  }

  put(table: TableName, row: Row): void {
    this.#change(["+", table, row]);
  }

  /** With all that the foreign keys take along (R300–R309), or SET NULL (R173). */
  delete(table: TableName, id: number): void {
    const referring = (referencesTo.get(table) ?? []).flatMap(({ from, column, field }) =>
      this.#where(from, column, id).map((row) => ({ from, column, row, onDelete: field.onDelete })),
    );
    if (referring.some(({ onDelete }) => onDelete === "refuse"))
      throw new ConstraintViolation(`${table} ${id} is still referred to`);
    this.#change(["-", table, id]);
    for (const { from, column, row, onDelete } of referring) {
      if (onDelete === "cascade") this.delete(from, row.id);
      else this.put(from, { ...row, [column]: null });
    }
  }

  /** Makes everything since the last commit one line of the journal. Before this no answer may go out. */
  commit(): void {
    const changes = this.#pending;
    this.#pending = [];
    this.#journal.append(changes);
  }

  /** Another world: everything goes, and the journal begins anew. */
  replace(rows: Iterable<readonly [TableName, Row]>): void {
    this.#pending = [];
    this.#empty();
    for (const [table, row] of rows) this.#apply(["+", table, row]);
    this.#journal.rewrite(this.#everything());
  }

  close(): void {
    this.#journal.close();
  }

  #where(table: TableName, column: string, value: Stored): Row[] {
    const found: Row[] = [];
    for (const row of this.all(table)) if (row[column] === value) found.push(row);
    return found;
  }

  #table(name: TableName): Table {
    const table = this.#tables.get(name);
    if (!table) throw new Error(`no table ${name}`);
    return table;
  }

  #empty(): void {
    for (const name of tableNames) this.#tables.set(name, { rows: new Map(), lastId: 0 });
  }

  #change(change: Change): void {
    this.#apply(change);
    this.#pending.push(change);
  }

  #apply([kind, name, value]: Change): void {
    const table = this.#table(name);
    if (kind === "#") table.lastId = Math.max(table.lastId, value);
    else if (kind === "-") table.rows.delete(value);
    else {
      table.rows.delete(value.id);
      table.rows.set(value.id, value);
      table.lastId = Math.max(table.lastId, value.id);
    }
  }

  *#everything(): Iterable<Change> {
    for (const [name, table] of this.#tables) {
      yield ["#", name, table.lastId];
      for (const row of table.rows.values()) yield ["+", name, row];
    }
  }
}
