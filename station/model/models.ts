import type { Field, Model, TableName } from "./field";
import { liveLogs, preferences, unrecorded, users } from "./household";
import { files, playlistContents, playlists, smartBlocks, webstreams } from "./library";
import { schedule, showDays, showHosts, showInstances, showRebroadcasts, shows } from "./programming";

const all: readonly Model[] = [
  users,
  preferences,
  ...unrecorded,
  liveLogs,
  files,
  webstreams,
  playlists,
  smartBlocks,
  playlistContents,
  shows,
  showDays,
  showHosts,
  showRebroadcasts,
  showInstances,
  schedule,
];

/** In an order in which each row can be written after those it refers to. */
export const tableNames: readonly TableName[] = all.map((model) => model.table);

const byTable = new Map<string, Model>(all.map((model) => [model.table, model]));

export function modelOf(table: TableName): Model {
  const model = byTable.get(table);
  if (!model) throw new Error(`no model for ${table}`);
  return model;
}

export function isTable(name: string): name is TableName {
  return byTable.has(name);
}

type Reference = { readonly from: TableName; readonly column: string; readonly field: Field };

/** Who points at each table: what a delete has to look at. */
export const referencesTo: ReadonlyMap<TableName, readonly Reference[]> = new Map(
  all.map((target) => [
    target.table,
    all.flatMap((model) =>
      Object.entries(model.fields)
        .filter(([, field]) => field.to === target.table)
        .map(([column, field]) => ({ from: model.table, column, field })),
    ),
  ]),
);
