import { useEffect, useRef, type CSSProperties } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import type { CalendarDay } from "@/domain/zone";
import { Card } from "../card";
import cardStyles from "../card.module.css";
import { boxesOnGrid } from "../clear-of";
import { mayTryAgain } from "../refused";
import type { SlotChange } from "../slot-change";
import type { Batch } from "./batch";
import styles from "./batch-card.module.css";
import type { BatchEnd } from "./batch-end";
import { endWords, partWords } from "./batch-words";

type Props = {
  readonly end: BatchEnd;
  /** The days that are shown. */
  readonly days: readonly CalendarDay[];
  /** Those that can be, without the others. */
  readonly onRest: () => void;
  readonly onAgain: (batch: Batch) => void;
  readonly onClose: () => void;
  /** Shows on the grid what would be done without those. */
  readonly onPaint: (changes: readonly SlotChange[]) => void;
};

/** What could not be of many, each with its reason, and what can be done instead. */
export function BatchCard({ end, days, onRest, onAgain, onClose, onPaint }: Props) {
  const words = useWords();
  const { t, zone } = words;
  const { batch, problem, parts, rest } = end;
  const first = useRef<HTMLButtonElement>(null);
  const { headline, words: said } = endWords(words, end);
  const canRest = problem !== null && parts.length > 0 && rest > 0;
  const canAgain = problem !== null && parts.length === 0 && mayTryAgain(problem);
  useEffect(() => {
    const without = new Set(parts.map(({ change }) => change));
    onPaint(canRest ? batch.changes.filter((each) => !without.has(each)) : []);
    return () => onPaint([]);
  }, [batch, parts, canRest, onPaint]);
  const seen = () =>
    boxesOnGrid(
      zone,
      days,
      batch.changes.flatMap(({ after }) => after ?? []),
    ).map((box) => ({ box, weight: 1 }));
  return (
    <Card
      slotId={parts.find(({ change }) => change.slotId !== null)?.change.slotId ?? ""}
      title={headline}
      onClose={onClose}
      first={first}
      seen={seen}
      closesOutside={false}
      kind="batch"
    >
      <p className={cardStyles.words}>{said}</p>
      {parts.length > 0 && (
        <ul className={styles.parts} aria-label={t("batch.end.parts")} tabIndex={0}>
          {parts.map((part, index) => {
            const { name, when, why } = partWords(words, part);
            return (
              <li key={index} style={{ "--show": part.change.face.colour ?? "var(--ink-4)" } as CSSProperties}>
                <span className={styles.row}>
                  <b>{name}</b>
                  <span>{when}</span>
                </span>
                <span className={styles.why}>{why}</span>
              </li>
            );
          })}
        </ul>
      )}
      <div className={cardStyles.acts}>
        {canRest && (
          <Button ref={first} look="primary" onClick={onRest}>
            {t("batch.end.rest", { verb: batch.words.verb, count: rest })}
          </Button>
        )}
        {canAgain && (
          <Button ref={first} look="primary" onClick={() => onAgain(batch)}>
            {t("common.tryAgain")}
          </Button>
        )}
        {problem?.code === "UNAUTHENTICATED" && <a href="/login">{t("common.signInAgain")}</a>}
        <Button {...(canRest || canAgain ? {} : { ref: first })} onClick={onClose}>
          {problem ? t("batch.end.leave") : t("common.close")}
        </Button>
      </div>
    </Card>
  );
}
