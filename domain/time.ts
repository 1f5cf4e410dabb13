import { err, ok, type Result } from "./result";

/** A point in time: milliseconds since 1970-01-01T00:00:00Z. Compared as a number, never as a string. */
export type Instant = number & { readonly instant: unique symbol };

/** A length of time in seconds, with up to six decimals: what LibreTime keeps of a cue point. */
export type Duration = number & { readonly duration: unique symbol };

/** The instant at that many milliseconds since the epoch. */
export function instant(ms: number): Instant {
  return ms as Instant;
}

/** The length of that many seconds, rounded to the microseconds that LibreTime keeps. */
export function seconds(count: number): Duration {
  return (Math.round(count * 1e6) / 1e6) as Duration;
}

/** The length of that many minutes. */
export function minutes(count: number): Duration {
  return seconds(count * 60);
}

/** The length of that many hours. */
export function hours(count: number): Duration {
  return seconds(count * 3600);
}

/** A full day of the clock: no slot is as long (LibreTime breaks at 24:00:00, R226). */
export const DAY = hours(24);

/** `at` plus `length`; a negative length goes back. */
export function later(at: Instant, length: Duration): Instant {
  return instant(at + Math.round(length * 1000));
}

/** `at` minus `length`. */
export function earlier(at: Instant, length: Duration): Instant {
  return instant(at - Math.round(length * 1000));
}

/** The time from `from` to `to`, negative when `to` comes first. */
export function timeBetween(from: Instant, to: Instant): Duration {
  return seconds((to - from) / 1000);
}

/** The whole second at or before `at`: playout drops the fraction (probe "sub-second starts are truncated"). */
export function floorToSecond(at: Instant): Instant {
  return instant(Math.floor(at / 1000) * 1000);
}

/** The whole second at or after `at`. */
export function ceilToSecond(at: Instant): Instant {
  return instant(Math.ceil(at / 1000) * 1000);
}

/** The whole seconds in a length: 59.9 s is 59 s. */
export function wholeSeconds(length: Duration): Duration {
  return seconds(Math.floor(length));
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})$/;

/** Why a text is not an instant. */
export type NotAnInstant = "not-a-time" | "no-offset" | "not-whole-seconds" | "out-of-range";

/** The years that the station plans in: outside, a typing error is likelier than a wish. */
export const YEARS = { first: 2000, last: 2100 } as const;

/**
 * Reads an ISO 8601 time with an offset. `2026-11-24T20:00:00Z`, `…T20:00:00.000Z`, `…T20:00Z` and
 * `…T21:00:00+01:00` are one instant. Without an offset, with 30 February, 24:00 or second 60: refused.
 */
export function parseInstant(text: string): Result<Instant, NotAnInstant> {
  const match = ISO.exec(text.trim());
  if (!match) return err(/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}[\d:.]*$/.test(text.trim()) ? "no-offset" : "not-a-time");
  const [year, month, day, hour, minute] = match.slice(1, 6).map(Number) as [number, number, number, number, number];
  const second = Number(match[6] ?? 0);
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const there = new Date(wall);
  if (hour > 23 || minute > 59 || second > 59) return err("not-a-time");
  if (there.getUTCMonth() !== month - 1 || there.getUTCDate() !== day) return err("not-a-time");
  const offset = offsetMs(match[8] as string);
  if (offset === null) return err("not-a-time");
  if (year < YEARS.first || year >= YEARS.last) return err("out-of-range");
  if (Number(match[7] ?? 0) !== 0) return err("not-whole-seconds");
  return ok(instant(wall - offset));
}

/** No zone is further from UTC than 14 hours. */
function offsetMs(text: string): number | null {
  if (text === "Z") return 0;
  const [hour, minute] = [Number(text.slice(1, 3)), Number(text.slice(-2))];
  if (minute > 59 || hour * 60 + minute > 14 * 60) return null;
  return (text.startsWith("-") ? -1 : 1) * (hour * 60 + minute) * 60_000;
}

/** The one way we write an instant: `2026-11-24T20:00:00Z`, a fraction only where there is one. */
export function formatInstant(at: Instant): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}
