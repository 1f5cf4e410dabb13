import styles from "./holes-button.module.css";
import type { ShownHole } from "./use-holes";

/** How many regular slots of the shown week are still empty, which opens what would fill them. Nothing while none is. */
export function HolesButton({ holes, onOpen }: { readonly holes: readonly ShownHole[]; readonly onOpen: () => void }) {
  if (holes.length === 0) return null;
  return <button type="button" className={styles.button} title="Regular slots that are still empty" onClick={onOpen}>{holes.length === 1 ? "1 hole" : `${holes.length} holes`}</button>;
}
