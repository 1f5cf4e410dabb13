import { useWords } from "@/components/language/use-words";
import { DayMenu } from "./day-menu";
import { shortDay } from "./time-words";
import { useGrid } from "./grid-context";
import { dayOf } from "./wall-clock-arithmetic";
import styles from "./week-grid.module.css";

/** A day and what it comes to, which opens the day; and what can be done with all of it. */
export function DayHead({ date }: { readonly date: Date }) {
  const day = dayOf(date);
  const words = useWords();
  const { days, canPlan, dayItems, onDay } = useGrid();
  const summary = days.get(day);
  return (
    <span className={styles.dayHead} data-anchor={`day:${day}`}>
      <button type="button" className={styles.dayOpen} onClick={() => onDay(day)}>
        <span className={styles.dayName}>{shortDay(words, day)}</span>
        <span className={styles.summary} data-tone={summary?.tone}>
          {summary?.words ?? "\u00a0"}
        </span>
      </button>
      {canPlan && <DayMenu day={day} items={dayItems} />}
    </span>
  );
}
