import type { ReactNode } from "react";
import { useWords } from "@/components/language/use-words";
import type { Words } from "@/components/language/words";
import { instant, type Instant } from "@/domain/time";
import { dayAt } from "@/domain/zone";
import type { OnAirView, StationStatusView } from "./station-status-view";
import styles from "./header.module.css";
import { lengthText } from "./library/lengths";
import { silencing } from "./slot-words";
import { clockText, whenText } from "./time-words";
import { useStationStatus, useTicking } from "./use-station";

/** What is heard, and how long it lasts; or until when nothing is. */
export function OnAir({ now }: { readonly now: () => Instant }) {
  const words = useWords();
  const { t } = words;
  const { data } = useStationStatus();
  const at = useTicking(now, 1_000);
  if (!data) return <div className={styles.onAir} aria-hidden="true" />;
  const heard = heardAt(data, at);
  if (heard.length === 0) return <Silence status={data} at={at} />;
  const first = heard[0]!;
  const [from, to] = [instant(Date.parse(first.startsAt)), instant(Date.parse(first.endsAt))];
  const what = heard.map((each) => nameOf(words, each)).join(" + ");
  const isDoubled = heard.length > 1;
  return (
    <p className={styles.onAir} title={isDoubled ? t("onAir.onTop", { what }) : what}>
      <span className={styles.lamp} />
      {t.rich("onAir.heard", { what, spoken, b: bold })}
      <span className={styles.left}>
        {t.rich("onAir.left", { length: lengthText(Math.max(0, Math.round((to - at) / 1000))), hidden, spoken })}
      </span>
      <span className={styles.progress} aria-hidden="true">
        <i style={{ width: `${Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100))}%` }} />
      </span>
    </p>
  );
}

/** That nothing is heard, and until when; or that nobody can say. */
function Silence({ status, at }: { readonly status: StationStatusView; readonly at: Instant }) {
  const words = useWords();
  const text = silenceText(words, status, at);
  const { silencedBy } = status;
  const title = silencedBy
    ? words.t("onAir.silencedBy", { name: nameOf(words, silencedBy), sentence: silencing(words).sentence })
    : text;
  return (
    <p className={styles.onAir} data-silent="" title={title}>
      <span className={styles.lamp} />
      <span className={styles.silence}>{text}</span>
    </p>
  );
}

function silenceText(words: Words, { silencedBy, next }: StationStatusView, at: Instant): string {
  const { t, zone } = words;
  if (silencedBy) return t("onAir.notKnown");
  const nextAt = next && instant(Date.parse(next.startsAt));
  if (!nextAt || nextAt <= at) return t("onAir.nothing");
  const isToday = dayAt(zone, nextAt) === dayAt(zone, at);
  return t("onAir.nothingUntil", { when: isToday ? clockText(words, nextAt) : whenText(words, nextAt) });
}

/** What is heard at that moment by what the server said last: it is asked anew twice a minute. */
function heardAt({ onAir, alsoOnAir = [], next }: StationStatusView, at: Instant): readonly OnAirView[] {
  return [onAir, ...alsoOnAir, next]
    .filter((each) => each !== null)
    .filter(({ startsAt, endsAt }) => Date.parse(startsAt) <= at && at < Date.parse(endsAt));
}

function nameOf({ t }: Words, { title, showName }: Pick<OnAirView, "title" | "showName">): string {
  return title === showName ? showName : t("onAir.name", { showName, title });
}

function bold(text: ReactNode): ReactNode {
  return <b>{text}</b>;
}

function hidden(text: ReactNode): ReactNode {
  return <span aria-hidden="true">{text}</span>;
}

function spoken(text: ReactNode): ReactNode {
  return <span className="sr-only">{text}</span>;
}
