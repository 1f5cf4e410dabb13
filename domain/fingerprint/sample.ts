import {
  fingerprintTables,
  isNamedOnly,
  markOf,
  type Anchor,
  type Fingerprint,
  type FingerprintTable,
  type SeenRow,
  type SeenTables,
} from "./fingerprint";

/** So many of the newest rows are kept of each table, and of what was seen to be gone; and so many of the oldest. */
const [NEWEST, OLDEST] = [32, 8];

/**
 * What to keep of LibreTime as it is now. `ours` are the instances that our slots stand in. What was known
 * before and is gone is kept as gone: its id must not come again.
 */
export function sampleOf(seen: SeenTables, ours: ReadonlySet<number>, before: Fingerprint | null = null): Fingerprint {
  const sampled = fingerprintTables.map(
    (table) =>
      [
        table,
        [...goneOf(table, seen, before), ...standingOf(table, seen[table], table === "instances" ? ours : new Set())],
      ] as const,
  );
  return Object.fromEntries(sampled) as unknown as Fingerprint;
}

/** The same with instances that were just made for slots of ours. */
export function withOurs(kept: Fingerprint, made: readonly SeenRow[]): Fingerprint {
  if (made.length === 0) return kept;
  const ids = new Set(made.map(({ id }) => id));
  const others = kept.instances.filter(({ id }) => !ids.has(id));
  const mine = [...others.filter(isOurs), ...made.map(ourAnchor)];
  return { ...kept, instances: [...others.filter((each) => !isOurs(each)), ...ends(mine)] };
}

function standingOf(
  table: FingerprintTable,
  rows: ReadonlyMap<number, SeenRow>,
  ours: ReadonlySet<number>,
): readonly Anchor[] {
  const [mine, others]: [SeenRow[], SeenRow[]] = [[], []];
  for (const row of rows.values()) (ours.has(row.id) ? mine : others).push(row);
  return [...ends(others).map((row) => anchorOf(table, row)), ...ends(mine).map(ourAnchor)];
}

function goneOf(table: FingerprintTable, seen: SeenTables, before: Fingerprint | null): readonly Anchor[] {
  const gone = (before?.[table] ?? [])
    .filter(({ id }) => !seen[table].has(id))
    .map((anchor): Anchor => ({ ...anchor, gone: true }));
  return gone.toSorted((a, b) => a.id - b.id).slice(-NEWEST);
}

/** The oldest and the newest of them, by id. */
function ends<T extends { readonly id: number }>(rows: readonly T[]): readonly T[] {
  const ordered = rows.toSorted((a, b) => a.id - b.id);
  return ordered.length <= OLDEST + NEWEST ? ordered : [...ordered.slice(0, OLDEST), ...ordered.slice(-NEWEST)];
}

function anchorOf(table: FingerprintTable, row: SeenRow): Anchor {
  const { id, showId, name } = row;
  return {
    id,
    mark: markOf(table, row),
    ...(isNamedOnly(table) && name !== undefined ? { name } : {}),
    ...(showId === undefined ? {} : { show: showId }),
  };
}

function ourAnchor(row: SeenRow): Anchor {
  return { ...anchorOf("instances", row), ours: true };
}

function isOurs({ ours, gone }: Anchor): boolean {
  return ours === true && gone !== true;
}
