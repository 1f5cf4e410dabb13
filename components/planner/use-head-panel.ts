import {
  autoUpdate,
  offset,
  shift,
  size,
  useClick,
  useDismiss,
  useFloating,
  useInteractions,
  useRole,
} from "@floating-ui/react";
import { useClearOfToasts } from "@/components/ui/use-clear-of-toasts";
import { freeFoot } from "./use-anchor";

type Panel = {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** How high it may be, in pixels. */
  readonly atMost: number;
};

/** A panel under its button in the page's head, as high as there is room for; nothing that stands at the page's foot lies on it. */
export function useHeadPanel({ isOpen, onOpen, atMost }: Panel) {
  const floating = useFloating({
    open: isOpen,
    onOpenChange: onOpen,
    placement: "bottom-end",
    strategy: "fixed",
    whileElementsMounted: autoUpdate,
    middleware: [
      offset(6),
      shift({ padding: 8 }),
      size(() => ({
        padding: { top: 12, right: 12, bottom: freeFoot(), left: 12 },
        apply: ({ availableHeight, elements }) => {
          elements.floating.style.maxHeight = `${Math.min(atMost, availableHeight)}px`;
        },
      })),
    ],
  });
  const { context, refs } = floating;
  useClearOfToasts(refs.floating);
  const interactions = useInteractions([useClick(context), useDismiss(context), useRole(context, { role: "dialog" })]);
  return { ...floating, ...interactions };
}
