import { useWords } from "@/components/language/use-words";
import { dayAfter, mondayOf, type CalendarDay } from "@/domain/zone";
import { weekTitle } from "../planner/time-words";
import { isInReach } from "./reach";
import styles from "./week-head.module.css";

type Props = {
  /** The Monday of the week that is shown; null: the seven days from today. */
  readonly monday: CalendarDay | null;
  readonly today: CalendarDay;
};

/** Which days, and the ways to others. Links, so that they work everywhere and can be sent to somebody. */
export function WeekHead({ monday, today }: Props) {
  const words = useWords();
  const { t } = words;
  // Seven days from today touch two weeks: before them is the beginning of this one, after them the end of the next.
  const [before, after] = monday
    ? [dayAfter(monday, -7), dayAfter(monday, 7)]
    : [mondayOf(today), dayAfter(mondayOf(today), 7)];
  return (
    <div className={styles.head}>
      <h2>{monday ? weekTitle(words, monday) : t("station.weeks.nextSevenDays")}</h2>
      <nav className={styles.weeks} aria-label={t("station.weeks.label")}>
        {monday && (
          <a href="/station" className={styles.link}>
            {t("station.weeks.nextSevenDays")}
          </a>
        )}
        {isInReach(before, today) && (
          <a href={`/station?week=${before}`} rel="prev nofollow" className={styles.link}>
            <span aria-hidden="true">‹ </span>
            {t(monday ? "station.weeks.before" : "station.weeks.thisWeek")}
          </a>
        )}
        {isInReach(after, today) && (
          <a href={`/station?week=${after}`} rel="next nofollow" className={styles.link}>
            {t(monday ? "station.weeks.after" : "station.weeks.nextWeek")}
            <span aria-hidden="true"> ›</span>
          </a>
        )}
      </nav>
    </div>
  );
}
