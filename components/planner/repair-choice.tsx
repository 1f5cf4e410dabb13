import type { Zone } from "@/domain/zone";
import type { Take } from "./attempts";
import styles from "./card.module.css";
import type { PlacedSlot } from "./placed-slot";
import { repairsOf } from "./repair-words";

type Props = { readonly placed: PlacedSlot; readonly zone: Zone; readonly onRepair: (take: Take) => void };

/** What can be done about a difference, one click each; nothing where there is none. */
export function RepairChoice({ placed, zone, onRepair }: Props) {
  const repairs = repairsOf(zone, placed);
  if (repairs.length === 0) return null;
  return (
    <div className={styles.ways} role="group" aria-label="What is to count">
      {repairs.map(({ take, headline, detail }) => (
        <button
          key={take}
          type="button"
          className={styles.way}
          data-take={take}
          data-default={take === "ours" || undefined}
          onClick={() => onRepair(take)}
        >
          <b>{headline}</b>
          <small>{detail}</small>
        </button>
      ))}
    </div>
  );
}
