import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState, type FocusEvent, type ReactNode } from "react";
import styles from "./chip.module.css";

/** A filter that is on or off. */
export function ToggleChip({
  on,
  onToggle,
  children,
}: {
  readonly on: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" className={styles.chip} aria-pressed={on} data-on={on || undefined} onClick={onToggle}>
      {children}
    </button>
  );
}

type PanelChip = {
  /** What the chip says: the choice itself, once there is one. */
  readonly text: string;
  /** What it is called whatever it says. */
  readonly name: string;
  readonly on: boolean;
  readonly children: (close: () => void) => ReactNode;
};

/** A filter with something to choose. Its panel lies over the list, as wide as the library; Escape and leaving close it. */
export function PanelChip({ text, name, on, children }: PanelChip) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  const chip = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const panelId = useId();
  const close = () => {
    setOpen(false);
    chip.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    panel.current?.querySelector<HTMLElement>("input, button, select")?.focus({ preventScroll: true });
    const isOurs = (target: EventTarget | null) =>
      target instanceof Node && (panel.current?.contains(target) || chip.current?.contains(target));
    const onPress = (event: PointerEvent) => {
      if (!isOurs(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", onPress, true);
    return () => document.removeEventListener("pointerdown", onPress, true);
  }, [open]);
  const onBlur = (event: FocusEvent) => {
    const to = event.relatedTarget;
    if (to instanceof Node && !event.currentTarget.contains(to) && !chip.current?.contains(to)) setOpen(false);
  };
  return (
    <>
      <button
        ref={chip}
        type="button"
        className={styles.chip}
        data-on={on || undefined}
        aria-label={t("library.filters.named", { name, choice: text })}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.text}>{text}</span>
        <ChevronDown size={13} aria-hidden="true" />
      </button>
      {open && (
        <div
          ref={panel}
          id={panelId}
          role="dialog"
          aria-label={name}
          className={styles.panel}
          onBlur={onBlur}
          onKeyDown={(event) => {
            if (event.key === "Escape") {
              event.preventDefault();
              event.stopPropagation();
              close();
            }
          }}
        >
          {children(close)}
        </div>
      )}
    </>
  );
}
