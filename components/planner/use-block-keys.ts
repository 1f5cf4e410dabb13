import { useEffect, useRef, type RefObject } from "react";
import { useLatest } from "@/components/ui/use-latest";
import type { SlotId } from "@/domain/ids";
import type { Interval } from "@/domain/interval";
import { thingName } from "./slot-change";
import { useKeptFocus } from "./use-kept-focus";

/** What a block is called while its slot gets another id: by what it is and when. */
export function placeName(thing: Parameters<typeof thingName>[0], { startsAt }: Interval): string {
  return `${thingName(thing)}@${startsAt}`;
}

type Needs = {
  readonly rootRef: RefObject<HTMLElement | null>;
  /** The block that the focus follows while it is moved; null when it follows none. */
  readonly followRef: RefObject<string | null>;
  /** Changes when blocks may have come or gone. */
  readonly blocks: unknown;
  readonly onPickUp: (id: SlotId) => void;
  readonly onOpen: (id: SlotId) => void;
  readonly onUnplan: (id: SlotId) => void;
  /** Ctrl with Space or Enter selects it, or not any more. */
  readonly onToggle: (id: SlotId) => void;
  /** Shift with an arrow selects on to the next one. */
  readonly onExtend: (from: SlotId, to: SlotId) => void;
};

/** What the arrows go through: blocks, and gaps that can be filled. */
const BLOCK = ".rbc-event, [data-gap]";
const idOf = (block: Element | null | undefined) =>
  block?.querySelector<HTMLElement>("[data-slot-id]")?.dataset["slotId"];

/** Which slot or gap has the focus. */
export function blockIdOf(element: Element | null): SlotId | undefined {
  return idOf(element?.closest(BLOCK));
}

/**
 * The grid is one stop of the Tab key; arrows go from block to block, and to gaps (roving tabindex). Enter or M
 * picks up, Space opens, Delete takes off; Ctrl with Space or Enter selects. A gap is opened by each of the first three.
 */
export function useBlockKeys({
  rootRef,
  followRef,
  blocks,
  onPickUp,
  onOpen,
  onUnplan,
  onToggle,
  onExtend,
}: Needs): void {
  const latest = useLatest({ onPickUp, onOpen, onUnplan, onToggle, onExtend });
  const current = useRef<SlotId | undefined>(undefined);

  // The calendar gives every block tabindex 0 and never looks again: after each change one is left in the order.
  useEffect(() => {
    const all = rootRef.current ? [...rootRef.current.querySelectorAll<HTMLElement>(BLOCK)] : [];
    const chosen =
      all.find((each) => idOf(each) === current.current) ?? all.find((each) => each.matches(".rbc-event")) ?? all[0];
    for (const each of all) each.tabIndex = each === chosen ? 0 : -1;
    // A moved block is drawn anew, twice: as being saved, and as saved. Whoever moved it by keys is still on it.
    const followed =
      followRef.current === null
        ? undefined
        : all.find((each) => each.querySelector(`[data-place="${CSS.escape(followRef.current!)}"]`));
    if (followed && (document.activeElement === document.body || followed.ownerDocument.activeElement?.closest(BLOCK)))
      followed.focus({ preventScroll: true });
  }, [rootRef, followRef, blocks]);
  useKeptFocus({ rootRef, selector: BLOCK, blocks });

  useEffect(() => {
    const root = rootRef.current;
    if (!root) return;
    const onFocus = (event: FocusEvent) => {
      const block = (event.target as Element).closest<HTMLElement>(BLOCK);
      if (!block) return;
      current.current = idOf(block);
      if (!block.querySelector(`[data-place="${CSS.escape(followRef.current ?? "")}"]`)) followRef.current = null;
      for (const each of root.querySelectorAll<HTMLElement>(`:is(${BLOCK})[tabindex="0"]`)) each.tabIndex = -1;
      block.tabIndex = 0;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const block = (event.target as Element).closest<HTMLElement>(BLOCK);
      const id = idOf(block);
      if (!block || id === undefined || event.altKey) return;
      if (event.ctrlKey || event.metaKey) {
        if ((event.key !== "Enter" && event.key !== " ") || block.matches("[data-gap]")) return;
        event.preventDefault();
        event.stopPropagation();
        latest().onToggle(id);
        return;
      }
      const other = neighbour(root, block, event.key);
      const act = {
        Enter: latest().onPickUp,
        m: latest().onPickUp,
        M: latest().onPickUp,
        " ": latest().onOpen,
        Delete: latest().onUnplan,
        Backspace: latest().onUnplan,
      }[event.key];
      if (!other && !act) return;
      event.preventDefault();
      event.stopPropagation();
      if (other) {
        other.focus({ preventScroll: true });
        other.scrollIntoView({ block: "nearest" });
        const to = idOf(other);
        if (event.shiftKey && to !== undefined && !block.matches("[data-gap]") && !other.matches("[data-gap]"))
          latest().onExtend(id, to);
        return;
      }
      if ((event.key === "Delete" || event.key === "Backspace") && !block.matches("[data-gap]"))
        (neighbour(root, block, "ArrowDown") ?? neighbour(root, block, "ArrowUp"))?.focus({ preventScroll: true });
      act?.(id);
    };
    root.addEventListener("focusin", onFocus);
    root.addEventListener("keydown", onKeyDown);
    return () => {
      root.removeEventListener("focusin", onFocus);
      root.removeEventListener("keydown", onKeyDown);
    };
  }, [rootRef, followRef, latest]);
}

/** The block that an arrow leads to: within the day by time, across days to the one nearest in height. */
function neighbour(root: HTMLElement, block: HTMLElement, key: string): HTMLElement | undefined {
  const columns = [...root.querySelectorAll(".rbc-day-slot")].map((column) =>
    [...column.querySelectorAll<HTMLElement>(BLOCK)].toSorted((a, b) => a.offsetTop - b.offsetTop),
  );
  const day = columns.findIndex((column) => column.includes(block));
  const column = columns[day] ?? [];
  const at = column.indexOf(block);
  if (key === "ArrowUp") return column[at - 1];
  if (key === "ArrowDown") return column[at + 1];
  if (key === "Home") return column[0];
  if (key === "End") return column.at(-1);
  if (key !== "ArrowLeft" && key !== "ArrowRight") return undefined;
  const beyond = key === "ArrowLeft" ? columns.slice(0, day).reverse() : columns.slice(day + 1);
  return beyond
    .find((each) => each.length > 0)
    ?.toSorted((a, b) => Math.abs(a.offsetTop - block.offsetTop) - Math.abs(b.offsetTop - block.offsetTop))[0];
}
