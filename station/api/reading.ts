import type { Stored } from "../model/field";

/** What a submitted value is, or why it is none. */
export type Reading =
  { readonly ok: true; readonly value: Stored } | { readonly ok: false; readonly errors: readonly string[] };

export const read = (value: Stored): Reading => ({ ok: true, value });
export const refused = (...errors: readonly string[]): Reading => ({ ok: false, errors });
