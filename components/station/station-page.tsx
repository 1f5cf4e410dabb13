import { useWords } from "@/components/language/use-words";
import { instant } from "@/domain/time";
import { dayAt, type CalendarDay } from "@/domain/zone";
import { zoneText } from "../planner/time-words";
import { NowPlaying } from "./now-playing";
import { Staleness, Unreadable } from "./staleness";
import styles from "./station-page.module.css";
import { StayCurrent } from "./stay-current";
import type { StationWeek } from "@/domain/station-week";
import { upcomingIn } from "./upcoming";
import { WeekHead } from "./week-head";
import { WeekList } from "./week-list";

type Props = {
  readonly view: StationWeek;
  /** The Monday of the week that was asked for; null: the seven days from today. */
  readonly monday: CalendarDay | null;
};

/** The station's week for listeners: what is on now, what comes next, and when everything is. */
export function StationPage({ view, monday }: Props) {
  const { t, zone } = useWords();
  const now = instant(Date.parse(view.now));
  const today = dayAt(zone, now);
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1>{view.stationName}</h1>
        <p>{t("station.zone", { zone: zoneText(view.timeZone) })}</p>
      </header>
      {view.asOf === null ? (
        <Unreadable />
      ) : (
        <>
          {view.stale && <Staleness asOf={view.asOf} />}
          <NowPlaying
            onAir={view.onAir}
            upcoming={upcomingIn(view)}
            isUnreadable={view.unreadable === true}
            now={now}
          />
          <WeekHead monday={monday} today={today} />
          <WeekList days={view.days} now={now} today={today} />
        </>
      )}
      <StayCurrent changesAt={view.onAir?.endsAt ?? view.next?.startsAt ?? null} now={view.now} />
    </main>
  );
}
