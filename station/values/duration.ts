/** A length of time in microseconds; may be negative (R226) or longer than a day (R227). */
type Micros = number;

const second = 1_000_000;
const clockForm = /^(?:(-?\d+) (?:days?,? ?)?)?(-?)(?:(?:(\d+):)?(\d+):)?(\d+)(?:[.,](\d{1,6})\d{0,6})?$/;
const isoForm =
  /^([-+]?)P(?:(\d+(?:[.,]\d+)?)D)?(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;

/**
 * Reads "[D ]HH:MM:SS[.f]", plain seconds as text or number, or ISO "PT1H30M" (R138–R141). Numbers become
 * text first, in Python's spelling: more than twelve decimals or an exponent do not parse (R223–R225).
 * `null` means "wrong format".
 */
export function readDuration(input: unknown): Micros | null {
  const text = typeof input === "number" ? pythonNumber(input) : input;
  if (typeof text !== "string") return null;
  const clock = clockForm.exec(text);
  if (clock) {
    const [, days, minus, hours, minutes, seconds, fraction] = clock;
    const size =
      (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds)) * second +
      Number((fraction ?? "").padEnd(6, "0"));
    return Number(days ?? 0) * 86_400 * second + (minus === "-" ? -size : size);
  }
  const iso = isoForm.exec(text);
  if (!iso || text.endsWith("P") || text.endsWith("T")) return null;
  const [days, hours, minutes, seconds] = iso.slice(2).map((part) => Number((part ?? "0").replace(",", "."))) as [
    number,
    number,
    number,
    number,
  ];
  const size = Math.round((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * second);
  return iso[1] === "-" ? -size : size;
}

/** How Python writes a number: an exponent from 1e16 and below 1e-4, which is where parsing ends. */
export function pythonNumber(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e16)) return String(value);
  return value.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
}

/** "HH:MM:SS[.ffffff]"; from 24 h on "1 01:00:00" (R140), below zero "-1 23:59:50" (R226). */
export function showDuration(length: Micros): string {
  const days = Math.floor(length / (86_400 * second));
  const rest = length - days * 86_400 * second;
  const [whole, micros] = [Math.floor(rest / second), rest % second];
  const clock = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
    .map((n) => String(n).padStart(2, "0"))
    .join(":");
  return `${days === 0 ? "" : `${days} `}${clock}${micros === 0 ? "" : `.${String(micros).padStart(6, "0")}`}`;
}
