import { useCallback, useEffect, useRef } from "react";
import { useLatest } from "@/components/ui/use-latest";
import type { Interval } from "@/domain/interval";
import type { Zone } from "@/domain/zone";
import type { Board } from "./board";
import type { Cargo } from "./cargo";
import type { Carry } from "./carry";
import { steppedBy } from "./key-steps";
import { useStore, type Store } from "./store";
import type { Held } from "./wish";

type Needs = {
  readonly zone: Zone;
  readonly board: Store<Board>;
  readonly carry: Carry;
  /** Brings a place into sight: another week, another hour. */
  readonly show: (at: Interval) => void;
};

/** What goes along, and whether all of it is a copy. */
type Along = Pick<Held, "rest" | "copies">;

/** What turns the view, or leads elsewhere, would leave behind what is held. */
const LEADS_AWAY: ReadonlySet<string> = new Set(["t", "d", "w", "l", "/"]);

/** Carries by keys: arrows move, Shift with arrows changes the length, Enter drops, Escape puts back. The focus stays where it was. */
export function useKeyCarry({ zone, board, carry, show }: Needs) {
  const latest = useLatest({ zone, carry, show });
  const at = useRef<Interval | null>(null);
  const isGroup = useRef(false);
  const isHeld = useStore(board, ({ held }) => held?.by === "keys");

  useEffect(() => {
    if (!isHeld) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const { zone, carry, show } = latest();
      const next = at.current && !event.ctrlKey && !event.metaKey ? steppedBy(zone, at.current, event) : null;
      // Several have no one length that Shift could change.
      if (next && event.shiftKey && isGroup.current) {
        /* stays */
      } else if (next) {
        at.current = next;
        carry.over({ to: next, twice: false });
        show(next);
      } else if (event.key === "Enter" || event.key === " ") carry.drop();
      else if (event.key === "Escape" || event.key === "Tab") carry.cancel();
      else if (event.key !== "m" && !LEADS_AWAY.has(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onPointerDown = () => latest().carry.cancel();
    document.addEventListener("keydown", onKeyDown, { capture: true });
    document.addEventListener("pointerdown", onPointerDown, { capture: true });
    return () => {
      document.removeEventListener("keydown", onKeyDown, { capture: true });
      document.removeEventListener("pointerdown", onPointerDown, { capture: true });
    };
  }, [isHeld, latest]);

  return useCallback(
    (cargo: Cargo, first: Interval, along: Along = {}) => {
      const { carry, show } = latest();
      at.current = first;
      isGroup.current = (along.rest?.length ?? 0) > 0;
      carry.lift({ cargo, mode: "whole", by: "keys", ...along });
      carry.over({ to: first, twice: false });
      show(first);
    },
    [latest],
  );
}
