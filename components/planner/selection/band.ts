import type { SlotId } from "@/domain/ids";
import type { CalendarDay, Zone } from "@/domain/zone";
import { autoscroll } from "../autoscroll";
import { takeInHand } from "../carrying-hand";
import type { GridLayout } from "../grid-place";
import { swallowClick } from "../lift-gesture";
import { measureGrid } from "../measure-grid";
import type { PlacedSlot } from "../placed-slot";
import { segmentsOf } from "../segments";

/** The rubber band as it is drawn, in pixels of the window. */
export type BandBox = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
} | null;

type BandAround = {
  readonly root: HTMLElement;
  readonly zone: Zone;
  readonly days: readonly CalendarDay[];
  readonly slots: readonly PlacedSlot[];
  readonly onBand: (ids: ReadonlySet<SlotId>) => void;
  readonly onBox: (box: BandBox) => void;
  /** Let go, or put back with Escape. */
  readonly onEnd: (isKept: boolean) => void;
};

type Corner = { readonly x: number; readonly y: number };

/** Spans a rubber band from where the button went down to where the pointer is; what it touches is told at every step. */
export function spanBand(
  { root, zone, days, slots, onBand, onBox, onEnd }: BandAround,
  down: PointerEvent,
  lifted: PointerEvent,
): void {
  const grid = measureGrid(root, days);
  if (!grid) return;
  const { layout, scroller } = grid;
  const pieces = slots.flatMap((each) =>
    segmentsOf(zone, each).map(({ day, from, to }) => ({ id: each.id, day, from, to })),
  );
  const stop = new AbortController();
  const { signal } = stop;
  // The first corner stays on its hour while the grid scrolls under the band.
  const first = { x: down.clientX, y: down.clientY + scroller.scrollTop };
  let point: Corner = { x: lifted.clientX, y: lifted.clientY };
  let frame = 0;
  const look = () => {
    frame = 0;
    const other = { x: point.x, y: point.y + scroller.scrollTop };
    const box = {
      left: Math.min(first.x, other.x),
      right: Math.max(first.x, other.x),
      top: Math.min(first.y, other.y),
      bottom: Math.max(first.y, other.y),
    };
    const isIn = touched(layout, box);
    onBand(new Set(pieces.filter(isIn).map(({ id }) => id)));
    onBox(seen(layout, { ...box, top: box.top - scroller.scrollTop, bottom: box.bottom - scroller.scrollTop }));
  };
  const soon = () => {
    if (frame === 0) frame = requestAnimationFrame(look);
  };
  const scroll = autoscroll(scroller, layout.visible, look);
  const openHand = takeInHand("crosshair", down.pointerId);
  const end = (isKept: boolean) => {
    stop.abort();
    cancelAnimationFrame(frame);
    scroll.stop();
    openHand();
    onBox(null);
    onEnd(isKept);
  };
  document.addEventListener(
    "pointermove",
    (event) => {
      if (event.pointerId !== down.pointerId) return;
      point = { x: event.clientX, y: event.clientY };
      scroll.at(point.y);
      soon();
    },
    { signal },
  );
  document.addEventListener(
    "pointerup",
    (event) => {
      if (event.pointerId !== down.pointerId) return;
      point = { x: event.clientX, y: event.clientY };
      swallowClick();
      look();
      end(true);
    },
    { signal },
  );
  document.addEventListener("pointercancel", () => end(false), { signal });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      end(false);
    },
    { signal, capture: true },
  );
  for (const unwanted of ["contextmenu", "selectstart", "dragstart"])
    document.addEventListener(unwanted, (event) => event.preventDefault(), { signal });
  soon();
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Does a piece of a slot lie under the band? By day and hour: nothing has to be asked of the page. */
function touched(
  { columns, midnightTop, hourHeight }: GridLayout,
  box: Box,
): (piece: { readonly day: CalendarDay; readonly from: number; readonly to: number }) => boolean {
  const days = new Set(columns.filter(({ left, right }) => left < box.right && right > box.left).map(({ day }) => day));
  const [from, to] = [box.top, box.bottom].map((y) => ((y - midnightTop) / hourHeight) * 3600) as [number, number];
  return (piece) => days.has(piece.day) && piece.from < to && piece.to > from;
}

/** As much of the band as can be seen. */
function seen({ visible }: GridLayout, box: Box): BandBox {
  const [left, top] = [Math.max(visible.left, box.left), Math.max(visible.top, box.top)];
  return {
    left,
    top,
    width: Math.max(0, Math.min(visible.right, box.right) - left),
    height: Math.max(0, Math.min(visible.bottom, box.bottom) - top),
  };
}
