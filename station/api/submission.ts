import type { TableName } from "../model/field";

export type Submission = {
  readonly data: Readonly<Record<string, unknown>>;
  /** Form input: an absent boolean is false (R073). */
  readonly isForm: boolean;
  /** PATCH: nothing is required. */
  readonly partial: boolean;
  /** Does this row exist? */
  readonly exists: (table: TableName, id: number) => boolean;
};
