import type { Interval } from "@/domain/interval";
import type { CalendarDay, Zone } from "@/domain/zone";
import type { Box } from "@/components/ui/toast-place";
import { segmentsOf } from "./segments";

/** What a card should hide as little of as it can: the more, the heavier. */
export type Seen = { readonly box: Box; readonly weight: number };

/** How far a card stands from what it is beside. */
const APART = 10;

/**
 * Where a card stands across the page so that it hides the least of what is to be seen: where it would stand anyhow,
 * or beside one of these. Of places that hide as little, the one that is nearest to the block it belongs to.
 */
export function clearLeft(
  card: Box,
  block: Box,
  seen: readonly Seen[],
  page: { readonly left: number; readonly right: number },
): number {
  const width = card.right - card.left;
  const beside = [block, ...seen.map(({ box }) => box)].flatMap(({ left, right }) => [
    right + APART,
    left - APART - width,
  ]);
  const places = [card.left, ...beside.filter((left) => left >= page.left && left + width <= page.right)];
  const hidden = (left: number) =>
    [{ box: block, weight: 1 }, ...seen].reduce(
      (sum, { box, weight }) => sum + weight * shared({ ...card, left, right: left + width }, box),
      0,
    );
  const away = (left: number) => Math.max(0, left - block.right, block.left - (left + width));
  return places.toSorted((a, b) => hidden(a) - hidden(b) || away(a) - away(b))[0]!;
}

function shared(a: Box, b: Box): number {
  return (
    Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
    Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))
  );
}

/** Where stretches of time are drawn, or would be, on the grid as it is scrolled now. `days` are its columns. */
export function boxesOnGrid(zone: Zone, days: readonly CalendarDay[], stretches: readonly Interval[]): Box[] {
  const columns = [...document.querySelectorAll(".rbc-day-slot")].map((column) => column.getBoundingClientRect());
  return stretches
    .flatMap((stretch) => segmentsOf(zone, stretch))
    .flatMap(({ day, from, to }) => {
      const column = columns[days.indexOf(day)];
      return column
        ? [
            {
              left: column.left,
              right: column.right,
              top: column.top + (from / 86_400) * column.height,
              bottom: column.top + (to / 86_400) * column.height,
            },
          ]
        : [];
    });
}
