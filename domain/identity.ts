import { mediaOf, playsSame, wantedRow, type Content } from "./content";
import { covers, type Interval } from "./interval";
import type { Instance, Row } from "./station-rows";
import { floorToSecond } from "./time";

/**
 * What tells one instance of LibreTime's from every other. Ids do not: they are serial numbers, which LibreTime
 * gives again after a restore from a backup, and which another LibreTime has given to others.
 */
export type Mark = {
  /** LibreTime's id of the instance's show; null when our records do not know it. */
  readonly stationShowId: number | null;
  /** Its `created_at`, to the microsecond. Null in records from before marks were kept. */
  readonly createdAt: string | null;
};

/** What is known of an instance whose mark nobody has kept. */
export const UNMARKED: Mark = { stationShowId: null, createdAt: null };

/** An instance that our records mean. */
export type Home = { readonly instanceId: number; readonly mark: Mark };

/** What our records say that a slot of ours has in LibreTime. */
export type Claim = Interval &
  Home & {
    readonly content: Content;
    /** Its row; null for a live hold, which has none. */
    readonly playoutId: number | null;
    /** Did we make the instance? */
    readonly ownsInstance: boolean;
  };

/** What LibreTime has under the ids of a claim. */
export type Found = { readonly home: Instance | null | undefined; readonly row?: Row | null | undefined };

/** What of that is ours; null where nothing is. */
export type Ours = { readonly home: Instance | null; readonly row: Row | null };

const NOTHING: Ours = { home: null, row: null };

/** The mark of an instance. */
export function markOf({ showId, createdAt }: Pick<Instance, "showId" | "createdAt">): Mark {
  return { stationShowId: showId, createdAt };
}

/** Is it the instance that is meant? One that has its id without its mark is another one. */
export function isHome(instance: Instance | null | undefined, { instanceId, mark }: Home): instance is Instance {
  return instance?.id === instanceId && instance.showId === mark.stationShowId && instance.createdAt === mark.createdAt;
}

/**
 * What is ours of what LibreTime has under our ids. The instance is ours by its mark. The row is ours when it lies in
 * that instance and plays what the slot holds: LibreTime's own pages put another file there in a row of its own, and
 * after a restore that row may have the number of ours.
 *
 * Where no mark was kept, both are ours or neither is: show, times and file must be just as they were sent.
 */
export function oursOf(claim: Claim, { home, row }: Found): Ours {
  if (claim.mark.createdAt === null)
    return isJustSo(claim, { home, row }) ? { home: home!, row: row ?? null } : NOTHING;
  if (!isHome(home, claim)) return NOTHING;
  const isOurs = isItsRow(claim, row) && playsSame(row, mediaOf(claim.content));
  return { home, row: isOurs ? row : null };
}

function isItsRow({ instanceId, playoutId }: Claim, row: Row | null | undefined): row is Row {
  return playoutId !== null && row?.id === playoutId && row.instanceId === instanceId;
}

function isJustSo(claim: Claim, { home, row }: Found): boolean {
  if (!home || home.id !== claim.instanceId || home.showId !== claim.mark.stationShowId) return false;
  const isHomeThere = claim.ownsInstance ? isAt(claim, home) : covers(inWholeSeconds(home), claim);
  const wanted = wantedRow(claim);
  return (
    isHomeThere &&
    (wanted ? isItsRow(claim, row) && playsSame(row, wanted) && isAt(wanted, row) : claim.playoutId === null)
  );
}

function isAt({ startsAt, endsAt }: Interval, found: Interval): boolean {
  const there = inWholeSeconds(found);
  return there.startsAt === startsAt && there.endsAt === endsAt;
}

function inWholeSeconds({ startsAt, endsAt }: Interval): Interval {
  return { startsAt: floorToSecond(startsAt), endsAt: floorToSecond(endsAt) };
}

/** Do both mean the same instance? Where one of them keeps no mark, its id must do. */
export function isSameHome(a: Home, b: Home): boolean {
  if (a.instanceId !== b.instanceId) return false;
  return (
    a.mark.createdAt === null ||
    b.mark.createdAt === null ||
    (a.mark.createdAt === b.mark.createdAt && a.mark.stationShowId === b.mark.stationShowId)
  );
}

/** What a show of ours was called when it was sent. `colour` (`#rrggbb`) is absent where it was not kept. */
export type SentShow = { readonly name: string; readonly colour?: string };

/** Is it the show that was sent so? Whoever has renamed it has made it theirs. */
export function isOurShow(
  { name, colour }: SentShow,
  show: { readonly name: string; readonly colour: string | null },
): boolean {
  return show.name === name && (colour === undefined || show.colour === colour.toLowerCase());
}
