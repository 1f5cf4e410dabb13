import type { Instant } from "@/domain/time";
import type { CalendarDay, Zone } from "@/domain/zone";
import { weekdayOf } from "../planner/time-words";
import styles from "./day-column.module.css";
import { EntryList } from "./entry-list";
import { clockNote, standingOf } from "./entry-times";
import type { StationEntry } from "@/domain/station-week";

type Props = {
  readonly day: CalendarDay;
  readonly entries: readonly StationEntry[];
  readonly zone: Zone;
  readonly now: Instant;
  readonly isToday: boolean;
  /** Of this week, what is over is folded away: what is on comes first. A week that is over is there to be read. */
  readonly foldsPast: boolean;
};

/** One day of the week, in order. */
export function DayColumn({ day, entries, zone, now, isToday, foldsPast }: Props) {
  const note = clockNote(zone, day);
  const isOver = (entry: StationEntry) => foldsPast && standingOf(entry, now) === "past";
  const [over, rest] = [entries.filter(isOver), entries.filter((entry) => !isOver(entry))];
  return (
    <section id={day} className={styles.day} data-today={isToday || undefined} aria-labelledby={`${day}-name`}>
      <h3 id={`${day}-name`} className={styles.name}>
        {weekdayOf(day)} <span>{Number(day.slice(8))}</span>
        {isToday && <span className="sr-only"> (today)</span>}
      </h3>
      {note && <p className={styles.note}>{note}</p>}
      {entries.length === 0 && <p className={styles.note}>Nothing announced.</p>}
      {over.length > 0 && (
        <details className={styles.over}>
          <summary>
            {over.length} earlier{isToday && " today"}
          </summary>
          <EntryList entries={over} day={day} zone={zone} now={now} />
        </details>
      )}
      <EntryList entries={rest} day={day} zone={zone} now={now} />
    </section>
  );
}
