import { STATION_ZONE } from "./world";

const wallClock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: STATION_ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** What a clock on a Paris wall shows: "2026-12-08 19:30:00". Asked of the runtime, not of the planner's own rules. */
export function parisClock(at: string | number): string {
  return wallClock.format(new Date(at));
}

/** The instants at which a Paris clock shows that: one, two in the repeated hour, none in the skipped one. */
export function parisInstants(day: string, time: string): string[] {
  const wanted = `${day} ${time.length === 5 ? `${time}:00` : time}`;
  return ["+02:00", "+01:00"]
    .map((offset) => new Date(`${wanted.replace(" ", "T")}${offset}`))
    .filter((at) => parisClock(+at) === wanted)
    .map((at) => at.toISOString().replace(".000Z", "Z"));
}

/** The instant at which a Paris clock shows that, the first of two. `24:00` is the next day's midnight. */
export function parisAt(day: string, time: string): string {
  if (time === "24:00") return parisAt(dayAfter(day, 1), "00:00");
  const [first] = parisInstants(day, time);
  if (!first) throw new Error(`A Paris clock never shows ${day} ${time}.`);
  return first;
}

/** That many days later in the calendar. */
export function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** The Monday of that day's week. */
export function mondayOf(day: string): string {
  return dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}
