import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { IconButton } from "@/components/ui/button";
import styles from "./side-panel.module.css";

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** What stays at its foot: the one thing to do. */
  readonly foot?: ReactNode;
  readonly kind: string;
};

/** A panel beside the grid, which stays usable. It has the focus when it opens; Escape closes it. */
export function SidePanel({ title, onClose, children, foot, kind }: Props) {
  const t = useTranslations();
  const titleId = useId();
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const panel = ref.current;
    // The menu that opened it gives the focus back to its button first.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => panel?.focus()));
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <section
      ref={ref}
      className={styles.panel}
      aria-labelledby={titleId}
      tabIndex={-1}
      data-beside={kind}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <header className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        <IconButton label={t("common.close")} onClick={onClose}>
          <X size={15} aria-hidden="true" />
        </IconButton>
      </header>
      <div className={styles.body}>{children}</div>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </section>
  );
}
