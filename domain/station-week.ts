import type { CalendarDay } from "./zone";

/** What a listener may know of a slot: no ids, no notes, no title of what is not published. */
export type StationEntry = {
  readonly showName: string;
  readonly title: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly colour: string | null;
  readonly live: boolean;
};

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
  readonly onAir: StationEntry | null;
  readonly next: StationEntry | null;
  readonly days: readonly StationDay[];
};
