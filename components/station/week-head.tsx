import { dayAfter, mondayOf, type CalendarDay } from "@/domain/zone";
import { weekTitle } from "../planner/time-words";
import { isInReach } from "./reach";
import styles from "./week-head.module.css";

/** Which week, and the ways to its neighbours. Links, so that they work everywhere and can be sent to somebody. */
export function WeekHead({ monday, today }: { readonly monday: CalendarDay; readonly today: CalendarDay }) {
  const [before, after, thisWeek] = [dayAfter(monday, -7), dayAfter(monday, 7), mondayOf(today)];
  return (
    <div className={styles.head}>
      <h2>{weekTitle(monday)}</h2>
      <nav className={styles.weeks} aria-label="Weeks">
        {monday !== thisWeek && <a href="/station" className={styles.link}>This week</a>}
        {isInReach(before, today) && <a href={`/station?week=${before}`} rel="prev nofollow" className={styles.link}><span aria-hidden="true">‹ </span>Week before</a>}
        {isInReach(after, today) && <a href={`/station?week=${after}`} rel="next nofollow" className={styles.link}>Week after<span aria-hidden="true"> ›</span></a>}
      </nav>
    </div>
  );
}
