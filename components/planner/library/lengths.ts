/** A length as a card says it: `58:47`, `1:28:03`, `0:42`. */
export function lengthText(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const tail = `${minutes}:${String(rest).padStart(2, "0")}`;
  return hours > 0 ? `${hours}:${tail.padStart(5, "0")}` : tail;
}

/** The same for ears: "1 hour 28 minutes", "44 minutes", "42 seconds". */
export function spokenLength(seconds: number): string {
  if (seconds < 60) return counted(Math.floor(seconds), "second");
  const minutes = Math.round(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && counted(hours, "hour"), rest > 0 && counted(rest, "minute")].filter(Boolean).join(" ");
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** A range of lengths in whole minutes, either end open. */
export type LengthRange = { readonly fromMinutes: number | null; readonly toMinutes: number | null };

export const anyLength: LengthRange = { fromMinutes: null, toMinutes: null };

/** What a programmer fills: a short one, half an hour, the hour, more than the hour. */
export const usualLengths: readonly LengthRange[] = [
  { fromMinutes: null, toMinutes: 25 },
  { fromMinutes: 25, toMinutes: 35 },
  { fromMinutes: 45, toMinutes: 65 },
  { fromMinutes: 65, toMinutes: 95 },
  { fromMinutes: 95, toMinutes: null },
];

/** The range in words: "45 – 65 min", "up to 25 min", "over 95 min", "Any length". */
export function rangeText({ fromMinutes, toMinutes }: LengthRange): string {
  if (fromMinutes === null && toMinutes === null) return "Any length";
  if (fromMinutes === null) return `up to ${toMinutes} min`;
  if (toMinutes === null) return `over ${fromMinutes} min`;
  return `${fromMinutes} – ${toMinutes} min`;
}
