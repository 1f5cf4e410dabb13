import { memo, useMemo, type ReactNode } from "react";
import { useWords } from "@/components/language/use-words";
import { gapId } from "@/domain/gaps";
import { GhostPieces, PaintedPieces, RefusedPieces } from "./ghost";
import { useGrid } from "./grid-context";
import { oddRowsOf, type Rows } from "./grid-place";
import { Holes } from "./patterns/hole-layer";
import { useShownHoles } from "./patterns/use-holes";
import { NowLine } from "./now-line";
import { Skeleton } from "@/components/ui/skeleton";
import { segmentsOf } from "./segments";
import { hoursText, rangeText, weekdayOf } from "./time-words";
import { dayOf, dateOn } from "./wall-clock-arithmetic";
import { fillable } from "./week-gaps";
import styles from "./day-layers.module.css";
import { dayAt, type CalendarDay } from "@/domain/zone";

type Props = { readonly children: ReactNode; readonly slotMetrics: { readonly groups: readonly (readonly Date[])[] } };

/** Everything in a day's column that is not a slot, under and over the calendar's own blocks (R26). */
export function DayLayers({ children, slotMetrics }: Props) {
  const day = dayOf(slotMetrics.groups[0]?.[0] ?? dateOn("2000-01-01" as CalendarDay));
  return (
    <>
      <Underneath day={day} />
      <Holes day={day} />
      {children}
      <RefusedPieces day={day} />
      <PaintedPieces day={day} />
      <GhostPieces day={day} />
      <NowLine day={day} />
    </>
  );
}

/** Free stretches, the hour that the clock skips or repeats, and what is said of a day with nothing on it. */
const Underneath = memo(function Underneath({ day }: { readonly day: CalendarDay }) {
  const words = useWords();
  const { t } = words;
  const { zone, days, now, canPlan, isAwaited } = useGrid();
  const summary = days.get(day);
  const isOver = day < dayAt(zone, now());
  const isKept = useShownHoles().some((hole) => hole.day === day);
  const odd = useMemo(() => oddRowsOf(zone, day), [zone, day]);
  const gaps = useMemo(
    () =>
      (summary?.free ?? [])
        .flatMap((gap) => segmentsOf(zone, gap).map((piece) => ({ gap, piece })))
        .filter(({ piece }) => piece.day === day),
    [zone, day, summary],
  );
  return (
    <div className={styles.layer}>
      {odd.missing.map((rows) => (
        <div key={rows.from} className={styles.missing} style={rowStyle(rows)}>
          <span>{t("grid.skipped", { from: clock(rows.from), to: clock(rows.to) })}</span>
        </div>
      ))}
      {odd.repeated.map((rows) => (
        <div key={rows.from} className={styles.repeated} style={rowStyle(rows)}>
          <span>{t.rich("grid.firstPass", { faint })}</span>
          <span>{t.rich("grid.secondPass", { faint })}</span>
        </div>
      ))}
      {gaps.map(({ gap, piece }) => {
        const look = {
          className: styles.gap,
          "data-small": piece.to - piece.from < 1500 || undefined,
          style: rowStyle(piece),
        };
        const face = (
          <span data-slot-id={gapId(gap)}>
            {t.rich("grid.gap", {
              weekday: weekdayOf(words, day),
              range: rangeText(words, gap),
              length: hoursText(piece.to - piece.from),
              spoken,
            })}
          </span>
        );
        // What is over cannot be filled. The others are stops of the grid's arrow keys, as blocks are.
        return fillable(gap, now()) ? (
          <button key={piece.startsAt} type="button" tabIndex={-1} data-gap {...look}>
            {face}
          </button>
        ) : (
          <div key={piece.startsAt} {...look}>
            {face}
          </div>
        );
      })}
      {!summary && isAwaited && <DaySkeleton day={day} />}
      {summary?.isEmpty && !isKept && (
        <p className={styles.empty}>
          {isOver ? (
            t("grid.wasEmpty", { weekday: weekdayOf(words, day) })
          ) : (
            <>
              {t("grid.empty", { weekday: weekdayOf(words, day) })}
              {canPlan && (
                <>
                  <br />
                  {t("grid.dropHere")}
                </>
              )}
            </>
          )}
        </p>
      )}
    </div>
  );
});

/** Blocks of about the right height while the week is fetched. */
function DaySkeleton({ day }: { readonly day: CalendarDay }) {
  const seed = Number(day.slice(8));
  const heights = [1, 1.5, 1, 0.5, 2, 1, 1.5, 1, 0.5, 1];
  let at = 6;
  const rows = Array.from({ length: 16 }, (_, index) => {
    const height = heights[(index + seed) % heights.length]!;
    if (at >= 24) return null;
    const row = { from: at * 3600, to: Math.min(24, at + height) * 3600 };
    at += height;
    return row;
  });
  return rows
    .filter((row) => row !== null)
    .map((row) => (
      <div key={row.from} className={styles.skeleton} style={rowStyle(row)}>
        <Skeleton height="100%" />
      </div>
    ));
}

/** Rows of a day in percent of its 24 hours. */
export function rowStyle({ from, to }: Rows) {
  return { top: `${(from / 86_400) * 100}%`, height: `${((to - from) / 86_400) * 100}%` };
}

function faint(text: ReactNode): ReactNode {
  return <i>{text}</i>;
}

function spoken(text: ReactNode): ReactNode {
  return <span className="sr-only">{text}</span>;
}

function clock(second: number): string {
  return `${String(Math.floor(second / 3600)).padStart(2, "0")}:${String(Math.floor(second / 60) % 60).padStart(2, "0")}`;
}
