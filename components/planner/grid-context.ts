import { createContext, useContext } from "react";
import type { SlotId } from "@/domain/ids";
import type { Instant } from "@/domain/time";
import type { Doubling } from "@/domain/troubles";
import type { CalendarDay, Zone } from "@/domain/zone";
import type { Attempt } from "./attempts";
import type { Board } from "./board";
import type { DayItem } from "./day-menu";
import type { DaySummary } from "./day-summary";
import type { Selection } from "./selection/selection";
import type { Store } from "./store";

/** What the calendar's parts know beside their own event: they are made by the calendar, so it reaches them past it. */
export type Grid = {
  readonly zone: Zone;
  readonly canPlan: boolean;
  readonly now: () => Instant;
  readonly board: Store<Board>;
  readonly attempts: Store<readonly Attempt[]>;
  readonly selection: Store<Selection>;
  /** Is the week being fetched? Then something is drawn where blocks will be; not where none will come. */
  readonly isAwaited: boolean;
  /** By day; a day that is being fetched is missing. */
  readonly days: ReadonlyMap<CalendarDay, DaySummary>;
  /** What lies over a slot of ours. */
  readonly over: ReadonlyMap<SlotId, Doubling>;
  readonly onDay: (day: CalendarDay) => void;
  /** What can be done with a day. */
  readonly dayItems: readonly DayItem[];
};

export const GridContext = createContext<Grid | null>(null);

/** The grid around this part. */
export function useGrid(): Grid {
  const grid = useContext(GridContext);
  if (!grid) throw new Error("Part of a grid outside of any grid.");
  return grid;
}
