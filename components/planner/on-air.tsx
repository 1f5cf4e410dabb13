import { instant, type Instant } from "@/domain/time";
import { dayAt, zoneOf } from "@/domain/zone";
import type { OnAirView, StationStatusView } from "./station-status-view";
import styles from "./header.module.css";
import { lengthText } from "./library/lengths";
import { silencing } from "./slot-words";
import { clockText, whenText } from "./time-words";
import { useStationStatus, useTicking } from "./use-station";

/** What is heard, and how long it lasts; or until when nothing is. */
export function OnAir({ now }: { readonly now: () => Instant }) {
  const { data } = useStationStatus();
  const at = useTicking(now, 1_000);
  if (!data) return <div className={styles.onAir} aria-hidden="true" />;
  const heard = heardAt(data, at);
  if (heard.length === 0) return <Silence status={data} at={at} />;
  const first = heard[0]!;
  const [from, to] = [instant(Date.parse(first.startsAt)), instant(Date.parse(first.endsAt))];
  const what = heard.map(nameOf).join(" + ");
  const isDoubled = heard.length > 1;
  return (
    <p className={styles.onAir} title={isDoubled ? `${what}: heard on top of each other` : what}>
      <span className={styles.lamp} />
      <span className="sr-only">On air: </span>
      <b>{what}</b>
      <span className={styles.left}>
        <span aria-hidden="true">−</span>
        {lengthText(Math.max(0, Math.round((to - at) / 1000)))}
        <span className="sr-only"> left</span>
      </span>
      <span className={styles.progress} aria-hidden="true">
        <i style={{ width: `${Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100))}%` }} />
      </span>
    </p>
  );
}

/** That nothing is heard, and until when; or that nobody can say. */
function Silence({ status, at }: { readonly status: StationStatusView; readonly at: Instant }) {
  const words = silenceText(status, at);
  const title = status.silencedBy ? `${nameOf(status.silencedBy)}: ${silencing.sentence}` : words;
  return (
    <p className={styles.onAir} data-silent="" title={title}>
      <span className={styles.lamp} />
      <span className={styles.silence}>{words}</span>
    </p>
  );
}

function silenceText({ silencedBy, next, timeZone }: StationStatusView, at: Instant): string {
  const zone = zoneOf(timeZone);
  if (silencedBy) return "On air: not known";
  const nextAt = next && instant(Date.parse(next.startsAt));
  if (!zone || !nextAt || nextAt <= at) return "Nothing on air";
  return `Nothing is heard until ${dayAt(zone, nextAt) === dayAt(zone, at) ? clockText(zone, nextAt) : whenText(zone, nextAt)}`;
}

/** What is heard at that moment by what the server said last: it is asked anew twice a minute. */
function heardAt({ onAir, alsoOnAir = [], next }: StationStatusView, at: Instant): readonly OnAirView[] {
  return [onAir, ...alsoOnAir, next]
    .filter((each) => each !== null)
    .filter(({ startsAt, endsAt }) => Date.parse(startsAt) <= at && at < Date.parse(endsAt));
}

function nameOf({ title, showName }: Pick<OnAirView, "title" | "showName">): string {
  return title === showName ? showName : `${showName}: ${title}`;
}
