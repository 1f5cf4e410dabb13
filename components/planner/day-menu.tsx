import {
  FloatingFocusManager,
  FloatingPortal,
  offset,
  shift,
  useClick,
  useDismiss,
  useFloating,
  useInteractions,
  useRole,
} from "@floating-ui/react";
import { EllipsisVertical } from "lucide-react";
import { useState, type KeyboardEvent } from "react";
import { useWords } from "@/components/language/use-words";
import type { CalendarDay } from "@/domain/zone";
import header from "./header.module.css";
import { stepThrough } from "./step-through";
import { weekdayOf } from "./time-words";
import styles from "./week-grid.module.css";

/** Something that can be done with a whole day. */
export type DayItem = { readonly name: string; readonly act: (day: CalendarDay) => void };

/** What can be done with a day, at its head. */
export function DayMenu({ day, items }: { readonly day: CalendarDay; readonly items: readonly DayItem[] }) {
  const words = useWords();
  const { t } = words;
  const weekday = weekdayOf(words, day);
  const [isOpen, setOpen] = useState(false);
  const { refs, floatingStyles, context } = useFloating({
    open: isOpen,
    onOpenChange: setOpen,
    placement: "bottom-end",
    strategy: "fixed",
    middleware: [offset(4), shift({ padding: 8 })],
  });
  const { getReferenceProps, getFloatingProps } = useInteractions([
    useClick(context),
    useDismiss(context),
    useRole(context, { role: "menu" }),
  ]);
  return (
    <>
      <button
        ref={refs.setReference}
        type="button"
        className={styles.dayMenu}
        aria-label={t("menu.dayMore", { weekday })}
        title={t("menu.more")}
        {...getReferenceProps()}
      >
        <EllipsisVertical size={15} aria-hidden="true" />
      </button>
      {isOpen && (
        <FloatingPortal>
          <FloatingFocusManager context={context} modal={false}>
            <div
              ref={refs.setFloating}
              style={floatingStyles}
              className={header.menu}
              aria-label={weekday}
              {...getFloatingProps({ onKeyDown: (event) => stepThrough(event as KeyboardEvent) })}
            >
              {items.map(({ name, act }) => (
                <button
                  key={name}
                  type="button"
                  role="menuitem"
                  data-step=""
                  onClick={() => {
                    setOpen(false);
                    act(day);
                  }}
                >
                  {name}
                </button>
              ))}
            </div>
          </FloatingFocusManager>
        </FloatingPortal>
      )}
    </>
  );
}
