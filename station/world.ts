import { createHash } from "node:crypto";

import type { Field, Model, Row, Stored, TableName } from "./model/field";
import { isTable, modelOf, tableNames } from "./model/models";
import { readDuration } from "./values/duration";
import { instantOf, microsBetween, readInstant } from "./values/instant";

/** A row as one describes it: wire names and wire values; what is left out is what LibreTime's own pages would write. */
export type GivenRow = { readonly id?: number; readonly [field: string]: string | number | boolean | null | undefined };

/** A station's state by table. Ids are in order from 1 where none is given. */
export type World = { readonly [table in TableName]?: readonly GivenRow[] };

type WorldRow = readonly [TableName, Row];

/** Every row of a world, those referred to first. Throws where the description is wrong: unknown fields, unreadable values. */
export function rowsOf(world: World, now: Date): readonly WorldRow[] {
  const unknown = Object.keys(world).find((table) => !isTable(table));
  if (unknown !== undefined) throw new RangeError(`no table "${unknown}"`);
  const rows = tableNames.flatMap((table) => {
    let lastId = 0;
    return (world[table] ?? []).map((given): WorldRow => {
      lastId = given.id ?? lastId + 1;
      return [table, givenRow(table, given, lastId, now)];
    });
  });
  const ids = new Map(tableNames.map((table) => [table, new Set<Stored | undefined>()]));
  for (const [table, row] of rows) ids.get(table)?.add(row.id);
  for (const [table, row] of rows) checkReferences(table, row, (to, id) => ids.get(to)?.has(id) ?? false);
  return rows;
}

/** The database's foreign keys hold for SQL too. */
export function checkReferences(table: TableName, row: Row, exists: (to: TableName, id: number) => boolean): void {
  for (const [name, { to }] of Object.entries(modelOf(table).fields)) {
    const id = row[name];
    if (to !== undefined && typeof id === "number" && !exists(to, id))
      throw new RangeError(`${table} ${row.id}: no ${to} ${id}`);
  }
}

/** One row, unchecked by any serializer: as SQL would write it, choices that the API refuses included (R338). */
export function givenRow(table: TableName, given: GivenRow, id: number, now: Date): Row {
  const model = modelOf(table);
  const stranger = Object.keys(given).find((name) => name !== "id" && !(name in model.fields));
  if (stranger !== undefined) throw new RangeError(`${table}: no field "${stranger}"`);
  const values: Record<string, Stored> & { id: number } = { id };
  for (const [name, field] of Object.entries(model.fields)) {
    const value = given[name];
    values[name] = value === undefined ? (field.default ?? null) : stored(table, name, field, value);
  }
  return { ...values, ...customary(model, given, values, now) };
}

function stored(table: TableName, name: string, field: Field, value: string | number | boolean | null): Stored {
  if (value === null) return null;
  if (field.kind === "datetime") {
    const reading = readInstant(value);
    if (reading.ok) return reading.at;
  } else if (field.kind === "duration") {
    const micros = readDuration(value);
    if (micros !== null) return micros;
  } else return value;
  throw new RangeError(`${table}.${name}: cannot read ${JSON.stringify(value)}`);
}

/** What LibreTime's pages fill in: values that every row of a living station has. */
function customary(model: Model, given: GivenRow, row: Row, now: Date): Readonly<Record<string, Stored>> {
  const usual: Readonly<Record<string, Stored>> = usualValues(model.table, row, instantOf(now));
  return Object.fromEntries(Object.entries(usual).filter(([name]) => given[name] === undefined));
}

function usualValues(table: TableName, row: Row, now: string): Readonly<Record<string, Stored>> {
  switch (table) {
    case "shows":
      return {
        linked: false,
        linkable: true,
        auto_playlist_enabled: false,
        auto_playlist_repeat: false,
        override_intro_playlist: false,
        override_outro_playlist: false,
      };
    case "show-instances":
      return {
        created_at: now,
        filled_time: 0,
        description: "",
        modified: false,
        rebroadcast: 0,
        auto_playlist_built: false,
      };
    case "schedule": {
      const length = Number(row.length ?? microsBetween(String(row.starts_at), String(row.ends_at)));
      const cueIn = Number(row.cue_in ?? 0);
      return {
        length,
        cue_in: cueIn,
        cue_out: cueIn + length,
        fade_in: "00:00:00.500000",
        fade_out: "00:00:00.500000",
        position: 0,
        broadcasted: 0,
        played: false,
      };
    }
    case "files": {
      const name = row.track_title ?? row.name ?? `file ${row.id}`;
      return {
        import_status: 0,
        filepath: `imported/1/${row.id}.mp3`,
        size: 1_000_000,
        exists: true,
        mime: "audio/mp3",
        md5: md5Of(row.id, String(name), row.length ?? null),
        hidden: false,
        accessed: 0,
        scheduled: false,
        part_of_list: false,
        created_at: now,
        updated_at: now,
        cue_in: row.length === null ? null : 0,
        cue_out: row.length ?? null,
        name,
        track_title: name,
      };
    }
    case "webstreams":
      return {
        created_at: now,
        updated_at: now,
        name: `stream ${row.id}`,
        description: "relay",
        url: "http://stream.example.org/live.mp3",
        length: 0,
        owner: 1,
      };
    case "users":
      return { role: "G", password: String(row.username) };
    default:
      return {};
  }
}

/** Another title or another length is other audio: one file per description. */
function md5Of(...description: readonly Stored[]): string {
  return createHash("md5").update(description.join("\n")).digest("hex");
}
