import { useWords } from "@/components/language/use-words";
import type { Instant } from "@/domain/time";
import type { CalendarDay } from "@/domain/zone";
import styles from "./entry-list.module.css";
import { standingOf, startText } from "./entry-times";
import type { StationEntry } from "@/domain/station-week";

type Props = {
  readonly entries: readonly StationEntry[];
  readonly day: CalendarDay;
  readonly now: Instant;
};

/** Programmes in order: when, whose, what. */
export function EntryList({ entries, day, now }: Props) {
  const words = useWords();
  if (entries.length === 0) return null;
  return (
    <ol className={styles.entries}>
      {entries.map((entry, index) => {
        const { showName, title, startsAt, colour, live } = entry;
        const standing = standingOf(entry, now);
        return (
          <li
            key={`${startsAt} ${index}`}
            className={styles.entry}
            data-standing={standing}
            style={colour ? { ["--show" as string]: colour } : undefined}
            aria-current={standing === "on-air" ? "true" : undefined}
          >
            <span className={styles.when}>
              <time dateTime={startsAt}>{startText(words, day, entry)}</time>
              {live && <span className={styles.live}>{words.t("station.entry.live")}</span>}
              {standing === "on-air" && <span className={styles.onAir}>{words.t("station.entry.onAir")}</span>}
            </span>
            <span className={styles.show}>{showName}</span>
            {title && <span className={styles.title}>{title}</span>}
          </li>
        );
      })}
    </ol>
  );
}
