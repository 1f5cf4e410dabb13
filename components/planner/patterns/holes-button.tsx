import { useTranslations } from "next-intl";
import styles from "./holes-button.module.css";
import type { ShownHole } from "./use-holes";

/** How many regular slots of the shown week are still empty and free, which opens what would fill them. Nothing while none is. */
export function HolesButton({ holes, onOpen }: { readonly holes: readonly ShownHole[]; readonly onOpen: () => void }) {
  const t = useTranslations();
  const count = holes.filter(({ blockers }) => blockers.length === 0).length;
  if (count === 0) return null;
  return (
    <button type="button" className={styles.button} title={t("patterns.holes.title")} onClick={onOpen}>
      {t("patterns.holes.count", { count })}
    </button>
  );
}
