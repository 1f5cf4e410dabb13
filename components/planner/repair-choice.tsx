import { useWords } from "@/components/language/use-words";
import type { Take } from "./attempts";
import styles from "./card.module.css";
import type { PlacedSlot } from "./placed-slot";
import { repairsOf } from "./repair-words";

type Props = { readonly placed: PlacedSlot; readonly onRepair: (take: Take) => void };

/** What can be done about a difference, one click each; nothing where there is none. */
export function RepairChoice({ placed, onRepair }: Props) {
  const words = useWords();
  const repairs = repairsOf(words, placed);
  if (repairs.length === 0) return null;
  return (
    <div className={styles.ways} role="group" aria-label={words.t("card.repairs")}>
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
