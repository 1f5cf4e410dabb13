import type { CalendarDay, Zone } from "@/domain/zone";
import { autoscroll } from "./autoscroll";
import type { Carry } from "./carry";
import { takeInHand } from "./carrying-hand";
import { placeAt } from "./grid-place";
import { swallowClick } from "./lift-gesture";
import { isOnGrid, measureGrid } from "./measure-grid";
import { wishAt, type Held } from "./wish";

/** What a pointer needs to carry something over the grid. */
export type DragAround = {
  readonly zone: Zone;
  readonly root: HTMLElement;
  readonly days: readonly CalendarDay[];
  readonly carry: Carry;
  /** Where the pointer is, for the chip that follows it outside of the grid; null when it is over the grid. */
  readonly onMove: (point: { readonly x: number; readonly y: number } | null) => void;
};

type Keys = Pick<PointerEvent, "altKey" | "shiftKey" | "ctrlKey" | "metaKey">;
const modifiers: ReadonlySet<string> = new Set(["Alt", "Shift", "Control", "Meta"]);

/** Seconds between the start of what is held and the point where it is held. */
type Grip = (place: { readonly day: CalendarDay; readonly second: number }) => number;

/**
 * Carries what is held with the pointer until it is let go. `drag` ends with the button, `click` with the next
 * click: that one needs no dragging at all (WCAG 2.5.7). One frame moves at most once; Escape puts back; Alt and
 * Shift count at any moment (R18).
 */
export function carryWithPointer(
  { zone, root, days, carry, onMove }: DragAround,
  held: Held,
  from: PointerEvent,
  grip: Grip,
): () => void {
  const grid = measureGrid(root, days);
  carry.lift(held);
  const stop = new AbortController();
  const { signal } = stop;
  let point = { x: from.clientX, y: from.clientY };
  // Only what is on the grid can be copied from there: with Ctrl, as in any list of files.
  const canCopy = held.by === "drag" && held.mode === "whole" && held.cargo.from !== undefined;
  const keysOf = (event: Keys) => ({
    fine: event.altKey || event.shiftKey,
    exact: event.altKey,
    copies: canCopy ? event.ctrlKey || event.metaKey : (held.copies ?? false),
  });
  let keys = keysOf(from);
  let frame = 0;
  const gripped = grid ? gripAt() : 0;
  const scroll = grid && autoscroll(grid.scroller, grid.layout.visible, () => look());

  function gripAt(): number {
    const place = placeAt(grid!.layout, grid!.scroller.scrollTop, from.clientX, from.clientY);
    return place && held.mode === "whole" ? grip(place) : 0;
  }
  function look(): void {
    frame = 0;
    const place = grid && placeAt(grid.layout, grid.scroller.scrollTop, point.x, point.y);
    carry.over(place ? wishAt(zone, held, place, gripped, keys) : null, keys.copies);
    onMove(place ? null : point);
  }
  function soon(): void {
    if (frame === 0) frame = requestAnimationFrame(look);
  }
  function end(): void {
    stop.abort();
    cancelAnimationFrame(frame);
    scroll?.stop();
    onMove(null);
    openHand();
  }
  function letGo(event: PointerEvent): void {
    point = { x: event.clientX, y: event.clientY };
    keys = keysOf(event);
    look();
    end();
    if (grid && isOnGrid(grid.scroller, point.x, point.y)) carry.drop();
    else carry.cancel();
  }
  const isOurs = (event: PointerEvent) => held.by === "click" || event.pointerId === from.pointerId;

  const openHand = takeInHand(
    held.mode === "whole" ? "grabbing" : "ns-resize",
    held.by === "drag" ? from.pointerId : null,
  );
  document.addEventListener(
    "pointermove",
    (event) => {
      if (!isOurs(event)) return;
      point = { x: event.clientX, y: event.clientY };
      keys = keysOf(event);
      scroll?.at(held.by === "drag" ? point.y : null);
      soon();
    },
    { signal },
  );
  if (held.by === "drag") {
    document.addEventListener(
      "pointerup",
      (event) => {
        if (isOurs(event)) {
          swallowClick();
          letGo(event);
        }
      },
      { signal },
    );
    document.addEventListener(
      "pointercancel",
      (event) => {
        if (isOurs(event)) {
          end();
          carry.cancel();
        }
      },
      { signal },
    );
  } else {
    document.addEventListener(
      "pointerdown",
      (event) => {
        if (event.button !== 0 || !grid || !grid.scroller.contains(event.target as Node)) return;
        event.preventDefault();
        event.stopPropagation();
        swallowClick();
        if (!isSecondPress(from, event)) letGo(event);
      },
      { signal, capture: true },
    );
    grid?.scroller.addEventListener("scroll", soon, { signal });
  }
  for (const unwanted of ["contextmenu", "selectstart", "dragstart"])
    document.addEventListener(unwanted, (event) => event.preventDefault(), { signal });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        end();
        carry.cancel();
      } else if (modifiers.has(event.key)) {
        keys = keysOf(event);
        soon();
      }
    },
    { signal, capture: true },
  );
  document.addEventListener(
    "keyup",
    (event) => {
      if (!modifiers.has(event.key)) return;
      event.preventDefault();
      keys = keysOf(event);
      soon();
    },
    { signal },
  );
  soon();
  return () => {
    end();
    carry.cancel();
  };
}

const DOUBLE_CLICK_MS = 500;

/** Is it the second press of a double click on what was picked up? That one is not where it should go. */
function isSecondPress(first: Pick<PointerEvent, "timeStamp" | "clientX" | "clientY">, second: PointerEvent): boolean {
  return (
    second.timeStamp - first.timeStamp < DOUBLE_CLICK_MS &&
    Math.hypot(second.clientX - first.clientX, second.clientY - first.clientY) < 6
  );
}
