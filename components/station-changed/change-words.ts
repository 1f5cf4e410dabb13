import type { Words } from "@/components/language/words";
import type { StationChange } from "@/domain/fingerprint/judge";

/** How this LibreTime differs from the one that our records belong to. */
export function changeSentence({ t }: Words, station: StationChange["station"]): string {
  return t(station === "another" ? "stationChanged.change.another" : "stationChanged.change.earlier");
}

/** What of our rows is not as it was, in one sentence. */
export function seenSentence({ t, locale }: Words, { another, gone, back }: StationChange["counts"]): string {
  const parts = [
    another > 0 && t("stationChanged.seen.another", { count: another }),
    gone > 0 && t("stationChanged.seen.gone", { count: gone }),
    back > 0 && t("stationChanged.seen.back", { count: back }),
  ].filter((part) => part !== false);
  const list = new Intl.ListFormat(locale, { type: "unit", style: "short" });
  return t("stationChanged.seen.differences", { parts: list.format(parts) });
}
