import { useId, type ComponentProps, type ReactNode } from "react";
import styles from "./text-field.module.css";

type Frame = {
  readonly label: string;
  /** The label is said but not shown: only where the placeholder and the place leave no doubt. */
  readonly bare?: boolean;
  /** Before the text: an icon. */
  readonly lead?: ReactNode;
  /** After the text: a key hint, a unit, a button. */
  readonly trail?: ReactNode;
  /** What is wrong with it, in words. */
  readonly problem?: string | undefined;
};

/** A line of text with its name. */
export function TextField({
  label,
  bare,
  lead,
  trail,
  problem,
  id,
  className,
  ...rest
}: ComponentProps<"input"> & Frame) {
  const made = useId();
  const fieldId = id ?? made;
  const problemId = `${fieldId}-problem`;
  return (
    <div className={className ? `${styles.field} ${className}` : styles.field}>
      <label htmlFor={fieldId} className={bare ? "sr-only" : styles.label}>
        {label}
      </label>
      <div className={styles.box} data-problem={problem ? "" : undefined}>
        {lead}
        <input
          {...rest}
          id={fieldId}
          className={styles.input}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? problemId : undefined}
        />
        {trail}
      </div>
      {problem && (
        <p id={problemId} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
