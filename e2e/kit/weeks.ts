import type { Control, OnAirEntry } from "@/station/control";
import { dayAfter, mondayOf, parisAt, parisClock } from "./paris-time";

const dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
export type DayName = (typeof dayNames)[number];

/** A week of the station that one journey has to itself. Times are written as the planner shows them: "Tue 19:30". */
export type OwnWeek = {
  readonly monday: string;
  /** "2026-12-08" for "Tue". */
  readonly day: (name: DayName) => string;
  /** "Tue 8 Dec" for "Tue", as the planner's sentences have it. */
  readonly date: (name: DayName) => string;
  /** The instant of "Tue 19:30" on the station's clock. */
  readonly at: (when: string) => string;
  /** Everything that would be heard that week, or on these days of it, in order: "Tue 19:30:00–20:28:47 Slow ferries". */
  readonly onAir: (...days: DayName[]) => Promise<string[]>;
  /** The slots that stand there, filled or not: "Tue 19:30–20:30 Night Waves". */
  readonly instances: (...days: DayName[]) => Promise<string[]>;
};

/** The week that begins on that Monday. */
export function weekOf(monday: string, station: Control): OwnWeek {
  const day = (name: DayName) => dayAfter(monday, dayNames.indexOf(name));
  const at = (when: string) => {
    const [name, time] = when.split(" ") as [DayName, string];
    return parisAt(day(name), time);
  };
  const [from, to] = [parisAt(monday, "00:00"), parisAt(dayAfter(monday, 7), "00:00")];
  return {
    monday,
    day,
    at,
    date: (name) =>
      `${name} ${new Date(day(name)).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" })}`,
    onAir: async (...days) => {
      const heard = await station.onAir(from, to);
      if (heard.broken) throw new Error(`Playout would drop the whole plan: ${heard.broken}`);
      return heard.entries.map(spoken).filter(isOn(days));
    },
    instances: async (...days) => {
      const { shows, "show-instances": instances } = await station.snapshot();
      const nameOf = new Map(shows.map((show) => [show["id"], String(show["name"])]));
      return instances
        .map((each) => ({
          startsAt: iso(each["starts_at"]),
          endsAt: iso(each["ends_at"]),
          name: nameOf.get(each["show"]),
        }))
        .filter(({ startsAt, endsAt }) => startsAt < to && endsAt > from)
        .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
        .map(({ startsAt, endsAt, name }) => `${short(startsAt)}–${short(endsAt).slice(4)} ${name}`)
        .filter(isOn(days));
    },
  };
}

function isOn(days: readonly DayName[]): (line: string) => boolean {
  return (line) => days.length === 0 || days.some((day) => line.startsWith(day));
}

/** "Tue 19:30:00–20:28:47 Slow ferries", by the station's clock. */
function spoken({ startsAt, endsAt, title }: OnAirEntry): string {
  return `${dayName(startsAt)} ${parisClock(startsAt).slice(11)}–${parisClock(endsAt).slice(11)} ${title}`;
}

function short(at: string): string {
  return `${dayName(at)} ${parisClock(at).slice(11, 16)}`;
}

function dayName(at: string): DayName {
  return dayNames[(new Date(`${parisClock(at).slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7]!;
}

function iso(stored: unknown): string {
  return new Date(String(stored)).toISOString().replace(".000Z", "Z");
}

/** The journeys that need a week where nothing is special, each with its own. */
const plainJourneys = [
  "station-view",
  "rest",
  "roles",
  "dragging",
  "moving",
  "conflicts",
  "foreign",
  "outside",
  "midnight",
  "new-york",
  "failing",
  "unknown",
  "together",
  "twice",
  "keyboard",
  "touch",
  "clicks",
  "narrow",
  "admin",
  "looks",
  "signing-in",
  "trimmed",
  "drift-gone",
  "drift-moved",
  "drift-alone",
  "drift-twin",
  "drift-far",
  "drift-taken",
  "drift-hanging",
  "drift-unknown",
  "drift-stale",
  "drift-looks",
  "ways-out",
  "undoing",
  "reruns",
  "after-reruns",
  "gaps",
  "inbox",
  "live",
  "selection",
  "selection-copies",
  "after-copies",
  "clearing",
  "selection-refused",
  "selection-stop",
  "copying-day",
  "copying",
  "after-copying",
  "patterns",
  "selection-touch",
  "covering",
  "station-changed",
  "shields",
  "other-sites",
  "banner",
  "shutdown",
  "first-week",
  "first-week-late",
] as const;
export type PlainJourney = (typeof plainJourneys)[number];

/** The Monday of a journey's week: from the week after next on, leaving out the weeks of a clock change in Paris or New York. */
export function mondayFor(journey: PlainJourney): string {
  const first = dayAfter(mondayOf(parisClock(Date.now()).slice(0, 10)), 14);
  const plain = Array.from({ length: 70 }, (_, index) => dayAfter(first, index * 7)).filter(
    (monday) => !hasClockChange(monday),
  );
  return plain[plainJourneys.indexOf(journey)]!;
}

/** The Monday of the next week, which no journey has to itself: for what is told of the days ahead only. */
export function nextMonday(): string {
  return dayAfter(mondayOf(parisClock(Date.now()).slice(0, 10)), 7);
}

function hasClockChange(monday: string): boolean {
  return ["Europe/Paris", "America/New_York"].some(
    (zone) => offset(zone, monday) !== offset(zone, dayAfter(monday, 7)),
  );
}

/** The next Sunday, at least a month ahead, on which the clock of that zone goes forward or back; or the one of a later year. */
export function clockChange(zone: string, way: "forward" | "back", yearsLater = 0): string {
  const first = dayAfter(mondayOf(parisClock(Date.now()).slice(0, 10)), 34 + yearsLater * 364);
  for (let sunday = first, tries = 0; tries < 120; tries += 1, sunday = dayAfter(sunday, 7)) {
    const gained = offset(zone, dayAfter(sunday, 1)) - offset(zone, sunday);
    if (way === "forward" ? gained > 0 : gained < 0) return sunday;
  }
  throw new Error(`The clock of ${zone} never goes ${way}.`);
}

/** How far ahead of UTC that zone is when that day begins in London, which is before any change of that day. In hours. */
function offset(zone: string, day: string): number {
  const at = new Date(`${day}T00:30:00Z`);
  const there = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
  return (Date.parse(`${there.replace(" ", "T")}:00Z`) - +at) / 3_600_000;
}
