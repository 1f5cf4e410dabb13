import type { KeyboardEvent } from "react";

/** Up and down go through what can be chosen in a floating list (`data-step`), Home and End to its ends. */
export function stepThrough(event: KeyboardEvent): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-step]")];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: at <= 0 ? items.length - 1 : at - 1,
    Home: 0,
    End: items.length - 1,
  }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items[next]?.focus();
}
