/**
 * An instant as the database column keeps it: UTC without a zone, always six decimals, e.g.
 * "2026-12-07T06:00:00.000000". Fixed width, so text order is time order.
 */
export type StoredInstant = string;

type InstantReading =
  { readonly ok: true; readonly at: StoredInstant } | { readonly ok: false; readonly why: "format" | "range" };

const shape =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?)?(Z|[+-]\d\d(?::?\d\d(?::?\d\d)?)?)?)?$/;
const earliest = Date.parse("0001-01-01T00:00:00Z");
const latest = Date.parse("9999-12-31T23:59:59.999Z");

/**
 * Reads what a request may say. Naive is UTC (R123), a date alone is midnight (R127), "T10Z" is an hour
 * (R124), decimals beyond six are cut (R125); 24:00, second 60 and 30 February are refused (R129, R134,
 * R135), and so is what leaves the years 1 to 9999 on its way to UTC (R132, R133).
 */
export function readInstant(text: unknown): InstantReading {
  const parts = typeof text === "string" ? shape.exec(text.trim()) : null;
  if (!parts) return { ok: false, why: "format" };
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((n) => Number(parts[n] ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  const isDate = year >= 1 && local.getUTCMonth() === month - 1 && local.getUTCDate() === day && month >= 1;
  if (!isDate || hour > 23 || minute > 59 || second > 59) return { ok: false, why: "format" };
  local.setUTCHours(hour, minute, second);
  const utc = local.getTime() - offsetMs(parts[8]);
  if (utc < earliest || utc > latest) return { ok: false, why: "range" };
  return { ok: true, at: `${isoSeconds(utc)}.${(parts[7] ?? "").slice(0, 6).padEnd(6, "0")}` };
}

function offsetMs(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0;
  const digits = zone.slice(1).replaceAll(":", "").padEnd(6, "0");
  const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2, 4)) * 60 + Number(digits.slice(4, 6));
  return (zone.startsWith("-") ? -seconds : seconds) * 1000;
}

/** "2026-12-07T06:00:00" of milliseconds since 1970; the year always has four digits. */
function isoSeconds(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19);
}

/** What an answer says: the fraction is absent when it is zero, else six digits (R125, R126). */
export function showInstant(at: StoredInstant): string {
  return `${at.endsWith(".000000") ? at.slice(0, 19) : at}Z`;
}

export function instantOf(date: Date): StoredInstant {
  return `${date.toISOString().slice(0, 23)}000`;
}

/** Milliseconds since 1970 of the whole second; what playout works with. */
export function wholeSecondMs(at: StoredInstant): number {
  return Date.parse(`${at.slice(0, 19)}Z`);
}

/** `later - earlier` in microseconds. */
export function microsBetween(earlier: StoredInstant, later: StoredInstant): number {
  const micros = (at: StoredInstant): number => Number(at.slice(20));
  return (wholeSecondMs(later) - wholeSecondMs(earlier)) * 1000 + micros(later) - micros(earlier);
}
