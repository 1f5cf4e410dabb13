import type { useTranslations } from "next-intl";
import type { Locale } from "@/i18n/locales";
import type { Zone } from "@/domain/zone";

/** Says a text of `messages/en.json` by its key: `t("time.now")`. */
export type Translate = ReturnType<typeof useTranslations<never>>;

/** What a sentence needs to be said: the catalogue, and the clock of the station. */
export type Words = {
  readonly t: Translate;
  readonly locale: Locale;
  readonly zone: Zone;
};
