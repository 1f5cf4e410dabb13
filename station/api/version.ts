import type { Model, TableName } from "../model/field";
import { modelOf } from "../model/models";
import { scheduleReading } from "./schedule-reading";

/** "4.0" is a LibreTime from before schedules could be written (R801–R812): what a client's probe must recognise. */
export type LibreTimeVersion = "4.5" | "4.0";

/** What differed in 4.0. */
export type Dialect = {
  readonly version: LibreTimeVersion;
  readonly writesSchedule: boolean;
  readonly filtersFiles: boolean;
  /** DELETE of a file removes its row (R810, R811) instead of the media file only (R294, R295). */
  readonly deletesFileRows: boolean;
  readonly noMatch: (model: Model) => string;
  readonly creating: (table: TableName) => Model;
  readonly updating: (table: TableName) => Model;
};

const current: Dialect = {
  version: "4.5",
  writesSchedule: true,
  filtersFiles: true,
  deletesFileRows: false,
  noMatch: (model) => `No ${model.name} matches the given query.`,
  creating: modelOf,
  updating: (table) => (table === "schedule" ? scheduleReading : modelOf(table)),
};

const newInShows = ["intro_playlist", "override_intro_playlist", "outro_playlist", "override_outro_playlist"];

function oldModel(table: TableName): Model {
  if (table === "schedule") return scheduleReading;
  const model = modelOf(table);
  if (table !== "shows") return model;
  return {
    ...model,
    fields: Object.fromEntries(Object.entries(model.fields).filter(([name]) => !newInShows.includes(name))),
  };
}

const old: Dialect = {
  version: "4.0",
  writesSchedule: false,
  filtersFiles: false,
  deletesFileRows: true,
  noMatch: () => "Not found.",
  creating: oldModel,
  updating: oldModel,
};

export function dialectOf(version: LibreTimeVersion): Dialect {
  return version === "4.0" ? old : current;
}
