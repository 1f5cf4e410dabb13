import { instant, type Instant } from "@/domain/time";
import { changesAround, passAt, twice, type Pass } from "./segments";
import { instantsOf, wallClockOn, wallClockAt, type CalendarDay, type Zone } from "@/domain/zone";

/** Where the columns are, in pixels of the window. Read once per drag: reading it again would lay the page out again. */
export type GridLayout = {
  /** The part of the grid that can be seen: a drop outside is no drop (R11). */
  readonly visible: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** Where 00:00 is while the grid is not scrolled. */
  readonly midnightTop: number;
  readonly hourHeight: number;
  readonly columns: readonly { readonly day: CalendarDay; readonly left: number; readonly right: number }[];
};

/** A point of the grid: a day and a second of its wall clock, not yet snapped, and the half of the column. */
export type GridPlace = { readonly day: CalendarDay; readonly second: number; readonly half: Pass };

/** What is under the pointer; null outside of what can be seen. */
export function placeAt(layout: GridLayout, scrollTop: number, x: number, y: number): GridPlace | null {
  const { visible } = layout;
  if (x < visible.left || x >= visible.right || y < visible.top || y >= visible.bottom) return null;
  const column = layout.columns.find((each) => x >= each.left && x < each.right);
  if (!column) return null;
  const second = ((y - layout.midnightTop + scrollTop) / layout.hourHeight) * 3600;
  const half = x < (column.left + column.right) / 2 ? "first" : "second";
  return { day: column.day, second: Math.max(0, Math.min(86_400, second)), half };
}

/** The nearest multiple of `step` seconds. */
export function snap(second: number, step: number): number {
  return Math.round(second / step) * step;
}

/** What a time of the wall clock means: one instant, the asked one of two, or none. */
export type Meant =
  | { readonly at: Instant; readonly twice: boolean }
  | { readonly at: null; /** The clock jumps here, so this time never comes. */ readonly skippedAt: Instant };

/**
 * The instant of a day's wall clock time. `second` may lie before 00:00 or after 24:00: a block is held
 * where it was gripped, and its start may be in the column beside. Of two instants, `pass` chooses.
 */
export function instantAt(zone: Zone, day: CalendarDay, second: number, pass: Pass): Meant {
  const wall = wallClockOn(day, second);
  const [first, other] = instantsOf(zone, wall);
  if (first !== undefined)
    return { at: other !== undefined && pass === "second" ? other : first, twice: other !== undefined };
  const near = instant(wall - zone.offsetAt(instant(wall)) * 1000);
  const skip = changesAround(zone, { startsAt: near, endsAt: near }).find(
    (each) => each.from <= wall && wall < each.to,
  );
  return { at: null, skippedAt: skip?.at ?? near };
}

/** The instant of a wall clock time as an end: what ends when the clock jumps ends at the jump. */
export function endAt(zone: Zone, day: CalendarDay, second: number, pass: Pass): Instant {
  const meant = instantAt(zone, day, second, pass);
  return meant.at ?? meant.skippedAt;
}

/** The same wall clock time some days later, on the same pass where there are two; null when it never comes. */
export function sameTimeAfter(zone: Zone, at: Instant, days: number): Instant | null {
  const wall = wallClockAt(zone, at);
  const pass = passAt(at, changesAround(zone, { startsAt: at, endsAt: at })) ?? "first";
  const moved = instantsOf(zone, (wall + days * 86_400_000) as typeof wall);
  return (pass === "second" ? moved.at(-1) : moved[0]) ?? null;
}

/** The stretches of a day's rows that its clock never shows, or shows twice, in seconds since 00:00. */
export function oddRowsOf(
  zone: Zone,
  day: CalendarDay,
): { readonly missing: readonly Rows[]; readonly repeated: readonly Rows[] } {
  const midnight = wallClockOn(day);
  const around = changesAround(zone, {
    startsAt: instant(midnight - 15 * 3_600_000),
    endsAt: instant(midnight + 39 * 3_600_000),
  });
  const rows = (from: number, to: number): Rows[] => {
    const clamped = { from: Math.max(0, (from - midnight) / 1000), to: Math.min(86_400, (to - midnight) / 1000) };
    return clamped.from < clamped.to ? [clamped] : [];
  };
  return {
    missing: around.flatMap((each) => (twice(each) === 0 ? rows(each.from, each.to) : [])),
    repeated: around.flatMap((each) => (twice(each) > 0 ? rows(each.to, each.from) : [])),
  };
}

/** Some rows of a day, `[from, to)` in seconds since 00:00. */
export type Rows = { readonly from: number; readonly to: number };
