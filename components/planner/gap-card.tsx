import { useWords } from "@/components/language/use-words";
import type { Instant } from "@/domain/time";
import { dayAt } from "@/domain/zone";
import { Card } from "./card";
import styles from "./card.module.css";
import { GapOffers } from "./gap-offers";
import { longDay, rangeText, spanText } from "./time-words";
import { stepThrough } from "./step-through";
import type { Gaps } from "./use-gaps";
import { fillable, type WeekGap } from "./week-gaps";

type Props = {
  readonly gap: WeekGap;
  readonly gaps: Gaps;
  readonly now: Instant;
  readonly canPlan: boolean;
  readonly onClose: () => void;
};

/** A gap on the grid, and what would fill it. */
export function GapCard({ gap, gaps, now, canPlan, onClose }: Props) {
  const words = useWords();
  const { t } = words;
  const free = fillable(gap, now);
  return (
    <Card
      slotId={gap.id}
      title={t("gaps.free", { length: spanText(gap) })}
      onClose={onClose}
      kind="gap"
      onKeyDown={stepThrough}
    >
      <p className={styles.words}>
        {t("gaps.dayAndRange", {
          day: longDay(words, dayAt(words.zone, gap.startsAt)),
          range: rangeText(words, gap),
        })}
      </p>
      {canPlan && free && (
        <div className={styles.flush}>
          <GapOffers
            free={free}
            now={now}
            takesFocus
            onFill={(episode) => {
              onClose();
              gaps.fill(gap, episode);
            }}
          />
        </div>
      )}
    </Card>
  );
}
