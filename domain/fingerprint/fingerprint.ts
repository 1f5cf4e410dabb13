/** LibreTime's tables of which a sample is kept. */
export const fingerprintTables = ["shows", "instances", "files", "streams"] as const;
export type FingerprintTable = (typeof fingerprintTables)[number];

/** A row of LibreTime's that we know, with what of it never changes. */
export type Anchor = {
  readonly id: number;
  /** `created_at` to the microsecond, as UTC text; null where the table has none, or the row says none. */
  readonly mark: string | null;
  /** What a show is called: it may be renamed, so that another name proves nothing. */
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
export type SeenRow = { readonly id: number; readonly createdAt?: string | null; readonly showId?: number; readonly name?: string };

/** LibreTime's tables as they are now, by id. */
export type SeenTables = { readonly [Table in FingerprintTable]: ReadonlyMap<number, SeenRow> };

/** What never changes of that row. */
export function markOf({ createdAt }: SeenRow): string | null {
  return createdAt ?? null;
}

/** Does it know any row that still stood when it was taken? */
export function isEmpty(kept: Fingerprint): boolean {
  return fingerprintTables.every((table) => kept[table].every(({ gone }) => gone === true));
}
