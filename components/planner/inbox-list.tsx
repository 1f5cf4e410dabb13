import {
  AudioLines,
  ChevronDown,
  Copy,
  Layers,
  PencilLine,
  Scissors,
  TriangleAlert,
  VolumeX,
  type LucideIcon,
} from "lucide-react";
import { useState, type ReactNode } from "react";
import { useWords } from "@/components/language/use-words";
import type { Words } from "@/components/language/words";
import { intervalOf } from "@/domain/slots";
import { instant, type Instant } from "@/domain/time";
import { inLines, type TroubleLine } from "@/domain/trouble-lines";
import type { TroubleOrder } from "@/domain/troubles";
import { dayAfter, dayAt } from "@/domain/zone";
import styles from "./inbox.module.css";
import type { ShownTrouble } from "./shown-troubles";
import { clockText, hoursText, shortDate, whenText } from "./time-words";
import { troubleName, troubleText } from "./trouble-words";

type Props = {
  readonly now: Instant;
  readonly order: TroubleOrder;
  readonly troubles: readonly ShownTrouble[];
  readonly onLead: (trouble: ShownTrouble) => void;
};

/** The troubles in order; the newest first, under the day on which each was first seen. */
export function InboxList({ now, order, troubles, onLead }: Props) {
  const words = useWords();
  const heads = new Map<string, TroubleLine<ShownTrouble>[]>();
  for (const line of inLines(words.zone, troubles)) {
    const since = "trouble" in line ? line.trouble.since : newestOf(line.silences);
    // Ordered by when it airs, each row begins with its day.
    const head = order === "airs" ? "" : headOf(words, now, since);
    heads.set(head, [...(heads.get(head) ?? []), line]);
  }
  return (
    <div className={styles.list}>
      {[...heads].map(([head, lines]) => (
        <section key={head}>
          {head && <h3 className={styles.day}>{head}</h3>}
          <ul>
            {lines.map((line) =>
              "trouble" in line ? (
                <li key={line.trouble.id}>
                  <Item now={now} order={order} trouble={line.trouble} onClick={() => onLead(line.trouble)} />
                </li>
              ) : (
                <Silences key={line.day} now={now} order={order} line={line} onLead={onLead} />
              ),
            )}
          </ul>
        </section>
      ))}
    </div>
  );
}

type SilencesProps = Omit<Props, "troubles"> & {
  readonly line: Extract<TroubleLine<ShownTrouble>, { readonly day: unknown }>;
};

/** A day's silences: how many and how long, and when they are asked for, each. */
function Silences({ now, order, line: { day, silences, seconds }, onLead }: SilencesProps) {
  const words = useWords();
  const { t } = words;
  const [isOpen, setOpen] = useState(false);
  const [first, last] = [intervalOf(silences[0]!), intervalOf(silences.at(-1)!)];
  return (
    <>
      <li>
        <button
          type="button"
          className={styles.item}
          data-step
          data-trouble="silences-of-day"
          data-tone="amber"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={styles.when}>
            <span>{shortDate(words, day)}</span> <span>{clockText(words, first.startsAt)}</span>
          </span>
          <span className={styles.what}>
            <span className={styles.name}>
              {t.rich("inbox.silences", { length: hoursText(seconds), count: silences.length, b: bold })}
            </span>{" "}
            <span className={styles.wrong}>
              <AudioLines size={13} strokeWidth={2.25} aria-hidden="true" />
              <span>{t("inbox.silencesUntil", { clock: clockText(words, last.endsAt) })}</span>
            </span>
          </span>{" "}
          <span className={styles.since}>
            {isOpen ? t("inbox.less") : t("inbox.each")}
            <ChevronDown size={13} aria-hidden="true" />
          </span>
        </button>
      </li>
      {isOpen &&
        silences.map((each) => (
          <li key={each.id} className={styles.inner}>
            <Item now={now} order={order} trouble={each} onClick={() => onLead(each)} />
          </li>
        ))}
    </>
  );
}

/** When the newest of them was seen first; null when the server has not seen it yet. */
function newestOf(troubles: readonly ShownTrouble[]): string | null {
  return troubles.some(({ since }) => since === null)
    ? null
    : troubles
        .map(({ since }) => since!)
        .toSorted()
        .at(-1)!;
}

function headOf(words: Words, now: Instant, since: string | null): string {
  const { t, zone } = words;
  const [today, day] = [dayAt(zone, now), dayAt(zone, seenAt(since, now))];
  if (day === today) return t("inbox.seenToday");
  return day === dayAfter(today, -1) ? t("inbox.seenYesterday") : t("inbox.seenOn", { day: shortDate(words, day) });
}

type SeenBy = { readonly since: string | null; readonly order: TroubleOrder };

/** When a trouble was seen first, as short as its row has room for. */
function seenText(words: Words, now: Instant, { since, order }: SeenBy): string {
  if (since === null) return words.t("inbox.justNow");
  const at = minuteOf(seenAt(since, now));
  if (order === "newest") return clockText(words, at);
  const isToday = dayAt(words.zone, at) === dayAt(words.zone, now);
  return words.t("inbox.since", { when: isToday ? clockText(words, at) : whenText(words, at) });
}

function seenAt(since: string | null, now: Instant): Instant {
  return since === null ? now : instant(Date.parse(since));
}

/** A shape for each kind, never a colour alone. */
function pictureOf(trouble: ShownTrouble): LucideIcon {
  switch (trouble.what) {
    case "drift":
      return trouble.state === "duplicate" ? Copy : trouble.danger ? TriangleAlert : PencilLine;
    case "doubled":
      return Layers;
    case "track":
    case "silences":
      return VolumeX;
    case "cut":
      return Scissors;
    case "dead-air":
    case "gap":
      return AudioLines;
  }
}

function Item({
  now,
  order,
  trouble,
  onClick,
}: Pick<Props, "now" | "order"> & { readonly trouble: ShownTrouble; readonly onClick: () => void }) {
  const words = useWords();
  const { startsAt } = intervalOf(trouble);
  const { name, title } = troubleName(words, trouble);
  const Picture = pictureOf(trouble);
  return (
    <button
      type="button"
      className={styles.item}
      data-step
      data-trouble={trouble.what}
      data-tone={trouble.danger ? "red" : "amber"}
      onClick={onClick}
    >
      <span className={styles.when}>
        <span>{shortDate(words, dayAt(words.zone, startsAt))}</span> <span>{clockText(words, startsAt)}</span>
      </span>
      <span className={styles.what}>
        <span className={styles.name}>
          <b>{name}</b> {title}
        </span>{" "}
        <span className={styles.wrong}>
          <Picture size={13} strokeWidth={2.25} aria-hidden="true" />
          {trouble.danger && <span className="sr-only">{words.t("inbox.danger")} </span>}
          <span>{troubleText(words, trouble)}</span>
        </span>
      </span>{" "}
      <span className={styles.since}>{seenText(words, now, { since: trouble.since, order })}</span>
    </button>
  );
}

function bold(text: ReactNode): ReactNode {
  return <b>{text}</b>;
}

function minuteOf(at: Instant): Instant {
  return instant(Math.floor(at / 60_000) * 60_000);
}
