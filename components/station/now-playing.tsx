import { useWords } from "@/components/language/use-words";
import type { Words } from "@/components/language/words";
import { instant, type Instant } from "@/domain/time";
import { dayAt } from "@/domain/zone";
import { clockText, whenText } from "../planner/time-words";
import styles from "./now-playing.module.css";
import type { StationEntry } from "@/domain/station-week";

type Props = {
  readonly onAir: StationEntry | null;
  readonly upcoming: readonly StationEntry[];
  /** Nobody can say what is heard. */
  readonly isUnreadable: boolean;
  readonly now: Instant;
};

/** What is heard now, large; until when; and what comes next. */
export function NowPlaying({ onAir, upcoming, isUnreadable, now }: Props) {
  const words = useWords();
  const silence = isUnreadable ? words.t("station.now.unknown") : silenceText(words, upcoming[0], now);
  return (
    <section
      className={styles.panel}
      aria-label={words.t("station.now.label")}
      style={onAir?.colour ? { ["--show" as string]: onAir.colour } : undefined}
      data-silent={onAir ? undefined : ""}
    >
      <div className={styles.now}>
        <p className={styles.tag}>
          <span className={styles.dot} aria-hidden="true" />
          {words.t(`station.now.tag.${tagOf(onAir, isUnreadable)}`)}
        </p>
        <h2>{onAir ? onAir.showName : silence}</h2>
        {onAir?.title && <p className={styles.title}>{onAir.title}</p>}
        {onAir && <Progress entry={onAir} now={now} />}
      </div>
      {upcoming.length > 0 && <Upcoming entries={upcoming} now={now} />}
    </section>
  );
}

function tagOf(onAir: StationEntry | null, isUnreadable: boolean) {
  if (onAir) return onAir.live ? "live" : "onAir";
  return isUnreadable ? "unknown" : "silent";
}

function silenceText(words: Words, next: StationEntry | undefined, now: Instant): string {
  return next
    ? words.t("station.now.silentUntil", { when: nearText(words, instant(Date.parse(next.startsAt)), now) })
    : words.t("station.now.silent");
}

/** A time of today by the clock, another one with its day. */
function nearText(words: Words, at: Instant, now: Instant): string {
  return dayAt(words.zone, at) === dayAt(words.zone, now) ? clockText(words, at) : whenText(words, at);
}

/** The bar runs by itself: it is an animation as long as the programme, begun that long ago. */
function Progress({ entry: { startsAt, endsAt }, now }: { readonly entry: StationEntry; readonly now: Instant }) {
  const words = useWords();
  const [from, to] = [instant(Date.parse(startsAt)), instant(Date.parse(endsAt))];
  const run = {
    animationDuration: `${(to - from) / 1000}s`,
    animationDelay: `${(from - now) / 1000}s`,
    ["--done" as string]: `${((now - from) / (to - from)) * 100}%`,
  };
  return (
    <div className={styles.progress}>
      <time dateTime={startsAt}>{clockText(words, from)}</time>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.done} style={run} />
      </span>
      <span>
        {words.t.rich("station.now.until", {
          clock: clockText(words, to),
          time: (text) => <time dateTime={endsAt}>{text}</time>,
        })}
      </span>
    </div>
  );
}

function Upcoming({ entries, now }: { readonly entries: readonly StationEntry[]; readonly now: Instant }) {
  const words = useWords();
  return (
    <div className={styles.upcoming}>
      <h3>{words.t("station.now.next")}</h3>
      <ol>
        {entries.map(({ showName, title, startsAt, live }) => {
          const at = instant(Date.parse(startsAt));
          return (
            <li key={startsAt}>
              <time dateTime={startsAt}>{nearText(words, at, now)}</time>
              <span>
                <strong>{showName}</strong>
                {live && <span className={styles.live}>{words.t("station.entry.live")}</span>}
                {title && <span className={styles.episode}>{title}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
