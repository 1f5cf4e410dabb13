import en from "@/messages/en.json";
import type { Locale } from "./locales";
import { pseudo } from "./pseudo";

/** The catalogue, as it is in English. */
export type Messages = typeof en;

/** The catalogue in that language. */
export function messagesIn(locale: Locale): Messages {
  return locale === "en" ? en : pseudo(en);
}
