import { useId, useRef, useState, type FormEvent } from "react";
import { useWords } from "@/components/language/use-words";
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
  const words = useWords();
  const { t, zone } = words;
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
      title={cargo.from ? t("timeCard.move", { title: cargo.title }) : t("timeCard.plan", { title: cargo.title })}
      onClose={onClose}
      first={first}
      kind="time"
    >
      <form className={styles.form} onSubmit={submit}>
        <div className={styles.wide}>
          <label htmlFor={`${id}-day`}>{t("timeCard.day")}</label>
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
          <label htmlFor={`${id}-time`}>{t("timeCard.starts", { zone: zoneText(zone.name) })}</label>
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
          <label htmlFor={`${id}-long`}>{t("timeCard.minutes")}</label>
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
            <label htmlFor={`${id}-pass`}>{t("timeCard.twice", { time })}</label>
            <select
              id={`${id}-pass`}
              value={pass}
              onChange={(event) => setPass(event.target.value as "first" | "second")}
            >
              <option value="first">{t("timeCard.first")}</option>
              <option value="second">{t("timeCard.second")}</option>
            </select>
          </div>
        )}
        <p className={`${styles.wide} ${styles.words}`} role="status">
          {meant?.at === null && (
            <span className={styles.problem}>
              {t("timeCard.skipped", {
                time,
                weekday: weekdayOf(words, day as CalendarDay),
                clock: clockText(words, meant.skippedAt),
              })}
            </span>
          )}
          {to &&
            verdict &&
            t.rich("timeCard.verdict", {
              range: rangeText(words, to),
              words: verdictText(words, verdict, ", "),
              verdict: (text) => <span className={verdict.fits ? undefined : styles.problem}>{text}</span>,
            })}
        </p>
        <div className={`${styles.wide} ${styles.acts}`}>
          <Button type="submit" look="primary" disabled={!to}>
            {cargo.from ? t("timeCard.moveThere") : t("timeCard.planThere")}
          </Button>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
        </div>
      </form>
    </Card>
  );
}
