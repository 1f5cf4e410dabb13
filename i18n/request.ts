import { getRequestConfig } from "next-intl/server";
import { env } from "@/server/env";
import { messagesIn } from "./messages";

/** What a page says, by whose clock: the same for everybody. */
export default getRequestConfig(async () => {
  const { LOCALE: locale, STATION_TIMEZONE: timeZone } = env();
  return { locale, timeZone, messages: messagesIn(locale) };
});
