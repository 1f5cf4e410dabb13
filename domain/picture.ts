import { breaksPlayout } from "./cues";
import { oursOf, type Claim, type Ours } from "./identity";
import { covers, type Interval } from "./interval";
import type { ShowId, SlotId } from "./ids";
import { floorToSecond, instant, later, type Instant } from "./time";
import type { Instance, Row } from "./station-rows";

/** What the picture needs to know of a LibreTime show. */
export type StationShow = { readonly name: string; readonly live: boolean };

/** A slot of ours, as our own records have it. */
export type OurSlot = Claim & {
  readonly id: SlotId;
  readonly showId: ShowId;
  readonly title: string;
  readonly showName: string;
};

/** All that decides whether a time is free: LibreTime's window, its instances and shows, and our slots. */
export type Picture = {
  readonly rows: readonly Row[];
  readonly instances: readonly Instance[];
  /** By LibreTime's show id. */
  readonly shows: ReadonlyMap<number, StationShow>;
  /** By LibreTime's file id. */
  readonly trackTitles: ReadonlyMap<number, string>;
  /** By LibreTime's webstream id. */
  readonly streamTitles: ReadonlyMap<number, string>;
  readonly ours: readonly OurSlot[];
};

/** Something that holds a stretch of the station's time. */
export type Occupant = Interval & {
  readonly id: SlotId;
  readonly origin: "ours" | "instance" | "row";
  /** The slot of ours, when it is ours. */
  readonly ours?: OurSlot;
  /** The slot of ours whose row, or whose instance, this is, when somebody moved it out of the slot. */
  readonly strayOf?: OurSlot;
  /** LibreTime's; 0 of a slot of ours whose instance has become another one. */
  readonly instanceId: number;
  /** LibreTime's id of the show; null when LibreTime does not tell. */
  readonly stationShowId: number | null;
  readonly showName: string;
  readonly title: string;
  /** Is it an instance of LibreTime's that takes a live source, or a live hold of ours? */
  readonly live: boolean;
  /** The rows in it that air, in order. */
  readonly rows: readonly Row[];
  /** The rows in it that never air: they hold no time, but what has them is not empty. */
  readonly silent: readonly Row[];
};

/**
 * Will playout ever play the row? Not when it is overbooked (starts at or after its instance's end, and so
 * reads with an end before its start, R216), nor without a file and a stream (probes).
 */
export function airs(row: Row): boolean {
  return floorToSecond(row.startsAt) < floorToSecond(row.endsAt) && (row.trackId !== null || row.streamId !== null);
}

/** Does playout drop the whole plan of the station because of the row? Only of a file it reads cues and fades (probes). */
export function silencesStation(row: Row): boolean {
  return row.trackId !== null && breaksPlayout(row.cues);
}

/** A row's time on air: fractions of a second are dropped, as playout does. */
export function airtimeOf(row: Row): Interval {
  return { startsAt: floorToSecond(row.startsAt), endsAt: floorToSecond(row.endsAt) };
}

/**
 * When the row ends as LibreTime has stored it, which it does not show of a row that overruns its instance, and by
 * which playout asks for rows (libretime/README 5.3; R240).
 */
export function storedEndOf({ startsAt, endsAt, length }: Row): Instant {
  return floorToSecond(length === null ? endsAt : instant(Math.max(endsAt, later(startsAt, length))));
}

/** The id of a foreign slot: by its instance, or by its row when the row stands outside any. */
export function foreignSlotId(origin: "instance" | "row", id: number): SlotId {
  return `${origin}:${id}`;
}

/**
 * Who holds which time, in order. Our slots by their slot; every other instance by its times, filled or not,
 * unless it is `modified`; rows that stand outside their instance, in a `modified` one, or strange in one of
 * ours, by what airs; so does our own row where it airs outside its slot, and the instance of a live hold of ours
 * that somebody has moved out of it. Rows that never air hold nothing. What is ours is so by its mark, not by its id.
 */
