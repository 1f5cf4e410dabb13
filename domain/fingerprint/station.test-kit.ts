import type { FingerprintTable, SeenRow, SeenTables } from "./fingerprint";

type Tables = { readonly [Table in FingerprintTable]?: readonly SeenRow[] };

/** A LibreTime with these rows. */
export function aStation(tables: Tables): SeenTables {
  const byId = (rows: readonly SeenRow[] = []): ReadonlyMap<number, SeenRow> =>
    new Map(rows.map((row) => [row.id, row]));
  return {
    shows: byId(tables.shows),
    instances: byId(tables.instances),
    files: byId(tables.files),
    streams: byId(tables.streams),
  };
}

/** `created_at` of that day of November 2026, with microseconds of its own: `made(3, 7)`. */
export function made(day: number, micros = 0): string {
  return `2026-11-${String(day).padStart(2, "0")}T10:00:00.${String(micros).padStart(6, "0")}Z`;
}

/** The same station without these rows, and with those over it. */
export function changed(
  station: SeenTables,
  {
    without = {},
    over = {},
  }: {
    readonly without?: { readonly [Table in FingerprintTable]?: (row: SeenRow) => boolean };
    readonly over?: Tables;
  },
): SeenTables {
  const table = (name: FingerprintTable): readonly SeenRow[] => {
    const left = [...station[name].values()].filter((row) => !without[name]?.(row));
    const put = over[name] ?? [];
    return [...left.filter(({ id }) => !put.some((each) => each.id === id)), ...put];
  };
  return aStation({
    shows: table("shows"),
    instances: table("instances"),
    files: table("files"),
    streams: table("streams"),
  });
}

/**
 * A station of a week: three shows, ten files, a webstream; each day from the 1st to the 7th an instance of
 * "Jazz" (1) and one of "News" (2), which LibreTime made, and one of "Night" (3), which is ours; on the 7th a file.
 */
export function aWeek(server = 0): SeenTables {
  const days = [1, 2, 3, 4, 5, 6, 7];
  const shows = [
    { id: 1, name: "Jazz" },
    { id: 2, name: "News" },
    { id: 3, name: "Night" },
  ];
  const instances = days.flatMap((day) =>
    shows.map((show): SeenRow => ({
      id: day * 3 + show.id,
      showId: show.id,
      createdAt: made(day, server * 1000 + day * 3 + show.id),
    })),
  );
  const files = days.map((day): SeenRow => ({ id: day, createdAt: made(day, server * 1000 + 100 + day) }));
  return aStation({
    shows,
    instances,
    files,
    streams: [{ id: 1, name: "World", createdAt: made(1, server * 1000 + 200) }],
  });
}

/** The instances of that week that are ours. */
export const oursOfWeek: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7].map((day) => day * 3 + 3));
