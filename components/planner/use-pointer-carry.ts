import { useCallback, useEffect, useRef, type RefObject } from "react";
import { useLatest } from "@/components/ui/use-latest";
import type { CalendarDay, Zone } from "@/domain/zone";
import { cargoOf, cargoOfSlot, type Cargo, type CarryMode } from "./cargo";
import type { Carry } from "./carry";
import { isCarrying } from "./carrying-hand";
import { instantAt } from "./grid-place";
import type { LibraryEpisode } from "./library/library-episode";
import type { LibraryHold } from "./library/library-hold";
import { watchPress } from "./lift-gesture";
import type { PlacedSlot } from "./placed-slot";
import { carryWithPointer, type DragAround } from "./pointer-drag";
import { isGapId } from "./week-gaps";
import type { Held } from "./wish";

type Needs = {
  readonly rootRef: RefObject<HTMLElement | null>;
  readonly zone: Zone;
  readonly days: readonly CalendarDay[];
  readonly carry: Carry;
  readonly canPlan: boolean;
  readonly slotOf: (id: string) => PlacedSlot | undefined;
  readonly onMove: DragAround["onMove"];
  readonly onOpen: (slotId: string) => void;
  /** What is selected with the one that is pressed, and goes along. */
  readonly restOf: (slotId: string) => readonly Cargo[];
  /** A click that selects: one more or less, or all from the last one on. */
  readonly onSelect: (slotId: string, how: "toggle" | "extend") => void;
  readonly isSelecting: () => boolean;
  /** A click that opens has done with what was selected. */
  readonly onPlain: () => void;
};

/** The pointer's way with the grid: one listener on the grid, none on the blocks (field note 20). */
export function usePointerCarry(needs: Needs) {
  const latest = useLatest(needs);
  const stopCarrying = useRef<() => void>(() => undefined);
  const { rootRef } = needs;

  const begin = useCallback(
    (
      cargo: Cargo,
      mode: CarryMode,
      by: "drag" | "click",
      event: PointerEvent,
      along: Pick<Held, "rest" | "copies"> = {},
    ) => {
      const { zone, days, carry, onMove } = latest();
      const root = rootRef.current;
      if (!root) return;
      stopCarrying.current();
      stopCarrying.current = carryWithPointer(
        { zone, root, days, carry, onMove },
        { cargo, mode, by, byTouch: event.pointerType === "touch", ...along },
        event,
        (place) => {
          if (!cargo.from || by === "click") return 0;
          const under = instantAt(zone, place.day, place.second, "first").at;
          return under === null
            ? 0
            : Math.max(
                0,
                Math.min((under - cargo.from.startsAt) / 1000, (cargo.from.endsAt - cargo.from.startsAt) / 1000),
              );
        },
      );
    },
    [rootRef, latest],
  );

  useEffect(() => {
    const root = rootRef.current;
    if (!root) return;
    const onPointerDown = (event: PointerEvent) => {
      const target = event.target as Element;
      const id = target.closest<HTMLElement>("[data-slot-id]")?.dataset["slotId"];
      if (event.button !== 0 || id === undefined) return;
      const slot = latest().slotOf(id);
      const cargo = slot && latest().canPlan ? cargoOfSlot(slot) : null;
      const mode = gripAt(target, event.clientY);
      if (cargo)
        watchPress(event, {
          onLift: (lifted) =>
            begin(cargo, mode, "drag", near(event, lifted), mode === "whole" ? { rest: latest().restOf(id) } : {}),
        });
    };
    let beganOnCard = false;
    const onAnyClick = ({ detail, target }: MouseEvent) => {
      if (detail < 2) beganOnCard = (target as Element).closest('[role="dialog"]') !== null;
    };
    const onClick = (event: MouseEvent) => {
      const id = (event.target as Element).closest<HTMLElement>("[data-slot-id]")?.dataset["slotId"];
      // The second click of a double click on a card that is gone by then is not meant for the block behind it.
      if (id === undefined || (event.detail > 1 && beganOnCard)) return;
      // A list has nothing to select, and a gap is no slot.
      const isBlock = !isGapId(id) && (event.target as Element).closest(".rbc-event") !== null;
      const how = isBlock && latest().canPlan ? selects(event, latest().isSelecting()) : null;
      if (how) {
        latest().onSelect(id, how);
        return;
      }
      latest().onPlain();
      latest().onOpen(id);
    };
    // Non-passive from the start: a browser decides at the first touch whether a page may stop its scrolling.
    const onTouchMove = (event: TouchEvent) => {
      if (isCarrying() && event.cancelable) event.preventDefault();
    };
    root.addEventListener("pointerdown", onPointerDown);
    root.addEventListener("click", onClick);
    document.addEventListener("click", onAnyClick, { capture: true });
    document.addEventListener("touchmove", onTouchMove, { passive: false });
    return () => {
      root.removeEventListener("pointerdown", onPointerDown);
      root.removeEventListener("click", onClick);
      document.removeEventListener("click", onAnyClick, { capture: true });
      document.removeEventListener("touchmove", onTouchMove);
      stopCarrying.current();
    };
  }, [rootRef, begin, latest]);

  /** A press on a card: moved, it is a drag; let go where it was, it waits for a click on the grid. */
  const pressCard = useCallback(
    (picked: LibraryEpisode | LibraryHold, event: PointerEvent) => {
      const cargo = cargoOf(picked);
      watchPress(event, {
        onLift: (lifted) => begin(cargo, "whole", "drag", lifted),
        onTap: (tapped) => begin(cargo, "whole", "click", tapped),
      });
    },
    [begin],
  );
  const carryByClick = useCallback(
    (cargo: Cargo, event: PointerEvent, along: Pick<Held, "rest" | "copies"> = {}) =>
      begin(cargo, "whole", "click", event, along),
    [begin],
  );
  const stop = useCallback(() => stopCarrying.current(), []);
  return { pressCard, carryByClick, stop };
}

/** Ctrl and Shift select, as in any list of files; with a finger, once something is selected, every tap does. */
function selects(event: MouseEvent, isSelecting: boolean): "toggle" | "extend" | null {
  if (event.shiftKey) return "extend";
  const isTouch = (event as PointerEvent).pointerType === "touch";
  return event.ctrlKey || event.metaKey || (isTouch && isSelecting) ? "toggle" : null;
}

/** A block is gripped where the button went down, not where the pointer was when it counted as a drag. */
function near(down: PointerEvent, lifted: PointerEvent): PointerEvent {
  return down.pointerId === lifted.pointerId ? down : lifted;
}

/**
 * By which end a block is held. A browser gives a finger the nearest thing that reacts, and on a block of half
 * an hour that would always be an end: only a press on the grip itself is one.
 */
function gripAt(target: Element, y: number): CarryMode {
  const grip = target.closest<HTMLElement>("[data-grip]");
  const box = grip?.getBoundingClientRect();
  return grip && box && box.top <= y && y <= box.bottom ? (grip.dataset["grip"] as CarryMode) : "whole";
}
