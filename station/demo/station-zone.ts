/** Midnight of a local date as year, month (1–12), day. */
export type LocalDate = { readonly year: number; readonly month: number; readonly day: number };

function fieldsAt(ms: number, timeZone: string): Readonly<Record<string, number>> {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
}

/** The zone's offset from UTC at an instant, in milliseconds. */
function offsetAt(ms: number, timeZone: string): number {
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fieldsAt(ms, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}

/** The Monday of the week in which an instant falls, there. */
export function mondayOf(now: Date, timeZone: string): LocalDate {
  const { year = 0, month = 1, day = 1 } = fieldsAt(now.getTime(), timeZone);
  const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
  return addDays({ year, month, day }, -weekday);
}

export function addDays({ year, month, day }: LocalDate, days: number): LocalDate {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The instant at which clocks there show this time; one that is skipped is moved on, one that comes twice is the first. */
export function instantAt({ year, month, day }: LocalDate, minuteOfDay: number, timeZone: string): Date {
  const wall = Date.UTC(year, month - 1, day, 0, minuteOfDay);
  const guess = wall - offsetAt(wall - 86_400_000, timeZone);
  return new Date(offsetAt(guess, timeZone) === wall - guess ? guess : wall - offsetAt(guess, timeZone));
}