export function occupantsOf(picture: Picture): Occupant[] {
  const rows = picture.rows.toSorted((a, b) => a.startsAt - b.startsAt || a.id - b.id);
  const instances = new Map(picture.instances.map((each) => [each.id, each]));
  const byRow = new Map(rows.map((row) => [row.id, row]));
  const ours = picture.ours.map((slot) => ({
    slot,
    ...oursOf(slot, {
      home: instances.get(slot.instanceId),
      row: slot.playoutId === null ? null : byRow.get(slot.playoutId),
    }),
  }));
  const ourRows = new Map(ours.flatMap(({ slot, row }) => (row ? [[row.id, slot] as const] : [])));
  const ourInstances = new Set(ours.flatMap(({ slot, home }) => (slot.ownsInstance && home ? [home.id] : [])));
  const standing = new Map(
    picture.instances
      .filter((each) => !each.modified && !ourInstances.has(each.id))
      .map((each) => [each.id, heldBy(each)]),
  );
  const isInside = (row: Row): boolean => {
    const home = ourRows.get(row.id) ?? standing.get(row.instanceId);
    return home !== undefined && covers(home, airtimeOf(row));
  };
  const byInstance = groupByInstance(rows.filter((row) => !ourRows.has(row.id) && (!airs(row) || isInside(row))));
  return [
    ...ours.map((each) => ourOccupant(each, instances)),
    ...picture.instances.flatMap((each) => {
      const times = standing.get(each.id);
      return times && times.startsAt < times.endsAt
        ? [instanceOccupant(each, { times, rows: byInstance.get(each.id) ?? [] }, picture)]
        : [];
    }),
    ...ours.flatMap((each) => strayHold(each, picture)),
    ...rows
      .filter((row) => airs(row) && !isInside(row))
      .map((row) => rowOccupant({ row, home: instances.get(row.instanceId), strayOf: ourRows.get(row.id) }, picture)),
  ].toSorted((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt || (a.id < b.id ? -1 : 1));
}

/** A slot of ours with what LibreTime has of it. */
type OurHolding = Ours & { readonly slot: OurSlot };

/** The whole seconds that an instance holds: a fraction at either end is dropped. */
export function heldBy(each: Instance): Interval {
  return { startsAt: floorToSecond(each.startsAt), endsAt: floorToSecond(each.endsAt) };
}

function groupByInstance(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.instanceId);
    if (group) group.push(row);
    else groups.set(row.instanceId, [row]);
  }
  return groups;
}

function ourOccupant({ slot, row, home }: OurHolding, instances: ReadonlyMap<number, Instance>): Occupant {
  const { id, startsAt, endsAt, showName, title } = slot;
  const isTaken = !home && instances.has(slot.instanceId);
  return {
    id,
    origin: "ours",
    ours: slot,
    startsAt,
    endsAt,
    instanceId: isTaken ? 0 : slot.instanceId,
    stationShowId: home?.showId ?? null,
    showName,
    title,
    live: slot.content.kind === "live",
    ...parted(row ? [row] : []),
  };
}

/** What an instance holds: its time, and the rows in it. */
type Holding = { readonly times: Interval; readonly rows: readonly Row[] };

function instanceOccupant(each: Instance, { times, rows }: Holding, picture: Picture): Occupant {
  const show = picture.shows.get(each.showId);
  const showName = show?.name ?? `show ${each.showId}`;
  const all = parted(rows);
  const title = all.rows.map((row) => titleOf(row, picture)).find(Boolean) ?? showName;
  return {
    id: foreignSlotId("instance", each.id),
    origin: "instance",
    ...times,
    instanceId: each.id,
    stationShowId: each.showId,
    showName,
    title,
    live: show?.live ?? false,
    ...all,
  };
}

function strayHold({ slot, home }: OurHolding, picture: Picture): Occupant[] {
  if (slot.playoutId !== null || !home || home.modified) return [];
  const times = heldBy(home);
  const isElsewhere = times.startsAt < times.endsAt && !covers(slot, times);
  return isElsewhere
    ? [{ ...instanceOccupant(home, { times, rows: [] }, picture), strayOf: slot, title: slot.title, live: true }]
    : [];
}

/** A row that airs outside its instance, and the slot of ours that it belongs to. */
type StrayRow = {
  readonly row: Row;
  readonly home: Instance | undefined;
  readonly strayOf: OurSlot | undefined;
};

function rowOccupant({ row, home, strayOf }: StrayRow, picture: Picture): Occupant {
  const show = home && picture.shows.get(home.showId);
  const showName = strayOf?.showName ?? show?.name ?? (home ? `show ${home.showId}` : `instance ${row.instanceId}`);
  return {
    id: foreignSlotId("row", row.id),
    origin: "row",
    ...(strayOf ? { strayOf } : {}),
    ...airtimeOf(row),
    instanceId: row.instanceId,
    stationShowId: home?.showId ?? null,
    showName,
    title: titleOf(row, picture) ?? strayOf?.title ?? showName,
    live: false,
    ...parted([row]),
  };
}

function parted(rows: readonly Row[]): Pick<Occupant, "rows" | "silent"> {
  return { rows: rows.filter(airs), silent: rows.filter((row) => !airs(row)) };
}

function titleOf(row: Row, picture: Picture): string | undefined {
  if (row.trackId !== null) return picture.trackTitles.get(row.trackId) || undefined;
  return (row.streamId !== null && picture.streamTitles.get(row.streamId)) || undefined;
}
