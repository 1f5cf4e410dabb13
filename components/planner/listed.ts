import type { Words } from "@/components/language/words";

const formats = new Map<string, Intl.ListFormat>();

/** Several things one after the other, without an "and": "Kiln, live, on air now". */
export function listed({ locale }: Words, parts: readonly string[]): string {
  const format = formats.get(locale) ?? new Intl.ListFormat(locale, { type: "unit" });
  formats.set(locale, format);
  return format.format(parts);
}

/** The same of things that have commas in them: "Kiln, “Cones”; Jazz Hour". */
export function listedApart({ t }: Words, parts: readonly string[]): string {
  return parts.slice(1).reduce((list, next) => t("common.listedApart", { list, next }), parts[0] ?? "");
}
