import type { Interval } from "./interval";
import { intervalOf, type IntervalOnWire } from "./slots";
import type { CalendarDay } from "./zone";

/** What a listener may know of a slot: no ids, no notes, no title of what is not published. */
export type StationEntry = {
  readonly showName: string;
  readonly title: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly colour: string | null;
  readonly live: boolean;
  /** When something of it is heard, in order; absent where that is all the time. */
  readonly heard?: readonly IntervalOnWire[];
};

/** When something of it is heard. */
export function heardInEntry({ heard, ...entry }: StationEntry): readonly Interval[] {
  return (heard ?? [entry]).map(intervalOf);
}

/** A day of the station's calendar, and what begins or goes on in it. */
export type StationDay = { readonly day: CalendarDay; readonly entries: readonly StationEntry[] };

/** The station's week as listeners see it. */
export type StationWeek = {
  readonly stationName: string;
  readonly timeZone: string;
  readonly now: string;
  readonly monday: CalendarDay;
  /** When LibreTime was read; null when it never answered. */
  readonly asOf: string | null;
  readonly stale: boolean;
  /** What is heard now, from when until when it is heard without a break; null while nothing is. */
  readonly onAir: StationEntry | null;
  /** What is heard next, and when. */
  readonly next: StationEntry | null;
  /** Playout cannot read the schedule: nobody can say what is heard. */
  readonly unreadable?: true;
  readonly days: readonly StationDay[];
};
