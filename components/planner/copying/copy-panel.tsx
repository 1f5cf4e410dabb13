import { useEffect, useId, useMemo, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { dayAfter, mondayOf, type CalendarDay } from "@/domain/zone";
import { isCalendarDay } from "@/domain/patterns/rule";
import type { Beside } from "../beside/beside";
import { SidePanel } from "../beside/side-panel";
import styles from "../beside/side-panel.module.css";
import type { PlannerState } from "../use-planner";
import { clockNotes, copyTitle, countText, isAsked, leftText, weekName } from "./copy-words";
import { CopyRows } from "./copy-rows";
import type { Copying } from "./copying";
import { MOST, useCopying } from "./use-copying";

/** So many weeks ahead can be chosen, and so many be filled at once: more than 42 days are never read. */
const WEEKS_AHEAD = 8;
const AT_ONCE = [1, 2, 3, 4] as const;

type Props = {
  readonly planner: PlannerState;
  readonly what: Extract<Beside, { kind: "copy" }>;
  readonly onClose: () => void;
};

/** A day or a week, onto another: every slot with its new time, and for each that does not fit what can be done. */
export function CopyPanel({ planner, what, onClose }: Props) {
  const words = useWords();
  const { t } = words;
  const {
    week: { go },
    today,
  } = planner;
  const { from, days } = what;
  const [copying, setCopying] = useState<Copying>(() => ({ from, days, to: dayAfter(from, days), times: 1 }));
  const preview = useCopying(planner, copying);
  const { judged, wishes, onto, count, replaced } = preview;
  const notes = useMemo(() => clockNotes(words, onto, wishes), [words, onto, wishes]);
  const aim = (more: Partial<Copying>) => {
    setCopying((before) => ({ ...before, ...more }));
    if (more.to) go({ day: more.to });
  };
  // What would be is shown where it would be; who leaves it is led back.
  useEffect(() => go({ day: dayAfter(from, days) }), [go, from, days]);
  const leave = () => {
    go({ day: from });
    onClose();
  };
  const open = judged?.filter((each) => isAsked(each) && !preview.isAnswered(each.wish.id)).length ?? 0;
  return (
    <SidePanel
      kind="copy"
      title={copyTitle(words, what)}
      onClose={leave}
      foot={
        <>
          {replaced > 0 && <p>{t("copying.replaced", { count: replaced })}</p>}
          {preview.isTooMany && <p className={styles.problem}>{t("copying.tooMany", { most: MOST })}</p>}
          <Button
            look="primary"
            disabled={count === 0 || preview.isTooMany}
            onClick={() => {
              preview.copy();
              onClose();
            }}
          >
            {t("copying.submit", { count })}
          </Button>
          <Button onClick={leave}>{t("common.cancel")}</Button>
        </>
      }
    >
      <Target copying={copying} today={today} onAim={aim} />
      {preview.isFailed && <p className={styles.problem}>{t("copying.failed")}</p>}
      {judged === null && !preview.isFailed && <p className={styles.words}>{t("copying.reading")}</p>}
      {judged && (
        <>
          <p className={styles.count} role="status">
            {countText(words, judged, open)}
          </p>
          {leftText(words, preview.notCopied) && <p className={styles.words}>{leftText(words, preview.notCopied)}</p>}
          {notes.map((note) => (
            <p key={note} className={styles.note}>
              {note}
            </p>
          ))}
          <CopyRows judged={judged} preview={preview} />
        </>
      )}
    </SidePanel>
  );
}

type TargetProps = {
  readonly copying: Copying;
  readonly today: CalendarDay;
  readonly onAim: (more: Partial<Copying>) => void;
};

/** Onto which day, or into which weeks. */
function Target({ copying: { from, to, days, times }, today, onAim }: TargetProps) {
  const words = useWords();
  const { t } = words;
  const id = useId();
  const first = mondayOf(today) > from ? mondayOf(today) : dayAfter(from, 7);
  const weeks = Array.from({ length: WEEKS_AHEAD }, (_, index) => dayAfter(first, index * 7));
  return (
    <div className={styles.fields}>
      {days === 1 ? (
        <label className={styles.field} htmlFor={`${id}-to`}>
          <span>{t("copying.target.ontoDay")}</span>
          <input
            id={`${id}-to`}
            type="date"
            value={to}
            min={today}
            onChange={({ target: { value } }) => {
              if (isCalendarDay(value) && value !== from) onAim({ to: value });
            }}
          />
        </label>
      ) : (
        <label className={styles.field} htmlFor={`${id}-to`} data-wide="">
          <span>{t("copying.target.intoWeek")}</span>
          <select id={`${id}-to`} value={to} onChange={({ target: { value } }) => onAim({ to: value as CalendarDay })}>
            {[...new Set([to, ...weeks])].toSorted().map((monday) => (
              <option key={monday} value={monday}>
                {weekName(words, monday, from)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className={styles.field} htmlFor={`${id}-times`} data-wide={days === 7 || undefined}>
        <span>{days === 1 ? t("copying.target.timesOfDay") : t("copying.target.timesOfWeek")}</span>
        <select id={`${id}-times`} value={times} onChange={({ target: { value } }) => onAim({ times: Number(value) })}>
          {AT_ONCE.map((count) => (
            <option key={count} value={count}>
              {days === 1 ? t("copying.target.daysInARow", { count }) : t("copying.target.weeksInAll", { count })}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
