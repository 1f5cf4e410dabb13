import type { ReactNode } from "react";
import styles from "./notice-page.module.css";

/** A page that has one thing to say: there is nothing here, or something broke. */
export function NoticePage({
  title,
  children,
  actions,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <main className={styles.page}>
      <div className={styles.notice}>
        <h1>{title}</h1>
        {children}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </main>
  );
}
