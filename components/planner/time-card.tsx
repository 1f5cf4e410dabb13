import { useId, useRef, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import type { Interval } from "@/domain/interval";
import { later, seconds } from "@/domain/time";
import { dayAt, parseDay, wallClockAt, type CalendarDay } from "@/domain/zone";
import { lengthOfCargo, type Cargo } from "./cargo";
import { Card } from "./card";
import styles from "./card.module.css";
import { instantAt } from "./grid-place";
import { clockText, rangeText, weekdayOf, zoneText } from "./time-words";
import { typedSecond } from "./typed-time";
import { verdictOn, verdictText, type JudgedAgainst } from "./verdict";

type Props = {
  readonly slotId: string;
  readonly cargo: Cargo;
  readonly at: Interval;
  readonly against: JudgedAgainst;
  readonly onPlace: (to: Interval) => void;
  readonly onClose: () => void;
};

/** A day and a time, typed: the way without any pointer. A time that happens twice is asked about (law 10). */
export function TimeCard({ slotId, cargo, at, against, onPlace, onClose }: Props) {
  const { zone } = against;
  const [day, setDay] = useState<string>(dayAt(zone, at.startsAt));
  const [time, setTime] = useState(new Date(wallClockAt(zone, at.startsAt)).toISOString().slice(11, 16));
  const [minutes, setMinutes] = useState(
    String(Math.round((cargo.from ? at.endsAt - at.startsAt : lengthOfCargo(cargo, false) * 1000) / 60_000)),
  );
  const [pass, setPass] = useState<"first" | "second">("first");
  const first = useRef<HTMLInputElement>(null);
  const id = useId();
  const [on, second] = [parseDay(day), typedSecond(time)];
  const meant = on !== null && second !== null ? instantAt(zone, on, second, pass) : null;
  const long = Number(minutes);
  const to = meant?.at && long > 0 ? { startsAt: meant.at, endsAt: later(meant.at, seconds(long * 60)) } : null;
  const verdict = to && verdictOn(cargo, to, against);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (to) onPlace(to);
  };
  return (
    <Card
      slotId={slotId}
      title={`${cargo.from ? "Move" : "Plan"} “${cargo.title}”`}
      onClose={onClose}
      first={first}
      kind="time"
    >
      <form className={styles.form} onSubmit={submit}>
        <div className={styles.wide}>
          <label htmlFor={`${id}-day`}>Day</label>
          <input
            id={`${id}-day`}
            ref={first}
            type="date"
            required
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-time`}>Starts, {zoneText(zone.name)} time</label>
          <input
            id={`${id}-time`}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            placeholder="20:00"
            required
            value={time}
            onChange={(event) => setTime(event.target.value)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-long`}>Minutes</label>
          <input
            id={`${id}-long`}
            type="number"
            required
            min={1}
            max={1439}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
        </div>
        {meant?.at && meant.twice && (
          <div className={styles.wide}>
            <label htmlFor={`${id}-pass`}>{time} happens twice that night</label>
            <select
              id={`${id}-pass`}
              value={pass}
              onChange={(event) => setPass(event.target.value as "first" | "second")}
            >
              <option value="first">The first time (A)</option>
              <option value="second">The second time (B), an hour later</option>
            </select>
          </div>
        )}
        <p className={`${styles.wide} ${styles.words}`} role="status">
          {meant?.at === null && (
            <span className={styles.problem}>
              {time} does not exist on {weekdayOf(day as CalendarDay)}: the clock goes straight to{" "}
              {clockText(zone, meant.skippedAt)}.
            </span>
          )}
          {to && verdict && (
            <>
              {rangeText(zone, to)}:{" "}
              <span className={verdict.fits ? undefined : styles.problem}>{verdictText(verdict, ", ")}</span>
            </>
          )}
        </p>
        <div className={`${styles.wide} ${styles.acts}`}>
          <Button type="submit" look="primary" disabled={!to}>
            {cargo.from ? "Move it there" : "Plan it there"}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Card>
  );
}
