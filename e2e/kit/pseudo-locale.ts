import { readFileSync } from "node:fs";
import type { BrowserContextOptions, Page } from "@playwright/test";
import { createTranslator } from "next-intl";
import { LIVE } from "@/components/planner/library/holds";
import type { Messages } from "@/i18n/messages";
import { pseudo } from "@/i18n/pseudo";
import { expect } from "./expect";
import { journey } from "./journey";
import type { Role } from "./seed";
import { stack } from "./stack";
import { look, readTexts, type Unbracketed } from "./unbracketed";
import { episodes, INTERNAL_NOTE, showTitles, STATION_NAME, STATION_ZONE, stationWorld } from "./world";

export const PSEUDO = { LOCALE: "en-XA" } as const;

const messages = JSON.parse(readFileSync("messages/en.json", "utf8")) as Messages;

/** A text of the catalogue as the pages of these journeys say it. */
export const say = createTranslator({ locale: "en-XA", messages: pseudo(messages) });

type Readers = {
  /** A page of somebody's browser, all of whose texts are read. */
  readonly read: (who: Role | "nobody", options?: BrowserContextOptions) => Promise<Page>;
};

/** A journey through a planner that speaks the pseudo-locale: in the end no text was outside of the catalogue. */
export const pseudoJourney = journey.extend<Readers>({
  settings: [PSEUDO, { scope: "worker" }],

  // What LibreTime's pages have changed is left as it is: it is there to be told of.
  airs: ({}, provide) => provide(),

  read: async ({ browse }, provide) => {
    const read: { readonly page: Page; readonly texts: Unbracketed }[] = [];
    await provide(async (who, options) => {
      const page = await browse(who, options);
      read.push({ page, texts: await readTexts(page) });
      return page;
    });
    for (const { page } of read) await look(page);
    expect([...new Set(read.flatMap(({ texts }) => [...texts]))].filter((text) => !isData(text))).toEqual([]);
  },
});

/** Is it all the station's own: names that it was seeded with, and names of days and months, which Intl knows? */
function isData(text: string): boolean {
  const people = Object.values(stack().seeded.people).flatMap(({ name, email }) => [name, email, initialsOf(name)]);
  const zone = STATION_ZONE.slice(STATION_ZONE.lastIndexOf("/") + 1);
  const names = [
    "Airweek",
    "LibreTime",
    STATION_NAME,
    zone,
    LIVE,
    INTERNAL_NOTE,
    ...showTitles,
    ...Object.keys(episodes),
  ];
  const known = [...names, ...people, ...stringsIn(stationWorld), ...calendarNames()]
    .toSorted((a, b) => b.length - a.length)
    .map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return !/\p{L}/u.test(text.replace(new RegExp(`(?<!\\p{L})(?:${known.join("|")})(?!\\p{L})`, "gu"), ""));
}

function initialsOf(name: string): string {
  return name
    .split(" ")
    .map((each) => each[0])
    .join("");
}

/** Every text in there that has a letter. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return /\p{L}/u.test(value) ? [value] : [];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(stringsIn) : [];
}

function calendarNames(): readonly string[] {
  return (["long", "short"] as const).flatMap((width) => [
    ...Array.from({ length: 7 }, (_, day) => nameOf({ weekday: width }, 1, day + 1)),
    ...Array.from({ length: 12 }, (_, month) => nameOf({ month: width }, month + 1, 1)),
  ]);
}

function nameOf(style: Intl.DateTimeFormatOptions, month: number, day: number): string {
  return new Intl.DateTimeFormat("en", { ...style, timeZone: "UTC" }).format(Date.UTC(2026, month - 1, day));
}
