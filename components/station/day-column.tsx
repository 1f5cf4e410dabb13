import { useWords } from "@/components/language/use-words";
import type { Instant } from "@/domain/time";
import type { CalendarDay } from "@/domain/zone";
import { weekdayOf } from "../planner/time-words";
import styles from "./day-column.module.css";
import { EntryList } from "./entry-list";
import { clockNote, standingOf } from "./entry-times";
import type { StationEntry } from "@/domain/station-week";

type Props = {
  readonly day: CalendarDay;
  readonly entries: readonly StationEntry[];
  readonly now: Instant;
  readonly isToday: boolean;
  /** Of this week, what is over is folded away: what is on comes first. A week that is over is there to be read. */
  readonly foldsPast: boolean;
};

/** One day of the week, in order. */
export function DayColumn({ day, entries, now, isToday, foldsPast }: Props) {
  const words = useWords();
  const { t } = words;
  const note = clockNote(words, day);
  const isOver = (entry: StationEntry) => foldsPast && standingOf(entry, now) === "past";
  const [over, rest] = [entries.filter(isOver), entries.filter((entry) => !isOver(entry))];
  return (
    <section id={day} className={styles.day} data-today={isToday || undefined} aria-labelledby={`${day}-name`}>
      <h3 id={`${day}-name`} className={styles.name}>
        {t.rich(isToday ? "station.day.nameOfToday" : "station.day.name", {
          weekday: weekdayOf(words, day),
          day: String(Number(day.slice(8))),
          number: (text) => <span>{text}</span>,
          aside: (text) => <span className="sr-only">{text}</span>,
        })}
      </h3>
      {note && <p className={styles.note}>{note}</p>}
      {entries.length === 0 && <p className={styles.note}>{t("station.day.empty")}</p>}
      {over.length > 0 && (
        <details className={styles.over}>
          <summary>{t(isToday ? "station.day.earlierToday" : "station.day.earlier", { count: over.length })}</summary>
          <EntryList entries={over} day={day} now={now} />
        </details>
      )}
      <EntryList entries={rest} day={day} now={now} />
    </section>
  );
}
