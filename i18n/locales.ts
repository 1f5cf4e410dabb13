/** The languages of the planner. `en-XA` is the pseudo-locale: every text of the catalogue, accented and in brackets. */
export const LOCALES = ["en", "en-XA"] as const;
export type Locale = (typeof LOCALES)[number];
