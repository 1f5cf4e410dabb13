"use client";

import "react-big-calendar/lib/css/react-big-calendar.css";
import { memo, useMemo } from "react";
import { Calendar } from "react-big-calendar";
import { useWords } from "@/components/language/use-words";
import { dayAt, type CalendarDay, type Zone } from "@/domain/zone";
import type { Instant } from "@/domain/time";
import { DayHead } from "./day-head";
import { dayLayout } from "./day-layout";
import { DayLayers } from "./day-layers";
import { GridBlock } from "./grid-block";
import { localizerOf } from "./localizer";
import type { GridEvent } from "./grid-event";
import { zoneText } from "./time-words";
import { dateOn, wallDate } from "./wall-clock-arithmetic";
import styles from "./week-grid.module.css";

const MIDNIGHT = new Date(0);
const LAST_MINUTE = new Date(86_399_999);
const views = { week: true, day: true } as const;
const noWrapper = () => null;

type Props = {
  readonly zone: Zone;
  readonly day: CalendarDay;
  readonly view: "week" | "day";
  readonly events: readonly GridEvent[];
  readonly now: () => Instant;
  /** Changes at midnight: today's column is marked by the calendar itself. */
  readonly today: CalendarDay;
};

/**
 * The week as a calendar. It sees wall clock times in UTC fields and nothing else (R6); every default that
 * would read the browser's clock is given (R7). Dragging is ours: the calendar's own add-on renders every
 * block three times per drag (R8).
 */
export const WeekGrid = memo(function WeekGrid({ zone, day, view, events, now, today }: Props) {
  const words = useWords();
  const components = useMemo(
    () => ({
      event: GridBlock,
      eventContainerWrapper: DayLayers as never,
      header: DayHead,
      timeIndicatorWrapper: noWrapper as never,
      timeGutterHeader: () => (
        <span className={styles.zone} title={words.t("grid.zone", { zone: zone.name })}>
          {zoneText(zone.name)}
        </span>
      ),
    }),
    [words, zone],
  );
  // A new function at midnight, so that the calendar looks again which day is today.
  const getNow = useMemo(
    () => () => (dayAt(zone, now()) === today ? wallDate(zone, now()) : dateOn(today)),
    [zone, now, today],
  );
  const scrollToTime = useMemo(() => new Date(scrollSecond(zone, now()) * 1000), [zone, now]);
  return (
    <Calendar<GridEvent>
      className={styles.calendar}
      localizer={localizerOf(words)}
      culture="en"
      view={view}
      views={views}
      date={dateOn(day)}
      onNavigate={noop}
      onView={noop}
      events={events as GridEvent[]}
      startAccessor="start"
      endAccessor="end"
      titleAccessor={titleOf}
      tooltipAccessor={null}
      allDayAccessor={never}
      min={MIDNIGHT}
      max={LAST_MINUTE}
      scrollToTime={scrollToTime}
      getNow={getNow}
      step={30}
      timeslots={2}
      showMultiDayTimes
      selectable={false}
      toolbar={false}
      dayLayoutAlgorithm={dayLayout}
      components={components}
      eventPropGetter={propsOf}
      drilldownView={null}
    />
  );
});

/** So many hours the grid can be scrolled past midnight (`week-grid.module.css`): the calendar takes its whole height for a day. */
const FOOT_HOURS = 1.125;

/** An hour and a half before now: what is on air stands in the upper third. */
function scrollSecond(zone: Zone, now: Instant): number {
  const second = (+wallDate(zone, now) % 86_400_000) / 1000;
  return Math.max(0, Math.floor((second - 5400) / 1800) * 1800) * (24 / (24 + FOOT_HOURS));
}

const noop = () => undefined;
const never = () => false;
const titleOf = (event: GridEvent) => event.placed.slot.showName;
/** A slot of less than eleven minutes is a line that opens on focus; what is on air lies over the line of now, and draws its own. */
const propsOf = (event: GridEvent) => ({
  className: [event.to - event.from < 660 && styles.line, event.note === "on-air" && styles.onAir]
    .filter(Boolean)
    .join(" "),
});
