import type { Words } from "@/components/language/words";

/** A length as a card says it: `58:47`, `1:28:03`, `0:42`. */
export function lengthText(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const tail = `${minutes}:${String(rest).padStart(2, "0")}`;
  return hours > 0 ? `${hours}:${tail.padStart(5, "0")}` : tail;
}

/** The same for ears: "1 hour 28 minutes", "44 minutes", "42 seconds". */
export function spokenLength({ t }: Words, seconds: number): string {
  if (seconds < 60) return t("library.length.seconds", { count: Math.floor(seconds) });
  const all = Math.round(seconds / 60);
  const [hours, minutes] = [Math.floor(all / 60), all % 60];
  if (hours === 0) return t("library.length.minutes", { count: minutes });
  return minutes === 0
    ? t("library.length.hours", { count: hours })
    : t("library.length.hoursAndMinutes", { hours, minutes });
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
export function rangeText({ t }: Words, { fromMinutes: from, toMinutes: to }: LengthRange): string {
  if (from === null) return to === null ? t("library.length.any") : t("library.length.upTo", { to });
  return to === null ? t("library.length.over", { from }) : t("library.length.between", { from, to });
}
