import { useEffect, useRef, type RefObject } from "react";

/** Where a block stood that keys were on: its day's column, and how far down. */
type Stood = { readonly block: HTMLElement; readonly day: number; readonly top: number };

type Needs = {
  readonly rootRef: RefObject<HTMLElement | null>;
  /** What counts as a block. */
  readonly selector: string;
  /** Changes when blocks may have come or gone. */
  readonly blocks: unknown;
};

/**
 * A block that goes takes the focus with it, and the next Tab would begin at the top of the page. Whoever was on it
 * by keys is on the nearest one of its day then, or of the week.
 */
export function useKeptFocus({ rootRef, selector, blocks }: Needs): void {
  const stood = useRef<Stood | null>(null);

  useEffect(() => {
    const root = rootRef.current;
    if (!root) return;
    const onFocusIn = ({ target }: FocusEvent) => {
      const block = (target as Element).closest<HTMLElement>(selector);
      stood.current = block?.matches(":focus-visible")
        ? { block, day: columnsOf(root).findIndex((column) => column.contains(block)), top: block.offsetTop }
        : null;
    };
    // What goes is out of the page a moment later; what is only left is not.
    const onFocusOut = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if ((target as Element).isConnected) stood.current = null;
      });
    const onPointerDown = () => {
      stood.current = null;
    };
    root.addEventListener("focusin", onFocusIn);
    root.addEventListener("focusout", onFocusOut);
    document.addEventListener("pointerdown", onPointerDown);
    return () => {
      document.removeEventListener("pointerdown", onPointerDown);
      root.removeEventListener("focusin", onFocusIn);
      root.removeEventListener("focusout", onFocusOut);
    };
  }, [rootRef, selector]);

  useEffect(() => {
    const [root, gone] = [rootRef.current, stood.current];
    if (!root || !gone || gone.block.isConnected || document.activeElement !== document.body) return;
    const all = (within: ParentNode | undefined) => [...(within?.querySelectorAll<HTMLElement>(selector) ?? [])];
    const day = all(columnsOf(root)[gone.day]);
    const [nearest] = (day.length > 0 ? day : all(root)).toSorted(
      (a, b) => Math.abs(a.offsetTop - gone.top) - Math.abs(b.offsetTop - gone.top),
    );
    nearest?.focus({ preventScroll: true });
  }, [rootRef, selector, blocks]);
}

function columnsOf(root: HTMLElement): Element[] {
  return [...root.querySelectorAll(".rbc-day-slot")];
}
