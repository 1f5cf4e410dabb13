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
import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type KeyboardEvent } from "react";
import type { CalendarDay } from "@/domain/zone";
import { IconButton } from "@/components/ui/button";
import type { Beside } from "./beside/beside";
import styles from "./header.module.css";
import { stepThrough } from "./step-through";

type Props = {
  readonly monday: CalendarDay;
  /** The one day that is shown; null for a week. */
  readonly day: CalendarDay | null;
  readonly onOpen: (what: Beside) => void;
};

/** What can be done with all of what is shown. */
export function WeekMenu({ monday, day, onOpen }: Props) {
  const t = useTranslations();
  const [isOpen, setOpen] = useState(false);
  const { refs, floatingStyles, context } = useFloating({
    open: isOpen,
    onOpenChange: setOpen,
    placement: "bottom-start",
    strategy: "fixed",
    middleware: [offset(6), shift({ padding: 8 })],
  });
  const { getReferenceProps, getFloatingProps } = useInteractions([
    useClick(context),
    useDismiss(context),
    useRole(context, { role: "menu" }),
  ]);
  const items: readonly (readonly [string, Beside])[] = [
    ...(day ? [[t("menu.copyDay"), { kind: "copy", from: day, days: 1 }] as const] : []),
    [t("menu.copyWeek"), { kind: "copy", from: monday, days: 7 }],
    [t("menu.fill"), { kind: "fill" }],
    [t("menu.regular"), { kind: "regular" }],
  ];
  return (
    <>
      <IconButton
        ref={refs.setReference}
        look="plain"
        className={styles.more ?? ""}
        label={day ? t("menu.dayAndWeekMore") : t("menu.weekMore")}
        data-week-menu=""
        {...getReferenceProps()}
      >
        <Ellipsis size={15} aria-hidden="true" />
      </IconButton>
      {isOpen && (
        <FloatingPortal>
          <FloatingFocusManager context={context} modal={false}>
            <div
              ref={refs.setFloating}
              style={floatingStyles}
              className={styles.menu}
              aria-label={t("menu.thisWeek")}
              {...getFloatingProps({ onKeyDown: (event) => stepThrough(event as KeyboardEvent) })}
            >
              {items.map(([name, what]) => (
                <button
                  key={name}
                  type="button"
                  role="menuitem"
                  data-step=""
                  onClick={() => {
                    setOpen(false);
                    onOpen(what);
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
