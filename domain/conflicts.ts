import { playsSame, mediaOf, type Media } from "./content";
import { covers, overlap, type Interval } from "./interval";
import type { SlotId } from "./ids";
import type { Occupant } from "./picture";
import type { Instant } from "./time";

/** What somebody wants: a stretch of the station's time, for something that plays or, with neither id, for a live programme. */
export type Wish = Media & {
  readonly slot: Interval;
  /** LibreTime's id of the show; null while the show has none there. */
  readonly stationShowId: number | null;
};

/** Who is in the way. */
export type Conflict = {
  /** The same track there; another slot; an instance that holds the time without a row. */
  readonly kind: "track" | "slot" | "instance";
  readonly playoutId?: number;
  readonly instanceId: number;
  readonly showName: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly foreign: boolean;
  /** Ours to replace, when it is ours. */
  readonly slotId?: SlotId;
};

/** What is said of a wish: every conflict, and the instance to use instead of a new one. */
export type Verdict = {
  readonly conflicts: readonly Conflict[];
  readonly reuse: number | null;
  /** That instance as it is in the way once somebody else uses it: it takes one. */
  readonly ifUsed?: Conflict;
};

/**
 * The one conflict predicate: does somebody hold a moment of that slot? Used by the grid while dragging and
 * by every act on the server.
 */
export function inTheWay<T extends Interval & { readonly id: SlotId }>(
  slot: Interval,
  held: readonly T[],
  leaving: ReadonlySet<SlotId> = new Set(),
): T[] {
  return held.filter((each) => overlap(each, slot) && !leaving.has(each.id));
}

/**
 * Judges a wish against everything that holds time. `leaving` are the slots that go in the same act, with
 * their rows. An instance of the wished show that covers the slot, holds no row, not even one that never
 * airs, and is not live is used, not fought over; any other is a conflict, a live one without rows included.
 * A live hold of ours holds its time like any slot, and uses no instance but its own. All conflicts are listed,
 * in order of time.
 */
export function judge(wish: Wish, occupants: readonly Occupant[], leaving: ReadonlySet<SlotId> = new Set()): Verdict {
  const staying = occupants.filter((each) => !leaving.has(each.strayOf?.id ?? each.id));
  const there = inTheWay(wish.slot, staying);
  const reuse = there.find(
    (each) => fits(wish, each) && !staying.some((other) => other !== each && other.instanceId === each.instanceId),
  );
  return {
    conflicts: there.filter((each) => each !== reuse).map((each) => conflictWith(wish, each)),
    reuse: reuse?.instanceId ?? null,
    ...(reuse ? { ifUsed: conflictWith(wish, reuse) } : {}),
  };
}

function fits(wish: Wish, occupant: Occupant): boolean {
  return (
    !isLive(wish) &&
    occupant.origin === "instance" &&
    occupant.rows.length === 0 &&
    occupant.silent.length === 0 &&
    !occupant.live &&
    occupant.stationShowId === wish.stationShowId &&
    covers(occupant, wish.slot)
  );
}

function isLive({ trackId, streamId }: Media): boolean {
  return trackId === null && streamId === null;
}

/** The same webstream twice is no more than two slots: only what is a track can be the same track. */
function isSameTrack(a: Media, b: Media): boolean {
  return a.trackId !== null && playsSame(a, b);
}

function conflictWith(wish: Wish, occupant: Occupant): Conflict {
  const same = occupant.rows.find((row) => isSameTrack(wish, row));
  const row = same ?? occupant.rows.find((each) => overlap(each, wish.slot)) ?? occupant.rows[0];
  const isSame =
    same !== undefined || (occupant.ours !== undefined && isSameTrack(wish, mediaOf(occupant.ours.content)));
  const playoutId = row?.id ?? occupant.ours?.playoutId ?? undefined;
  const ours = occupant.ours ?? occupant.strayOf;
  return {
    kind: isSame ? "track" : occupant.origin === "instance" && !row ? "instance" : "slot",
    ...(playoutId === undefined ? {} : { playoutId }),
    instanceId: occupant.instanceId,
    showName: occupant.showName,
    title: occupant.title,
    startsAt: occupant.startsAt,
    endsAt: occupant.endsAt,
    foreign: ours === undefined,
    ...(ours ? { slotId: ours.id } : {}),
  };
}

/** `TRACK_OVERLAP` as soon as one of them is the same track, otherwise `SLOT_OVERLAP`. */
export function conflictCode(conflicts: readonly Pick<Conflict, "kind">[]): "TRACK_OVERLAP" | "SLOT_OVERLAP" {
  return conflicts.some((each) => each.kind === "track") ? "TRACK_OVERLAP" : "SLOT_OVERLAP";
}
