import { useEffect, useId, useMemo, useRef, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { covers } from "@/domain/interval";
import type { Instant } from "@/domain/time";
import { dayAfter, dayAt, parseDay, type CalendarDay } from "@/domain/zone";
import { batchVerbs } from "../batch/batch";
import { slotsText } from "../batch/batch-words";
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
      words: { ...batchVerbs.clear, ...(isWholeDay && { where: `off ${shortDay(day)}` }) },
    });
  };
  const bounds = { min: week.monday as string, max: dayAfter(week.monday, 6) as string };
  const problem =
    startsAt === null || endsAt === null
      ? "Times are written as 20:00."
      : startsAt >= endsAt
        ? "It ends before it begins."
        : !isInWeek
          ? "Only the week that is shown can be cleared at once."
          : null;
  return (
    <Card
      slotId={`day:${day}`}
      title={isWholeDay ? `Clear ${longDay(dayAt(zone, startsAt!))}` : "Clear a stretch of the week"}
      onClose={onClose}
      first={first}
      closesOutside={false}
      placement="bottom-start"
      kind="clear"
    >
      <form className={styles.form} onSubmit={submit}>
        <div>
          <label htmlFor={`${id}-from-day`}>From</label>
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
          <label htmlFor={`${id}-from`}>at</label>
          <input
            id={`${id}-from`}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            aria-label="From, time"
            required
            value={from.time}
            onChange={(event) => setFrom({ ...from, time: event.target.value })}
          />
        </div>
        <div>
          <label htmlFor={`${id}-to-day`}>To</label>
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
          <label htmlFor={`${id}-to`}>at</label>
          <input
            id={`${id}-to`}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            aria-label="To, time"
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
              <b>
                {count === 0
                  ? "Nothing of ours is there to go."
                  : `${slotsText(count)} of ours ${count === 1 ? "goes" : "go"} off the grid.`}
              </b>
              {clearing && staysText(clearing.stays) && ` ${staysText(clearing.stays)}`}
            </>
          )}
        </p>
        <div className={`${styles.wide} ${styles.acts}`}>
          <Button ref={first} type="submit" look="primary" disabled={count === 0}>
            {count === 0 ? "Clear" : `Take off ${slotsText(count)}`}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Card>
  );
}
