import { useWords } from "@/components/language/use-words";
import type { Instant } from "@/domain/time";
import type { CalendarDay } from "@/domain/zone";
import { shortDay } from "../planner/time-words";
import { DayColumn } from "./day-column";
import type { StationDay } from "@/domain/station-week";
import styles from "./week-list.module.css";

type Props = {
  readonly days: readonly StationDay[];
  readonly now: Instant;
  readonly today: CalendarDay;
};

/** The week: beside each other where there is room, else one day below the other with a way to each. */
export function WeekList({ days, now, today }: Props) {
  const words = useWords();
  if (days.every(({ entries }) => entries.length === 0)) {
    return <p className={styles.empty}>{words.t("station.days.empty")}</p>;
  }
  return (
    <>
      <nav className={styles.jumps} aria-label={words.t("station.days.label")}>
        {days.map(({ day }) => (
          <a key={day} href={`#${day}`} className={styles.jump} data-today={day === today || undefined}>
            {shortDay(words, day)}
          </a>
        ))}
      </nav>
      <div className={styles.week}>
        {days.map((each) => (
          <DayColumn
            key={each.day}
            {...each}
            now={now}
            isToday={each.day === today}
            foldsPast={days.some((other) => other.day === today)}
          />
        ))}
      </div>
    </>
  );
}
