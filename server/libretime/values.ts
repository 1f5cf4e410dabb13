import { z } from "zod";
import { instant, seconds, type Duration, type Instant } from "@/domain/time";

const DATETIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?(Z|[+-]\d{2}:\d{2})$/;

/** Microseconds since 1970 of a datetime as LibreTime writes it: UTC, six digits of fraction or none; null for anything else. */
export function readMicroseconds(text: string): number | null {
  const match = DATETIME.exec(text);
  const wholeMs = match ? Date.parse(`${match[1]}.000${match[3]}`) : Number.NaN;
  return match && !Number.isNaN(wholeMs) ? wholeMs * 1000 + Number((match[2] ?? "").padEnd(6, "0")) : null;
}

/** The datetime of that many microseconds since 1970: UTC, always six digits of fraction. */
export function formatMicroseconds(micros: number): string {
  const second = Math.floor(micros / 1e6);
  const whole = new Date(second * 1000).toISOString().replace(/\.\d+Z$/, "");
  return `${whole}.${String(micros - second * 1e6).padStart(6, "0")}Z`;
}

const DURATION = /^(?:(-?\d+) )?(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6}))?$/;

/**
 * Reads a duration as LibreTime writes it: `00:03:04.900000`; from 24 hours on `1 01:00:00` (R140, R227);
 * a negative one counts forward from whole negative days, so that `-1 23:59:50` is -10 s (R226). Null for
 * anything else.
 */
export function readDuration(text: string): Duration | null {
  const match = DURATION.exec(text);
  if (!match) return null;
  const [days, hour, minute, second] = [match[1] ?? 0, match[2], match[3], match[4]].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  return seconds(days * 86_400 + hour * 3600 + minute * 60 + second + Number((match[5] ?? "").padEnd(6, "0")) / 1e6);
}

/** Writes a duration as LibreTime does: six decimals or none, never an exponent or more decimals (R222–R225). */
export function formatDuration(length: Duration): string {
  const micros = Math.round(length * 1e6);
  const days = Math.floor(micros / 86_400e6);
  const rest = micros - days * 86_400e6;
  const two = (count: number): string => String(Math.floor(count)).padStart(2, "0");
  const clock = `${two(rest / 3600e6)}:${two((rest / 60e6) % 60)}:${two((rest / 1e6) % 60)}`;
  const fraction = rest % 1e6;
  return `${days === 0 ? "" : `${days} `}${clock}${fraction === 0 ? "" : `.${String(fraction).padStart(6, "0")}`}`;
}

/** A datetime in an answer, to the millisecond; what is below is dropped, as playout does. */
export const wireInstant = z.string().transform((text, context): Instant => {
  const micros = readMicroseconds(text);
  if (micros !== null) return instant(Math.floor(micros / 1000));
  context.addIssue("no datetime");
  return z.NEVER;
});

/** A duration in an answer. */
export const wireDuration = z.string().transform((text, context): Duration => {
  const length = readDuration(text);
  if (length !== null) return length;
  context.addIssue("no duration");
  return z.NEVER;
});
