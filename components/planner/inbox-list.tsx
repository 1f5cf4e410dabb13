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
import { useState } from "react";
import { intervalOf } from "@/domain/slots";
import { instant, type Instant } from "@/domain/time";
import { inLines, type TroubleLine } from "@/domain/trouble-lines";
import type { TroubleOrder } from "@/domain/troubles";
import { dayAfter, dayAt, type Zone } from "@/domain/zone";
import styles from "./inbox.module.css";
import type { ShownTrouble } from "./shown-troubles";
import { clockText, hoursText, shortDate, whenText } from "./time-words";
import { troubleName, troubleText } from "./trouble-words";

type Props = {
  readonly zone: Zone;
  readonly now: Instant;
  readonly order: TroubleOrder;
  readonly troubles: readonly ShownTrouble[];
  readonly onLead: (trouble: ShownTrouble) => void;
};

/** The troubles in order; the newest first, under the day on which each was first seen. */
export function InboxList({ zone, now, order, troubles, onLead }: Props) {
  const heads = new Map<string, TroubleLine<ShownTrouble>[]>();
  for (const line of inLines(zone, troubles)) {
    const head = headOf(zone, now, order, "trouble" in line ? line.trouble.since : newestOf(line.silences));
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
                  <Item
                    zone={zone}
                    now={now}
                    order={order}
                    trouble={line.trouble}
                    onClick={() => onLead(line.trouble)}
                  />
                </li>
              ) : (
                <Silences key={line.day} zone={zone} now={now} order={order} line={line} onLead={onLead} />
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
function Silences({ zone, now, order, line: { day, silences, seconds }, onLead }: SilencesProps) {
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
            <span>{shortDate(day)}</span> <span>{clockText(zone, first.startsAt)}</span>
          </span>
          <span className={styles.what}>
            <span className={styles.name}>
              <b>Silent {hoursText(seconds)}</b> in {silences.length} places
            </span>{" "}
            <span className={styles.wrong}>
              <AudioLines size={13} strokeWidth={2.25} aria-hidden="true" />
              <span>between and in slots, until {clockText(zone, last.endsAt)}</span>
            </span>
          </span>{" "}
          <span className={styles.since}>
            {isOpen ? "less" : "each"}
            <ChevronDown size={13} aria-hidden="true" />
          </span>
        </button>
      </li>
      {isOpen &&
        silences.map((each) => (
          <li key={each.id} className={styles.inner}>
            <Item zone={zone} now={now} order={order} trouble={each} onClick={() => onLead(each)} />
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

function headOf(zone: Zone, now: Instant, order: TroubleOrder, since: string | null): string {
  // Ordered by when it airs, each row begins with its day.
  if (order === "airs") return "";
  const [today, day] = [dayAt(zone, now), dayAt(zone, seenAt(since, now))];
  return `Seen ${day === today ? "today" : day === dayAfter(today, -1) ? "yesterday" : shortDate(day)}`;
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
  zone,
  now,
  order,
  trouble,
  onClick,
}: Pick<Props, "zone" | "now" | "order"> & { readonly trouble: ShownTrouble; readonly onClick: () => void }) {
  const { startsAt } = intervalOf(trouble);
  const { name, title } = troubleName(trouble);
  const Picture = pictureOf(trouble);
  const since = minuteOf(seenAt(trouble.since, now));
  const seen =
    trouble.since === null
      ? "just now"
      : order === "newest"
        ? clockText(zone, since)
        : dayAt(zone, since) === dayAt(zone, now)
          ? `since ${clockText(zone, since)}`
          : `since ${whenText(zone, since)}`;
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
        <span>{shortDate(dayAt(zone, startsAt))}</span> <span>{clockText(zone, startsAt)}</span>
      </span>
      <span className={styles.what}>
        <span className={styles.name}>
          <b>{name}</b> {title}
        </span>{" "}
        <span className={styles.wrong}>
          <Picture size={13} strokeWidth={2.25} aria-hidden="true" />
          {trouble.danger && <span className="sr-only">danger: </span>}
          <span>{troubleText(zone, trouble)}</span>
        </span>
      </span>{" "}
      <span className={styles.since}>{seen}</span>
    </button>
  );
}

function minuteOf(at: Instant): Instant {
  return instant(Math.floor(at / 60_000) * 60_000);
}
