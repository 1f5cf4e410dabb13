import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import styles from "./library-sheet.module.css";

/** On a narrow screen the library comes from below, and goes when something is carried. */
export function LibrarySheet({
  isOpen,
  onOpen,
  children,
}: {
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly children: ReactNode;
}) {
  const t = useTranslations();
  const Arrow = isOpen ? ChevronDown : ChevronUp;
  return (
    <aside
      className={styles.sheet}
      data-open={isOpen || undefined}
      onKeyDown={(event) => {
        if (event.key === "Escape") onOpen(false);
      }}
    >
      <button type="button" className={styles.handle} aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
        <Arrow size={16} aria-hidden="true" /> {t("grid.library")}
      </button>
      <div className={styles.body} inert={!isOpen}>
        {children}
      </div>
    </aside>
  );
}
