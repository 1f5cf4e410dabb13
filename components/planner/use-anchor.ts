import {
  autoUpdate,
  flip,
  offset,
  shift,
  size,
  useFloating,
  type Middleware,
  type Placement,
} from "@floating-ui/react";
import { useLayoutEffect } from "react";
import { useLatest } from "@/components/ui/use-latest";
import { clearLeft, type Seen } from "./clear-of";

/** Where the block with that id is drawn, a day's head, or the library's card of that episode; looked for again whenever it is asked, since the calendar may have drawn it anew. */
export function blockElement(id: string): HTMLElement | null {
  const name = CSS.escape(id);
  return document.querySelector<HTMLElement>(
    `[data-slot-id="${name}"], [data-anchor="${name}"], [data-episode-id="${name}"]`,
  );
}

const EDGE = 12;
const nothing = (): readonly Seen[] => [];

/** Moves the card across the page, away from what is to be seen beside its block. */
function clearOf(seen: () => readonly Seen[]): Middleware {
  return {
    name: "clearOf",
    fn: ({
      x,
      y,
      rects: {
        floating: { width, height },
        reference,
      },
    }) => {
      const all = seen();
      if (all.length === 0) return {};
      const block = {
        left: reference.x,
        top: reference.y,
        right: reference.x + reference.width,
        bottom: reference.y + reference.height,
      };
      return {
        x: clearLeft({ left: x, top: y, right: x + width, bottom: y + height }, block, all, {
          left: EDGE,
          right: window.innerWidth - EDGE,
        }),
      };
    },
  };
}

/** What a card leaves free at the edges of the page; the heads of the days stay in sight, and what stands at its foot. */
function room() {
  const grid = document.querySelector(".rbc-time-content")?.getBoundingClientRect();
  const top = grid?.top ?? 0;
  return {
    top: Math.max(EDGE, top + 4),
    right: EDGE,
    bottom: Math.max(freeFoot(), window.innerHeight - (grid?.bottom ?? Infinity) + EDGE),
    left: EDGE,
  };
}

/** How much of the page's foot is left free, for what stands there. */
export function freeFoot(): number {
  const foot = Math.min(
    window.innerHeight,
    ...[...document.querySelectorAll("[data-dock-item]")].map((each) => each.getBoundingClientRect().top),
  );
  return window.innerHeight - foot + EDGE;
}

/** A card that stands beside a block and follows it when the grid scrolls, clear of what it shows there. Without a block it stands in the middle. */
export function useAnchor(
  slotId: string,
  onClose: () => void,
  {
    placement = "right-start",
    seen = nothing,
  }: { readonly placement?: Placement | undefined; readonly seen?: (() => readonly Seen[]) | undefined },
) {
  const latest = useLatest(seen);
  const floating = useFloating({
    open: true,
    onOpenChange: (open) => {
      if (!open) onClose();
    },
    placement,
    strategy: "fixed",
    middleware: [
      offset(10),
      flip({ padding: EDGE, fallbackAxisSideDirection: "end" }),
      shift(() => ({ padding: room(), crossAxis: true })),
      size(() => ({
        padding: room(),
        apply: ({ availableHeight, elements }) => {
          elements.floating.style.maxHeight = `${Math.max(220, availableHeight)}px`;
        },
      })),
      clearOf(() => latest()()),
    ],
    whileElementsMounted: (reference, card, update) => autoUpdate(reference, card, update, { animationFrame: false }),
  });
  const { refs } = floating;
  useLayoutEffect(() => {
    refs.setPositionReference({
      getBoundingClientRect: () =>
        blockElement(slotId)?.getBoundingClientRect() ?? new DOMRect(window.innerWidth / 2 - 150, 140, 0, 0),
      contextElement: document.querySelector(".rbc-time-content") ?? undefined,
    });
  }, [refs, slotId]);
  return floating;
}
