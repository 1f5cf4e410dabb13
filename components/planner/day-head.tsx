import { shortDay } from "./time-words";
import { useGrid } from "./grid-context";
import { dayOf } from "./wall-clock-arithmetic";
import styles from "./week-grid.module.css";

/** A day and what it comes to. The calendar draws the button around it that opens the day. */
export function DayHead({ date }: { readonly date: Date }) {
  const day = dayOf(date);
  const summary = useGrid().days.get(day);
  return (
    <span className={styles.dayHead}>
      <span className={styles.dayName}>{shortDay(day)}</span>
      <span className={styles.summary} data-tone={summary?.tone}>{summary?.words ?? "\u00a0"}</span>
    </span>
  );
}
