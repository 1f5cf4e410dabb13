import type { CalendarDay } from "@/domain/zone";
import styles from "./day-layers.module.css";
import { useGrid } from "./grid-context";
import { changesAround, passAt } from "./segments";
import { useTicking } from "./use-station";
import { dayOf, wallDate } from "./wall-clock-arithmetic";

/** Now, by the station's clock. */
export function NowLine({ day }: { readonly day: CalendarDay }) {
  const { zone, now } = useGrid();
  const at = useTicking(now, 10_000);
  const wall = wallDate(zone, at);
  if (dayOf(wall) !== day) return null;
  const pass = passAt(at, changesAround(zone, { startsAt: at, endsAt: at }));
  return (
    <div
      className={styles.now}
      data-pass={pass ?? undefined}
      aria-hidden="true"
      style={{ top: `${((+wall % 86_400_000) / 86_400_000) * 100}%` }}
    />
  );
}
