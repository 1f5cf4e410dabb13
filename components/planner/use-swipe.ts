import { useEffect, type RefObject } from "react";
import { isCarrying } from "./carrying-hand";

/** A finger that goes further sideways than this, and more sideways than down, turns the page. */
const FAR_PX = 60;

/** On a narrow screen a swipe leads to the next or previous day. Not while something is carried. */
export function useSwipe(ref: RefObject<HTMLElement | null>, isOn: boolean, by: (days: number) => void): void {
  useEffect(() => {
    const root = ref.current;
    if (!root || !isOn) return;
    let from: { x: number; y: number } | null = null;
    const start = (event: TouchEvent) => {
      const touch = event.touches[0];
      from = event.touches.length === 1 && touch ? { x: touch.clientX, y: touch.clientY } : null;
    };
    const end = (event: TouchEvent) => {
      const touch = event.changedTouches[0];
      if (!from || !touch || isCarrying()) return;
      const [x, y] = [touch.clientX - from.x, touch.clientY - from.y];
      from = null;
      if (Math.abs(x) > FAR_PX && Math.abs(x) > 1.6 * Math.abs(y)) by(x < 0 ? 1 : -1);
    };
    root.addEventListener("touchstart", start, { passive: true });
    root.addEventListener("touchend", end, { passive: true });
    return () => {
      root.removeEventListener("touchstart", start);
      root.removeEventListener("touchend", end);
    };
  }, [ref, isOn, by]);
}
