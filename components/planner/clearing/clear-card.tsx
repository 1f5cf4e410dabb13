import { useEffect, useId, useMemo, useRef, useState, type FormEvent } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { covers } from "@/domain/interval";
import type { Instant } from "@/domain/time";
import { dayAfter, dayAt, parseDay, type CalendarDay } from "@/domain/zone";
import { batchVerbs } from "../batch/batch";
import { Card } from "../card";
import styles from "../card.module.css";
import { endAt } from "../grid-place";
import { changeOf } from "../slot-change";
import { longDay, shortDay } from "../time-words";
import { typedSecond } from "../typed-time";
import type { PlannerState } from "../use-planner";
import { clearingOf, staysText } from "./clearing";

type Typed = { readonly day: string; readonly time: string };

/** Takes all of ours off a stretch of the week: first it says how many go and what stays, and strikes them on the grid. */
export function ClearCard({
  day,
  planner,
  onClose,
}: {
  readonly day: CalendarDay;
  readonly planner: PlannerState;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const { zone, shown, slots, moment, acts, board, week } = planner;
  const [from, setFrom] = useState<Typed>({ day, time: "00:00" });
  const [to, setTo] = useState<Typed>({ day, time: "24:00" });
  const first = useRef<HTMLButtonElement>(null);
  const id = useId();
  const momentOf = (typed: Typed): Instant | null => {
    const [on, second] = [parseDay(typed.day), typedSecond(typed.time)];
    // In an hour that comes twice it is the first, in one that never comes it is where the clock goes on.
    return on === null || second === null ? null : endAt(zone, on, second, "first");
  };
  const [startsAt, endsAt] = [momentOf(from), momentOf(to)];
  const isInWeek = startsAt !== null && endsAt !== null && covers(slots.window, { startsAt, endsAt });
  const clearing = useMemo(
    () =>
      startsAt !== null && endsAt !== null && startsAt < endsAt && isInWeek
        ? clearingOf(shown.slots, { startsAt, endsAt }, moment)
        : null,
    [shown.slots, startsAt, endsAt, isInWeek, moment],
  );
  const count = clearing?.goes.length ?? 0;
  const stays = clearing && staysText(words, clearing.stays);
  useEffect(() => {
    const struck = new Set(clearing?.goes.flatMap((each) => each.from?.slotId ?? []));
    board.set((before) => ({ ...before, painted: { pieces: [], struck } }));
    return () => board.set((before) => ({ ...before, painted: null }));
  }, [board, clearing]);
  const isWholeDay = from.day === to.day && from.time === "00:00" && to.time === "24:00";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!clearing || count === 0) return;
    onClose();
    acts.many({
      changes: clearing.goes.map((each) => changeOf(each, null)),
      mode: "all",
      words: { ...batchVerbs.clear, ...(isWholeDay && { where: t("clearing.where", { day: shortDay(words, day) }) }) },
    });
  };
  const bounds = { min: week.monday as string, max: dayAfter(week.monday, 6) as string };
  const problem =
    startsAt === null || endsAt === null
      ? t("clearing.badTime")
      : startsAt >= endsAt
        ? t("clearing.backwards")
        : !isInWeek
          ? t("clearing.otherWeek")
          : null;
  return (
    <Card
      slotId={`day:${day}`}
      title={isWholeDay ? t("clearing.titleDay", { day: longDay(words, dayAt(zone, startsAt!)) }) : t("clearing.title")}
      onClose={onClose}
      first={first}
      closesOutside={false}
      placement="bottom-start"
      kind="clear"
    >
      <form className={styles.form} onSubmit={submit}>
        <div>
          <label htmlFor={`${id}-from-day`}>{t("clearing.from")}</label>
          <input
            id={`${id}-from-day`}
            type="date"
            required
            {...bounds}
            value={from.day}
            onChange={(event) => setFrom({ ...from, day: event.target.value })}
          />
        </div>
        <div>
          <label htmlFor={`${id}-from`}>{t("clearing.at")}</label>
          <input
            id={`${id}-from`}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            aria-label={t("clearing.fromTime")}
            required
            value={from.time}
            onChange={(event) => setFrom({ ...from, time: event.target.value })}
          />
        </div>
        <div>
          <label htmlFor={`${id}-to-day`}>{t("clearing.to")}</label>
          <input
            id={`${id}-to-day`}
            type="date"
            required
            {...bounds}
            value={to.day}
            onChange={(event) => setTo({ ...to, day: event.target.value })}
          />
        </div>
        <div>
          <label htmlFor={`${id}-to`}>{t("clearing.at")}</label>
          <input
            id={`${id}-to`}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            aria-label={t("clearing.toTime")}
            required
            value={to.time}
            onChange={(event) => setTo({ ...to, time: event.target.value })}
          />
        </div>
        <p className={`${styles.wide} ${styles.words}`} role="status">
          {problem ? (
            <span className={styles.problem}>{problem}</span>
          ) : (
            <>
              <b>{count === 0 ? t("clearing.nothing") : t("clearing.goes", { count })}</b>
              {stays && ` ${stays}`}
            </>
          )}
        </p>
        <div className={`${styles.wide} ${styles.acts}`}>
          <Button ref={first} type="submit" look="primary" disabled={count === 0}>
            {t("clearing.submit", { count })}
          </Button>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
        </div>
      </form>
    </Card>
  );
}
