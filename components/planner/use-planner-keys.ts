import { useEffect } from "react";
import { useLatest } from "@/components/ui/use-latest";

/** The keys of the page, by what is typed: "t", "j", "/", "ctrl+z" (which is Command on a Mac). */
export type PlannerKeys = Readonly<Record<string, () => unknown>>;

/** Is somebody writing, or choosing in a field? Then a letter is a letter, and Ctrl+Z is the field's. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.closest("input, textarea, select") !== null)
  );
}

/** Is a card or a menu open there? It has letters of its own; Ctrl+Z means the week all the same. */
function isInCard(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("[role='menu'], [role='dialog']") !== null;
}

/** Single keys for what is done all day. Never while somebody types. */
export function usePlannerKeys(keys: PlannerKeys): void {
  const latest = useLatest(keys);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isTyping(event.target)) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (isInCard(event.target) && !event.ctrlKey && !event.metaKey) return;
      const act = latest()[event.ctrlKey || event.metaKey ? `ctrl+${event.shiftKey ? "shift+" : ""}${key}` : key];
      // False: there was nothing for it to do, and the key is the browser's.
      if (act && act() !== false) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [latest]);
}
