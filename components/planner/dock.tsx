import type { ReactNode } from "react";
import styles from "./dock.module.css";

/** What stays at the foot of the page for as long as it matters: what is under way, what is selected. Toasts stand above it. */
export function Dock({ children }: { readonly children: ReactNode }) {
  return <div className={styles.dock}>{children}</div>;
}
