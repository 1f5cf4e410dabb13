import {
  fingerprintTables,
  isEmpty,
  isNamedOnly,
  markOf,
  type Anchor,
  type Fingerprint,
  type FingerprintTable,
  type SeenTables,
} from "./fingerprint";

/** One known row that is not as it was. `another`: its id belongs to another row; `gone`: nobody has it; `back`: it was gone, and is there again. */
export type Difference = {
  readonly what: "another" | "gone" | "back";
  readonly table: FingerprintTable;
  readonly id: number;
  /** Its mark as we know it; null where it has none. */
  readonly known: string | null;
  /** The mark of the row that has this id now; null where there is no row, or none with a mark. */
  readonly there: string | null;
};

/** Is it the LibreTime that our records belong to? `differences` of one that fits are drift, of one that changed the proofs. */
export type StationVerdict =
  | { readonly kind: "nothing-kept" }
  | { readonly kind: "fits"; readonly differences: readonly Difference[] }
  | { readonly kind: "another-station" | "earlier-state"; readonly differences: readonly Difference[] };

/** A known row beside what became of it. */
type Look = Difference & { readonly anchor: Anchor };
type Compared = {
  /** As they were, and there. */
  readonly standing: readonly (Anchor & { readonly table: FingerprintTable })[];
  readonly another: readonly Look[];
  readonly back: readonly Look[];
  readonly lost: readonly Look[];
};

/** So many separate deletions at one point in time are no coincidence; and so many take everything that is known. */
const [DEEDS_AT_THE_TOP, DEEDS_OF_ALL] = [3, 2];

/** Marks of files are LibreTime's time, those of our instances ours. */
const CLOCKS_APART_MS = 10 * 60_000;

/**
 * Compares LibreTime as it is with what is kept of ours. `takenOff` are the instances that we have deleted
 * ourselves since. Another name of the same server, a restart, an upgrade, deletions and renamings fit.
 */
export function judgeStation(
  kept: Fingerprint | null,
  seen: SeenTables,
  takenOff: ReadonlySet<number> = new Set(),
): StationVerdict {
  if (!kept || isEmpty(kept)) return { kind: "nothing-kept" };
  const compared = compare(kept, seen, takenOff);
  const { standing, another, back, lost } = compared;
  const reused = another.filter((each) => !isEdited(each, standing));
  const isChanged = reused.length > 0 || back.length > 0 || isAllLost(compared, seen) || isCutOff(compared, seen);
  if (!isChanged) return { kind: "fits", differences: [...another, ...lost].map(toldOf) };
  // A table without marks tells no two servers apart: shows of a new station have the same ids.
  const kind = standing.some(({ mark }) => mark !== null) || back.length > 0 ? "earlier-state" : "another-station";
  return { kind, differences: [...reused, ...back, ...lost].map(toldOf) };
}

function compare(kept: Fingerprint, seen: SeenTables, takenOff: ReadonlySet<number>): Compared {
  const [standing, another, back, lost]: [Compared["standing"][number][], Look[], Look[], Look[]] = [[], [], [], []];
  for (const table of fingerprintTables) {
    for (const anchor of kept[table]) {
      const row = seen[table].get(anchor.id);
      const there = row ? markOf(table, row) : null;
      const look = (what: Difference["what"]): Look => ({
        what,
        table,
        id: anchor.id,
        known: anchor.mark,
        there,
        anchor,
      });
      const isOther = anchor.mark !== null && there !== null && anchor.mark !== there;
      // Of a show or a webstream that has another name nobody knows whether it is the same.
      const isCalledSo = !isNamedOnly(table) || row?.name === anchor.name;
      if (row && (isOther || (anchor.gone && !isCalledSo))) another.push(look("another"));
      else if (row && anchor.gone) back.push(look("back"));
      else if (row && isCalledSo) standing.push({ ...anchor, table });
      else if (!row && !anchor.gone && !(table === "instances" && takenOff.has(anchor.id))) lost.push(look("gone"));
    }
  }
  return { standing, another, back, lost };
}

/** Ids that come again come in order: where a higher one stands as it was, somebody has written over this row's mark. */
function isEdited({ table, id }: Look, standing: Compared["standing"]): boolean {
  return standing.some((each) => each.table === table && each.id > id && each.mark !== null);
}

/** Is nothing left of all that was known, and would one deletion not explain it? */
function isAllLost({ standing, lost }: Compared, seen: SeenTables): boolean {
  return standing.length === 0 && deedsFor(lost, seen) >= DEEDS_OF_ALL;
}

/**
 * Does what is lost lie behind one point in time, in all tables: above every id that is there, and made after
 * everything that stands? So a backup of that moment looks, and hardly anything else.
 */
function isCutOff({ standing, lost }: Compared, seen: SeenTables): boolean {
  if (lost.length === 0 || standing.length === 0 || deedsFor(lost, seen) < DEEDS_AT_THE_TOP) return false;
  const isAbove = fingerprintTables.every((table) => {
    const ids = lost.filter((each) => each.table === table).map(({ id }) => id);
    return ids.length === 0 || Math.min(...ids) > highestOf(seen[table].keys());
  });
  const lastStanding = Math.max(...timesOf(standing));
  const firstLost = Math.min(...timesOf(lost.map(({ anchor }) => anchor)));
  return isAbove && lastStanding <= firstLost + CLOCKS_APART_MS;
}

/**
 * How many separate deletions it takes: one for a show with all that it had; of a show that is still there, one for
 * all instances of LibreTime's own, which are ended together, but one for each of ours; one for all files, and one
 * for all webstreams.
 */
function deedsFor(lost: readonly Look[], seen: SeenTables): number {
  const deeds = new Set<string>();
  for (const { table, id, anchor } of lost) {
    if (table === "files" || table === "streams") deeds.add(table);
    else if (table === "shows") deeds.add(`show ${id}`);
    else if (anchor.ours && anchor.show !== undefined && seen.shows.has(anchor.show)) deeds.add(`instance ${id}`);
    else deeds.add(`show ${anchor.show ?? "unknown"}`);
  }
  return deeds.size;
}

function timesOf(anchors: readonly Anchor[]): readonly number[] {
  return anchors.flatMap(({ mark }) => (mark === null ? [] : Date.parse(mark)));
}

function highestOf(ids: Iterable<number>): number {
  let highest = 0;
  for (const id of ids) if (id > highest) highest = id;
  return highest;
}

function toldOf({ anchor: _, ...difference }: Look): Difference {
  return difference;
}

/** What of a changed station a refusal says: how much differs, and some of it. */
export type StationChange = {
  readonly station: "another" | "earlier";
  readonly counts: Readonly<Record<Difference["what"], number>>;
  readonly examples: readonly Difference[];
};

const EXAMPLES = 10;

/** That it has changed, for people and programs; null while it fits. */
export function changeIn(verdict: StationVerdict): StationChange | null {
  if (verdict.kind === "nothing-kept" || verdict.kind === "fits") return null;
  const count = (what: Difference["what"]): number => verdict.differences.filter((each) => each.what === what).length;
  return {
    station: verdict.kind === "another-station" ? "another" : "earlier",
    counts: { another: count("another"), gone: count("gone"), back: count("back") },
    examples: verdict.differences.slice(0, EXAMPLES),
  };
}
