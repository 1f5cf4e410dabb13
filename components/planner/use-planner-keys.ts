import { useEffect, useRef } from "react";

/** The keys of the page, by what is typed: "t", "j", "/". */
export type PlannerKeys = Readonly<Record<string, () => void>>;

/** Is somebody writing, or choosing in a field? Then a letter is a letter. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest("input, textarea, select, [role='menu'], [role='dialog']") !== null);
}

/** Single keys for what is done all day. Never while somebody types, never with a modifier, which is the browser's. */
export function usePlannerKeys(keys: PlannerKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
