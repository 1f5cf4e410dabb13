import styles from "./key-hint.module.css";

/** A key that does the same. For eyes only: whoever hears the page hears `aria-keyshortcuts` of the thing itself. */
export function KeyHint({ children }: { readonly children: string }) {
  return (
    <kbd className={styles.key} aria-hidden="true">
      {children}
    </kbd>
  );
}
