/** A value as a column keeps it: instants by values/instant.ts, durations in microseconds, the rest as it is. */
export type Stored = string | number | boolean | null;
export type Row = Readonly<Record<string, Stored>> & { readonly id: number };

export type FieldKind =
  "text" | "integer" | "float" | "decimal" | "boolean" | "choice" | "datetime" | "date" | "time" | "duration" | "fk";

/** What the database does with a row whose referred row is deleted. */
type OnDelete = "cascade" | "set-null" | "refuse";

/** One column of a model, with what its serializer demands of a request. */
export type Field = {
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly nullable: boolean;
  /** A text that may be empty. */
  readonly blank: boolean;
  readonly readOnly?: boolean;
  /** Kept, but in no answer: passwords. */
  readonly hidden?: boolean;
  readonly default?: Stored;
  /** Longest text. */
  readonly max?: number;
  readonly range?: readonly [least: number, most: number];
  readonly choices?: ReadonlyMap<number | string, string>;
  readonly to?: TableName;
  readonly onDelete?: OnDelete;
  /** The column is NOT NULL though the model says optional: leaving it out is a 500 (R158). */
  readonly columnNotNull?: boolean;
};

export type TableName =
  | "shows"
  | "show-days"
  | "show-hosts"
  | "show-instances"
  | "show-rebroadcasts"
  | "schedule"
  | "files"
  | "libraries"
  | "webstreams"
  | "webstream-metadata"
  | "playlists"
  | "playlist-contents"
  | "smart-blocks"
  | "users"
  | "preferences"
  | "playout-history"
  | "live-logs";

export type Model = {
  readonly table: TableName;
  /** As it stands in "No Show matches the given query." (R043). */
  readonly name: string;
  readonly fields: Readonly<Record<string, Field>>;
};

const plain = { required: true, nullable: false, blank: false };

export const text = (max?: number): Field => ({ kind: "text", ...plain, ...(max === undefined ? {} : { max }) });
export const integer = (): Field => ({ kind: "integer", ...plain, range: [-2147483648, 2147483647] });
export const smallInteger = (): Field => ({ kind: "integer", ...plain, range: [-32768, 32767] });
export const float = (): Field => ({ kind: "float", ...plain });
export const decimal = (): Field => ({ kind: "decimal", ...plain });
export const boolean = (): Field => ({ kind: "boolean", ...plain });
export const datetime = (): Field => ({ kind: "datetime", ...plain });
export const date = (): Field => ({ kind: "date", ...plain });
export const time = (): Field => ({ kind: "time", ...plain });
export const duration = (): Field => ({ kind: "duration", ...plain });
export const choice = (choices: readonly (readonly [number | string, string])[]): Field => ({
  kind: "choice",
  ...plain,
  choices: new Map(choices),
});
export const fk = (to: TableName, onDelete: OnDelete): Field => ({ kind: "fk", ...plain, to, onDelete });

/** May be left out or null; left out on create it is NULL in the database, whatever SQL's default is (R117, R210). */
export const optional = (field: Field): Field => ({ ...field, required: false, nullable: true, blank: true });
/** May be left out, and is this then; null stays refused unless the field allows it (R231). */
export const withDefault = (field: Field, value: Stored): Field => ({ ...field, required: false, default: value });
export const readOnly = (field: Field): Field => ({ ...field, required: false, readOnly: true });
export const hidden = (field: Field): Field => ({ ...field, required: false, hidden: true });
export const notNullColumn = (field: Field): Field => ({ ...field, columnNotNull: true });
