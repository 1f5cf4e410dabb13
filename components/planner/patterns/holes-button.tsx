import styles from "./holes-button.module.css";
import type { ShownHole } from "./use-holes";

/** How many regular slots of the shown week are still empty and free, which opens what would fill them. Nothing while none is. */
export function HolesButton({ holes, onOpen }: { readonly holes: readonly ShownHole[]; readonly onOpen: () => void }) {
  const count = holes.filter(({ blockers }) => blockers.length === 0).length;
  if (count === 0) return null;
  return (
    <button type="button" className={styles.button} title="Regular slots that are still empty" onClick={onOpen}>
      {count === 1 ? "1 hole" : `${count} holes`}
    </button>
  );
}
