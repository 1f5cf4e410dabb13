import { FloatingFocusManager, FloatingPortal } from "@floating-ui/react";
import { useTranslations } from "next-intl";
import { useId, useState, type KeyboardEvent } from "react";
import { useWords } from "@/components/language/use-words";
import { lengthOf } from "@/domain/interval";
import type { Instant } from "@/domain/time";
import { dayAt } from "@/domain/zone";
import { GapOffers } from "./gap-offers";
import styles from "./gaps-panel.module.css";
import { lengthText } from "./library/lengths";
import type { LibraryEpisode } from "./library/library-episode";
import { stepThrough } from "./step-through";
import { clockText, hoursText, rangeText, shortDay } from "./time-words";
import { useGaps, type Gaps } from "./use-gaps";
import { useHeadPanel } from "./use-head-panel";
import { useInSight } from "./use-in-sight";
import type { Lead } from "./use-lead";
import type { PlannerState } from "./use-planner";
import { fillable, type WeekGap } from "./week-gaps";

type Props = { readonly planner: PlannerState; readonly canPlan: boolean; readonly onLead: Lead };

/** How much of the shown week is silent; opened, where, and what would fill it. Nothing while there is no gap. */
export function GapsPanel({ planner, canPlan, onLead }: Props) {
  const { moment, slotOf } = planner;
  const t = useTranslations();
  const gaps = useGaps(planner);
  const { length } = gaps.gaps;
  const [isOpen, setOpen] = useState(false);
  const { refs, floatingStyles, context, getReferenceProps, getFloatingProps } = useHeadPanel({
    isOpen: isOpen && length > 0,
    onOpen: setOpen,
    atMost: 620,
  });
  const titleId = useId();
  if (length === 0) return null;
  // The heads of days that are over tell what was; here is what can still be filled.
  const isRest = [...planner.shown.days.values()].reduce((sum, day) => sum + day.gaps.length, 0) > length;
  const total = { count: length, length: hoursText(gaps.gaps.reduce((sum, gap) => sum + lengthOf(gap), 0)) };
  // What was chosen goes with its gap: the keys stay in the panel.
  const done = (act: () => void) => () => {
    act();
    refs.floating.current?.focus();
  };
  const lead = (gap: WeekGap) => {
    setOpen(false);
    const slot = gap.inside === undefined ? undefined : slotOf(gap.inside);
    onLead(
      slot
        ? { slotId: slot.id, startsAt: slot.slot.startsAt, endsAt: slot.slot.endsAt }
        : {
            slotId: gap.id,
            startsAt: new Date(gap.startsAt).toISOString(),
            endsAt: new Date(gap.endsAt).toISOString(),
          },
    );
  };
  return (
    <>
      <button ref={refs.setReference} type="button" className={styles.button} {...getReferenceProps()}>
        {isRest ? t("gaps.totalAhead", total) : t("gaps.total", total)}
      </button>
      {context.open && (
        <FloatingPortal>
          <FloatingFocusManager context={context} modal={false}>
            <div
              ref={refs.setFloating}
              style={floatingStyles}
              className={styles.panel}
              aria-labelledby={titleId}
              {...getFloatingProps({ onKeyDown: (event) => stepThrough(event as KeyboardEvent) })}
            >
              <h2 id={titleId} className={styles.title}>
                {t("gaps.title")}
              </h2>
              <ul className={styles.list}>
                {gaps.gaps.map((gap) => (
                  <li key={gap.id} className={styles.gap}>
                    <Gap
                      gap={gap}
                      gaps={gaps}
                      now={moment}
                      showName={gap.inside && slotOf(gap.inside)?.slot.showName}
                      canPlan={canPlan}
                      onLead={() => lead(gap)}
                      done={done}
                    />
                  </li>
                ))}
              </ul>
            </div>
          </FloatingFocusManager>
        </FloatingPortal>
      )}
    </>
  );
}

type GapProps = {
  readonly gap: WeekGap;
  readonly gaps: Gaps;
  readonly now: Instant;
  readonly showName: string | undefined;
  readonly canPlan: boolean;
  readonly onLead: () => void;
  readonly done: (act: () => void) => () => void;
};

/** One gap: where it is, which leads there, and one click for each thing that mends it. */
function Gap({ gap, gaps, now, showName, canPlan, onLead, done }: GapProps) {
  const words = useWords();
  const { t } = words;
  const [ref, isInSight] = useInSight<HTMLDivElement>();
  const free = fillable(gap, now);
  const ended = canPlan ? gaps.ended(gap) : null;
  return (
    <div ref={ref}>
      <button type="button" className={styles.item} data-step data-gap-row={gap.id} onClick={onLead}>
        <span className={styles.when}>
          {t.rich("gaps.when", {
            day: shortDay(words, dayAt(words.zone, gap.startsAt)),
            range: rangeText(words, gap),
            b: (day) => <b>{day}</b>,
          })}
        </span>
        <span className={styles.what}>
          {!gap.inside ? t("gaps.between") : showName === undefined ? t("gaps.inSlot") : t("gaps.inShow", { showName })}
        </span>
        <span className={styles.length}>{lengthText(lengthOf(gap))}</span>
      </button>
      {ended && (
        <button type="button" className={styles.end} data-step onClick={done(() => gaps.end(gap, ended))}>
          {t("gaps.endWithTrack", { clock: clockText(words, ended.endsAt) })}
        </button>
      )}
      {canPlan && !gap.inside && free && isInSight && (
        <GapOffers free={free} now={now} onFill={(episode: LibraryEpisode) => done(() => gaps.fill(gap, episode))()} />
      )}
      {canPlan && !gap.inside && !isInSight && <div className={styles.later} />}
    </div>
  );
}
