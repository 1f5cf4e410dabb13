import { AudioLines, Copy, Layers, PencilLine, Scissors, TriangleAlert, VolumeX, type LucideIcon } from "lucide-react";
import { intervalOf } from "@/domain/slots";
import { instant, type Instant } from "@/domain/time";
import type { TroubleOrder } from "@/domain/troubles";
import { dayAfter, dayAt, type Zone } from "@/domain/zone";
import styles from "./inbox.module.css";
import type { ShownTrouble } from "./shown-troubles";
import { clockText, shortDate, whenText } from "./time-words";
import { troubleName, troubleText } from "./trouble-words";

type Props = { readonly zone: Zone; readonly now: Instant; readonly order: TroubleOrder; readonly troubles: readonly ShownTrouble[]; readonly onLead: (trouble: ShownTrouble) => void };

/** The troubles in order; the newest first, under the day on which each was first seen. */
export function InboxList({ zone, now, order, troubles, onLead }: Props) {
  const heads = new Map<string, ShownTrouble[]>();
  for (const trouble of troubles) {
    const head = headOf(zone, now, order, trouble);
    heads.set(head, [...(heads.get(head) ?? []), trouble]);
  }
  return (
    <div className={styles.list}>
      {[...heads].map(([head, found]) => (
        <section key={head}>
          {head && <h3 className={styles.day}>{head}</h3>}
          <ul>{found.map((trouble) => <li key={trouble.id}><Item zone={zone} now={now} order={order} trouble={trouble} onClick={() => onLead(trouble)} /></li>)}</ul>
        </section>
      ))}
    </div>
  );
}

function headOf(zone: Zone, now: Instant, order: TroubleOrder, { since }: ShownTrouble): string {
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
    case "drift": return trouble.state === "duplicate" ? Copy : trouble.danger ? TriangleAlert : PencilLine;
    case "doubled": return Layers;
    case "track": case "silences": return VolumeX;
    case "cut": return Scissors;
    case "dead-air": case "gap": return AudioLines;
  }
}

function Item({ zone, now, order, trouble, onClick }: Pick<Props, "zone" | "now" | "order"> & { readonly trouble: ShownTrouble; readonly onClick: () => void }) {
  const { startsAt } = intervalOf(trouble);
  const { name, title } = troubleName(trouble);
  const Picture = pictureOf(trouble);
  const since = minuteOf(seenAt(trouble.since, now));
  const seen = trouble.since === null ? "just now" : order === "newest" ? clockText(zone, since) : dayAt(zone, since) === dayAt(zone, now) ? `since ${clockText(zone, since)}` : `since ${whenText(zone, since)}`;
  return (
    <button type="button" className={styles.item} data-step data-trouble={trouble.what} data-tone={trouble.danger ? "red" : "amber"} onClick={onClick}>
      <span className={styles.when}><span>{shortDate(dayAt(zone, startsAt))}</span> <span>{clockText(zone, startsAt)}</span></span>
      <span className={styles.what}>
        <span className={styles.name}><b>{name}</b> {title}</span>{" "}
        <span className={styles.wrong}><Picture size={13} strokeWidth={2.25} aria-hidden="true" />{trouble.danger && <span className="sr-only">danger: </span>}<span>{troubleText(zone, trouble)}</span></span>
      </span>{" "}
      <span className={styles.since}>{seen}</span>
    </button>
  );
}

function minuteOf(at: Instant): Instant {
  return instant(Math.floor(at / 60_000) * 60_000);
}
