const timeShape = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,12}))?)?$/;
const dateShape = /^(\d{4})-(\d\d)-(\d\d)$/;

/** A time of day, "HH:MM[:SS[.ffffff]]" in, seconds always out (R092, R229); `null` is "wrong format". */
export function readTime(input: unknown): string | null {
  const parts = typeof input === "string" ? timeShape.exec(input) : null;
  if (!parts) return null;
  const [hour, minute, second] = [parts[1], parts[2], parts[3] ?? "00"];
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const micros = (parts[4] ?? "").slice(0, 6).padEnd(6, "0");
  return `${hour}:${minute}:${second}${micros === "000000" ? "" : `.${micros}`}`;
}

/** A date, YYYY-MM-DD and nothing else (R097); `null` is "wrong format". */
export function readDate(input: unknown): string | null {
  const parts = typeof input === "string" ? dateShape.exec(input) : null;
  if (!parts) return null;
  const date = new Date(`${parts[0]}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== parts[0] ? null : parts[0];
}
