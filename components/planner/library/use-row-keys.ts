import { useCallback, type KeyboardEvent } from "react";

type Rows = {
  readonly count: number;
  readonly active: number;
  readonly perPage: number;
  readonly onActive: (index: number) => void;
  readonly onEnter: (index: number, event: KeyboardEvent) => void;
  /** Up from the first row, or Escape: back to the words. */
  readonly onLeave: () => void;
};

/** The keys of a list: arrows, pages, ends, Enter. The list itself keeps the focus, since the row that has it may be scrolled out of being. */
export function useRowKeys({ count, active, perPage, onActive, onEnter, onLeave }: Rows) {
  return useCallback(
    (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || count === 0) return;
      const steps: Record<string, number> = {
        ArrowDown: active + 1,
        ArrowUp: active - 1,
        PageDown: active + perPage,
        PageUp: active - perPage,
        Home: 0,
        End: count - 1,
      };
      const wanted = steps[event.key];
      if (event.key === "ArrowUp" && active <= 0) {
        event.preventDefault();
        onLeave();
      } else if (wanted !== undefined) {
        event.preventDefault();
        onActive(Math.max(0, Math.min(count - 1, wanted)));
      } else if ((event.key === "Enter" || event.key === " ") && active >= 0) {
        event.preventDefault();
        onEnter(active, event);
      }
    },
    [count, active, perPage, onActive, onEnter, onLeave],
  );
}
