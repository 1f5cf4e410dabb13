import type { ReactNode } from "react";
import styles from "./list-state.module.css";

/** What stands where a list would be: nothing found, nothing there, no answer. Says what, why, and the way on. */
export function ListState({
  picture,
  title,
  children,
  action,
}: {
  readonly picture?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={styles.state}>
      {picture && (
        <span className={styles.picture} aria-hidden="true">
          {picture}
        </span>
      )}
      <h3>{title}</h3>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
