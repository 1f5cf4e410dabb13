import { FloatingFocusManager, FloatingPortal } from "@floating-ui/react";
import { History as Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState, type KeyboardEvent } from "react";
import { IconButton } from "@/components/ui/button";
import type { Instant } from "@/domain/time";
import styles from "./history.module.css";
import type { HistoryEntry } from "./history-entry";
import { HistoryList } from "./history-list";
import { useHeadPanel } from "./use-head-panel";

type Props = {
  readonly now: () => Instant;
  readonly onUndo: (entry: HistoryEntry) => Promise<void>;
};

/** Who did what, newest first, each with its undo: from the server's journal, so a reload takes nothing away. */
export function History({ now, onUndo }: Props) {
  const t = useTranslations();
  const [isOpen, setOpen] = useState(false);
  const { refs, floatingStyles, context, getReferenceProps, getFloatingProps } = useHeadPanel({
    isOpen,
    onOpen: setOpen,
    atMost: 560,
  });
  const titleId = useId();
  return (
    <>
      <IconButton ref={refs.setReference} label={t("history.title")} {...getReferenceProps()}>
        <Clock size={16} aria-hidden="true" />
      </IconButton>
      {isOpen && (
        <FloatingPortal>
          <FloatingFocusManager context={context} modal={false} initialFocus={refs.floating}>
            <div
              ref={refs.setFloating}
              tabIndex={-1}
              style={floatingStyles}
              className={styles.panel}
              aria-labelledby={titleId}
              {...getFloatingProps({ onKeyDown: (event) => step(event as KeyboardEvent<HTMLElement>) })}
            >
              <h2 id={titleId} className={styles.title}>
                {t("history.title")} <span>{t("history.keys")}</span>
              </h2>
              <HistoryList now={now} onUndo={onUndo} />
            </div>
          </FloatingFocusManager>
        </FloatingPortal>
      )}
    </>
  );
}

/** Up and down go through what can be taken back, Home and End to its ends. */
function step(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-undo]")];
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
