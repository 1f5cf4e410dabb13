import type { DayLayoutFunction } from "react-big-calendar";
import type { GridEvent } from "./grid-event";

/** Where an event stands across its column, in percent. */
export type Across = { readonly left: number; readonly width: number };

type Piece = { readonly from: number; readonly to: number; readonly pass: "first" | "second" | null };

/**
 * How events share their column: alone each has all of it, back to back too, since seconds are compared as
 * integers (R21); those that overlap share it evenly and none is ever hidden (R23). In a repeated hour the
 * left half is the first pass, the right half the second.
 */
export function sharesOf(pieces: readonly Piece[]): Across[] {
  const shares: Across[] = [];
  for (const pass of [null, "first", "second"] as const) {
    const lane = pieces
      .map((piece, index) => ({ ...piece, index }))
      .filter((piece) => piece.pass === pass)
      .toSorted((a, b) => a.from - b.from || b.to - a.to);
    const [start, room] = pass === null ? [0, 100] : pass === "first" ? [0, 50] : [50, 50];
    for (const cluster of clustersOf(lane)) {
      const columns = columnsOf(cluster);
      const width = room / columns.length;
      columns.forEach((column, at) =>
        column.forEach((piece) => {
          shares[piece.index] = { left: start + at * width, width };
        }),
      );
    }
  }
  return shares;
}

function clustersOf<T extends Piece>(sorted: readonly T[]): T[][] {
  const clusters: T[][] = [];
  let until = -1;
  for (const piece of sorted) {
    if (piece.from >= until) clusters.push([]);
    clusters.at(-1)!.push(piece);
    until = Math.max(until, piece.to);
  }
  return clusters;
}

function columnsOf<T extends Piece>(cluster: readonly T[]): T[][] {
  const columns: T[][] = [];
  for (const piece of cluster) {
    const free = columns.find((column) => column.at(-1)!.to <= piece.from);
    if (free) free.push(piece);
    else columns.push([piece]);
  }
  return columns;
}

/** What the calendar asks for: every event of a day with its place in percent of 24 hours. */
export const dayLayout: DayLayoutFunction<GridEvent> = ({ events }) => {
  const shares = sharesOf(events);
  return events.map((event, index) => ({
    event,
    style: {
      top: (event.from / 86_400) * 100,
      height: ((event.to - event.from) / 86_400) * 100,
      width: shares[index]!.width,
      xOffset: shares[index]!.left,
    } as React.CSSProperties,
  }));
};
