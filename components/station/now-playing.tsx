import { instant, type Instant } from "@/domain/time";
import { dayAt, type Zone } from "@/domain/zone";
import { clockText, whenText } from "../planner/time-words";
import styles from "./now-playing.module.css";
import type { StationEntry } from "@/domain/station-week";

type Props = {
  readonly onAir: StationEntry | null;
  readonly upcoming: readonly StationEntry[];
  /** Nobody can say what is heard. */
  readonly isUnreadable: boolean;
  readonly zone: Zone;
  readonly now: Instant;
};

/** What is heard now, large; until when; and what comes next. */
export function NowPlaying({ onAir, upcoming, isUnreadable, zone, now }: Props) {
  return (
    <section
      className={styles.panel}
      aria-label="On now"
      style={onAir?.colour ? { ["--show" as string]: onAir.colour } : undefined}
      data-silent={onAir ? undefined : ""}
    >
      <div className={styles.now}>
        <p className={styles.tag}>
          <span className={styles.dot} aria-hidden="true" />
          {onAir ? (onAir.live ? "On air, live" : "On air now") : isUnreadable ? "Not known" : "Between programmes"}
        </p>
        <h2>
          {onAir
            ? onAir.showName
            : isUnreadable
              ? "What is on the air is not known right now"
              : silenceText(zone, upcoming[0], now)}
        </h2>
        {onAir?.title && <p className={styles.title}>{onAir.title}</p>}
        {onAir && <Progress entry={onAir} zone={zone} now={now} />}
      </div>
      {upcoming.length > 0 && <Upcoming entries={upcoming} zone={zone} now={now} />}
    </section>
  );
}

function silenceText(zone: Zone, next: StationEntry | undefined, now: Instant): string {
  return next
    ? `Nothing is heard until ${nearText(zone, instant(Date.parse(next.startsAt)), now)}`
    : "Nothing is announced right now";
}

/** A time of today by the clock, another one with its day. */
function nearText(zone: Zone, at: Instant, now: Instant): string {
  return dayAt(zone, at) === dayAt(zone, now) ? clockText(zone, at) : whenText(zone, at);
}

/** The bar runs by itself: it is an animation as long as the programme, begun that long ago. */
function Progress({
  entry: { startsAt, endsAt },
  zone,
  now,
}: {
  readonly entry: StationEntry;
  readonly zone: Zone;
  readonly now: Instant;
}) {
  const [from, to] = [instant(Date.parse(startsAt)), instant(Date.parse(endsAt))];
  const run = {
    animationDuration: `${(to - from) / 1000}s`,
    animationDelay: `${(from - now) / 1000}s`,
    ["--done" as string]: `${((now - from) / (to - from)) * 100}%`,
  };
  return (
    <div className={styles.progress}>
      <time dateTime={startsAt}>{clockText(zone, from)}</time>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.done} style={run} />
      </span>
      <span>
        until <time dateTime={endsAt}>{clockText(zone, to)}</time>
      </span>
    </div>
  );
}

function Upcoming({
  entries,
  zone,
  now,
}: {
  readonly entries: readonly StationEntry[];
  readonly zone: Zone;
  readonly now: Instant;
}) {
  return (
    <div className={styles.upcoming}>
      <h3>Next</h3>
      <ol>
        {entries.map(({ showName, title, startsAt, live }) => {
          const at = instant(Date.parse(startsAt));
          return (
            <li key={startsAt}>
              <time dateTime={startsAt}>{nearText(zone, at, now)}</time>
              <span>
                <strong>{showName}</strong>
                {live && <span className={styles.live}>Live</span>}
                {title && <span className={styles.episode}>{title}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
