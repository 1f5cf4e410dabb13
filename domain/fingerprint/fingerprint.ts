/** LibreTime's tables of which a sample is kept. */
export const fingerprintTables = ["shows", "instances", "files", "streams"] as const;
export type FingerprintTable = (typeof fingerprintTables)[number];

/** A row of LibreTime's that we know, with what of it never changes. */
export type Anchor = {
  readonly id: number;
  /** `created_at` to the microsecond, as UTC text; null where the table has none that stays, or the row says none. */
  readonly mark: string | null;
  /** What a show or a webstream is called: it may be renamed, so that another name proves nothing. */
  readonly name?: string;
  /** The show of an instance: with it goes what it has. */
  readonly show?: number;
  /** We made it for a slot. */
  readonly ours?: true;
  /** It was seen to be gone: no row has its id again. */
  readonly gone?: true;
};

/** What is kept of the LibreTime that our records belong to. */
export type Fingerprint = { readonly [Table in FingerprintTable]: readonly Anchor[] };

/** A row as it is there now. */
export type SeenRow = {
  readonly id: number;
  readonly createdAt?: string | null;
  readonly showId?: number;
  readonly name?: string;
};

/** LibreTime's tables as they are now, by id. */
export type SeenTables = { readonly [Table in FingerprintTable]: ReadonlyMap<number, SeenRow> };

/** Has it nothing but its name? Shows have no `created_at`, and LibreTime's pages write that of a webstream anew with every save. */
export function isNamedOnly(table: FingerprintTable): boolean {
  return table === "shows" || table === "streams";
}

/** What never changes of that row; null where nothing is known to. */
export function markOf(table: FingerprintTable, { createdAt }: SeenRow): string | null {
  return isNamedOnly(table) ? null : (createdAt ?? null);
}

/** Does it know any row that still stood when it was taken? */
export function isEmpty(kept: Fingerprint): boolean {
  return fingerprintTables.every((table) => kept[table].every(({ gone }) => gone === true));
}
