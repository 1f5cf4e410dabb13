import { autoUpdate, flip, offset, shift, size, useFloating, type Placement } from "@floating-ui/react";
import { useLayoutEffect } from "react";

/** Where the block with that id is drawn, a day's head, or the library's card of that episode; looked for again whenever it is asked, since the calendar may have drawn it anew. */
export function blockElement(id: string): HTMLElement | null {
  const name = CSS.escape(id);
  return document.querySelector<HTMLElement>(`[data-slot-id="${name}"], [data-anchor="${name}"], [data-episode-id="${name}"]`);
}

const EDGE = 12;

/** What a card leaves free at the edges of the page; the heads of the days stay in sight, and what stands at its foot. */
function room() {
  const grid = document.querySelector(".rbc-time-content")?.getBoundingClientRect();
  const top = grid?.top ?? 0;
  const foot = Math.min(window.innerHeight, grid?.bottom ?? Infinity, ...[...document.querySelectorAll("[data-dock-item]")].map((each) => each.getBoundingClientRect().top));
  return { top: Math.max(EDGE, top + 4), right: EDGE, bottom: window.innerHeight - foot + EDGE, left: EDGE };
}

/** A card that stands beside a block and follows it when the grid scrolls. Without a block it stands in the middle. */
export function useAnchor(slotId: string, onClose: () => void, placement: Placement = "right-start") {
  const floating = useFloating({
    open: true,
    onOpenChange: (open) => { if (!open) onClose(); },
    placement,
    strategy: "fixed",
    middleware: [offset(10), flip({ padding: EDGE, fallbackAxisSideDirection: "end" }), shift(() => ({ padding: room(), crossAxis: true })), size(() => ({ padding: room(), apply: ({ availableHeight, elements }) => { elements.floating.style.maxHeight = `${Math.max(220, availableHeight)}px`; } }))],
    whileElementsMounted: (reference, card, update) => autoUpdate(reference, card, update, { animationFrame: false }),
  });
  const { refs } = floating;
  useLayoutEffect(() => {
    refs.setPositionReference({
      getBoundingClientRect: () => blockElement(slotId)?.getBoundingClientRect() ?? new DOMRect(window.innerWidth / 2 - 150, 140, 0, 0),
      contextElement: document.querySelector(".rbc-time-content") ?? undefined,
    });
  }, [refs, slotId]);
  return floating;
}
