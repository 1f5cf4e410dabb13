import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useMemo } from "react";
import { zoneOf } from "@/domain/zone";
import type { Words } from "./words";

/** The words of this page; the same object as long as it is there. */
export function useWords(): Words {
  const [t, locale, timeZone] = [useTranslations(), useLocale(), useTimeZone()];
  return useMemo(() => ({ t, locale, zone: zoneOf(timeZone ?? "UTC") ?? zoneOf("UTC")! }), [t, locale, timeZone]);
}
