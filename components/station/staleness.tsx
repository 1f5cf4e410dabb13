import { Banner } from "@/components/ui/banner";
import { instant } from "@/domain/time";
import { dayAt, type Zone } from "@/domain/zone";
import { clockText, longDay } from "../planner/time-words";
import styles from "./station-page.module.css";

/** The schedule could not be read just now: this is what was seen last, and when. */
export function Staleness({ asOf, zone }: { readonly asOf: string; readonly zone: Zone }) {
  const at = instant(Date.parse(asOf));
  return (
    <Banner tone="warning">
      The schedule was last seen at{" "}
      <time dateTime={asOf} title={longDay(dayAt(zone, at))}>
        {clockText(zone, at)}
      </time>
      . It may have changed since.
    </Banner>
  );
}

/** The schedule could not be read at all since this server runs. */
export function Unreadable() {
  return (
    <section className={styles.unreadable}>
      <h2>The schedule cannot be read at the moment</h2>
      <p>The programme itself goes on. This page looks again by itself.</p>
    </section>
  );
}
