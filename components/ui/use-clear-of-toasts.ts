import { useId, useLayoutEffect, type RefObject } from "react";
import { useToasts } from "./toasts";

/**
 * Keeps toasts off what is open. For the component that places it, which is drawn again whenever it stands elsewhere;
 * what is opened in it makes it higher.
 */
export function useClearOfToasts(open: RefObject<HTMLElement | null>): void {
  const { keepClearOf } = useToasts();
  const id = useId();
  useLayoutEffect(() => {
    const element = open.current;
    const tell = () => keepClearOf(id, element?.getBoundingClientRect() ?? null);
    tell();
    if (!element) return;
    const watch = new ResizeObserver(tell);
    watch.observe(element);
    return () => watch.disconnect();
  });
  useLayoutEffect(() => () => keepClearOf(id, null), [keepClearOf, id]);
}
