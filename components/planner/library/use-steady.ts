import { useRef, useState, useEffect, type RefObject } from "react";

/**
 * The value, kept as it was for as long as somebody holds something of it: a list that was asked for anew
 * must not rearrange itself, or give way to "nothing found", under a drag.
 */
export function useSteady<T>(value: T, isHeld: boolean): T {
  const kept = useRef(value);
  if (!isHeld) kept.current = value;
  return kept.current;
}

/** Is a pointer down that went down on this element? It may be let go of anywhere. */
export function usePressed(element: RefObject<HTMLElement | null>): boolean {
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    const node = element.current;
    const press = () => setPressed(true);
    const release = () => setPressed(false);
    node?.addEventListener("pointerdown", press);
    window.addEventListener("pointerup", release);
    window.addEventListener("pointercancel", release);
    return () => {
      node?.removeEventListener("pointerdown", press);
      window.removeEventListener("pointerup", release);
      window.removeEventListener("pointercancel", release);
    };
  }, [element]);
  return pressed;
}
