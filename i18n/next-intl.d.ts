import type { Locale } from "./locales";
import type { Messages } from "./messages";

declare module "next-intl" {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- an interface is what can be added to.
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
