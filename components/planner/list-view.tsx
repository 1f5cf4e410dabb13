import type { CSSProperties } from "react";
import { useWords } from "@/components/language/use-words";
import { isAlarming, isDrifted } from "@/domain/checks";
import { gapId } from "@/domain/gaps";
import { overlap, type Interval } from "@/domain/interval";
import { dayAt, dayInterval, type CalendarDay } from "@/domain/zone";
import { airingWords } from "./airing-words";
import { BlockMark } from "./block-mark";
import { useGrid } from "./grid-context";
import { lengthText } from "./library/lengths";
import styles from "./list-view.module.css";
import type { PlacedSlot } from "./placed-slot";
import { lackText, overText, spokenSlot, stateText, toldOver } from "./slot-words";
import { fillable } from "./week-gaps";
import { longDay, rangeText, spanText, weekdayOf } from "./time-words";

type Props = {
  readonly days: readonly CalendarDay[];
  readonly slots: readonly PlacedSlot[];
  readonly isOnAir: (id: string) => boolean;
};

/** The week as a running order: every slot a row, every gap between them another. */
export function ListView({ days, slots, isOnAir }: Props) {
  return (
    <div className={styles.list}>
      {days.map((day) => (
        <DayList key={day} day={day} slots={slots} isOnAir={isOnAir} />
      ))}
    </div>
  );
}

function toToday(section: HTMLElement | null): void {
  section?.scrollIntoView({ block: "start" });
}

function DayList({
  day,
  slots,
  isOnAir,
}: {
  readonly day: CalendarDay;
  readonly slots: readonly PlacedSlot[];
  readonly isOnAir: (id: string) => boolean;
}) {
  const words = useWords();
  const { zone, days, now } = useGrid();
  const summary = days.get(day);
  const isToday = dayAt(zone, now()) === day;
  const whole = dayInterval(zone, day);
  const here = slots.filter((slot) => overlap(slot, whole)).toSorted((a, b) => a.startsAt - b.startsAt);
  const rows: readonly (PlacedSlot | Interval)[] = [...here, ...(summary?.free ?? [])].toSorted(
    (a, b) => a.startsAt - b.startsAt,
  );
  return (
    <section className={styles.day} aria-label={longDay(words, day)} ref={isToday ? toToday : undefined}>
      <h2 className={styles.head}>
        {longDay(words, day)} <span>{summary?.words}</span>
      </h2>
      {summary?.isEmpty && <p className={styles.empty}>{words.t("grid.empty", { weekday: weekdayOf(words, day) })}</p>}
      <ul>
        {rows.map((row) =>
          "slot" in row ? (
            <li key={row.id}>
              <SlotRow placed={row} isOnAir={isOnAir(row.id)} />
            </li>
          ) : (
            <li key={row.startsAt}>
              <GapRow gap={row} />
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

/** A gap, which opens what fits it as long as it can be filled. */
function GapRow({ gap }: { readonly gap: Interval }) {
  const words = useWords();
  const { now } = useGrid();
  const face = (
    <>
      <span className={styles.times}>{rangeText(words, gap)}</span>
      <span>{words.t("list.free", { length: spanText(gap) })}</span>
    </>
  );
  return fillable(gap, now()) ? (
    <button type="button" className={styles.gap} data-slot-id={gapId(gap)}>
      {face}
    </button>
  ) : (
    <div className={styles.gap}>{face}</div>
  );
}

function SlotRow({ placed, isOnAir }: { readonly placed: PlacedSlot; readonly isOnAir: boolean }) {
  const words = useWords();
  const { over: overs } = useGrid();
  const { slot } = placed;
  const over = overs.get(placed.id);
  const told = toldOver(slot, over);
  const lack = lackText(words, slot);
  return (
    <button
      type="button"
      className={styles.row}
      data-slot-id={placed.id}
      data-state={slot.state}
      data-kind={slot.kind}
      data-on-air={isOnAir || undefined}
      style={{ "--show": slot.colour ?? "var(--ink-4)" } as CSSProperties}
    >
      <span className="sr-only">{spokenSlot(words, placed, { isOnAir, over })}</span>
      <span className={styles.face} aria-hidden="true">
        <span className={styles.times}>{rangeText(words, placed)}</span>
        <span className={styles.edge} />
        <b>{slot.showName}</b>
        <span className={styles.title}>
          {slot.title === slot.showName ? "" : slot.title}
          {slot.airing?.kind === "rerun" && <i> · {airingWords(words, placed.startsAt, slot.airing)}</i>}
        </span>
        <span className={styles.note}>{lack}</span>
        <span
          className={styles.state}
          data-tone={isAlarming(slot) || told?.danger ? "red" : isDrifted(slot) || told ? "amber" : undefined}
        >
          {slot.kind === "foreign"
            ? words.t("list.foreign")
            : told
              ? overText(words, told)
              : stateText(words, slot).short}
        </span>
        <BlockMark slot={slot} isOnAir={isOnAir} over={over} />
        <span className={styles.length}>{lengthText((placed.endsAt - placed.startsAt) / 1000)}</span>
      </span>
    </button>
  );
}
