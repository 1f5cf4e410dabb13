import type { CalendarDay } from "@/domain/zone";

/** A programme as a listener reads it. Instants are ISO strings. */
export type StationEntry = {
  readonly showName: string;
  /** The episode's title; null when it is not published. */
  readonly title: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  /** `#rrggbb`, or null where the show has none. */
  readonly colour: string | null;
  readonly live: boolean;
};

/** The station's week as a listener sees it. */
export type StationView = {
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

export type StationDay = { readonly day: CalendarDay; readonly entries: readonly StationEntry[] };
