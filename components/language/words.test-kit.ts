import { createTranslator } from "next-intl";
import { zoneOf } from "@/domain/zone";
import en from "@/messages/en.json";
import type { Words } from "./words";

/** English words by the clock of that zone. What the catalogue does not have, or is not told, fails the test. */
export function wordsIn(zoneName: string): Words {
  const t = createTranslator({
    locale: "en",
    messages: en,
    onError: (error) => {
      throw error;
    },
  });
  return { t, locale: "en", zone: zoneOf(zoneName)! };
}
