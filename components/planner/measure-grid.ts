import type { CalendarDay } from "@/domain/zone";
import type { GridLayout } from "./grid-place";

/** The grid's scrolling part and where its columns are; null while no grid is shown. */
export type MeasuredGrid = { readonly layout: GridLayout; readonly scroller: HTMLElement };

/**
 * Reads the layout once, when something is lifted: asking per move would lay the page out per move. `days`
 * are the columns' days, in order.
 */
export function measureGrid(root: HTMLElement, days: readonly CalendarDay[]): MeasuredGrid | null {
  const scroller = root.querySelector<HTMLElement>(".rbc-time-content");
  const columns = scroller ? [...scroller.querySelectorAll<HTMLElement>(".rbc-day-slot")] : [];
  const first = columns[0]?.getBoundingClientRect();
  if (!scroller || !first || columns.length !== days.length) return null;
  const box = scroller.getBoundingClientRect();
  return {
    scroller,
    layout: {
      visible: {
        left: first.left,
        top: box.top,
        right: box.left + scroller.clientWidth,
        bottom: box.top + scroller.clientHeight,
      },
      midnightTop: first.top + scroller.scrollTop,
      hourHeight: first.height / 24,
      columns: columns.map((column, index) => {
        const { left, right } = column.getBoundingClientRect();
        return { day: days[index]!, left, right };
      }),
    },
  };
}

/** Is the grid what is there, and not a card or the header over it? Asked once, when something is let go (R11). */
export function isOnGrid(scroller: HTMLElement, x: number, y: number): boolean {
  const there = document.elementFromPoint(x, y);
  return there !== null && (scroller.contains(there) || there.closest("[data-carry-chip]") !== null);
}
