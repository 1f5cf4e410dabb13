import { expect, test } from "vitest";
import type { Slot, SlotList } from "@/domain/slots";
import { instant } from "@/domain/time";
import { troublesOf, type KnownTrouble } from "@/domain/troubles";
import { weekInterval, zoneOf, type CalendarDay, type Zone } from "@/domain/zone";
import { shownTroubles } from "./shown-troubles";

const zone = zoneOf("Europe/Paris") as Zone;
const window = weekInterval(zone, "2026-11-23" as CalendarDay);
const now = instant(Date.parse("2026-11-24T12:00:00Z"));
const slot = (id: string, day: string, over: Partial<Slot> = {}): Slot => ({
  id,
  kind: "planned",
  state: "missing",
  differences: [{ what: "row-gone" }],
  startsAt: `${day}T20:00:00Z`,
  endsAt: `${day}T21:00:00Z`,
  title: "x",
  showName: "Kiln",
  colour: null,
  playoutIds: [],
  trackIds: [],
  locked: false,
  live: false,
  warnings: [],
  version: 1,
  ...over,
});
const compared = (id: string, day: string, since: string): KnownTrouble => {
  const [trouble] = troublesOf({ slots: [slot(id, day)] }, { zone, within: window, now: instant(0) });
  return { ...trouble!, since: `2026-11-24T${since}:00Z` };
};
const list = (...slots: Slot[]): SlotList => ({
  slots,
  gaps: [],
  asOf: "2026-11-24T12:00:00Z",
  timeZone: "Europe/Paris",
});
const shown = (known: readonly KnownTrouble[], here: SlotList | null) =>
  shownTroubles(known, { zone, list: here, window, now }).map(
    ({ blockId, since }) => `${blockId} ${since?.slice(11, 16) ?? "new"}`,
  );

test("every week's troubles are listed, with when they were first seen; what the server has not seen yet is the newest", () => {
  const known = [compared("later", "2026-12-15", "11:00"), compared("here", "2026-11-25", "11:30")];
  expect(shown(known, list(slot("here", "2026-11-25"), slot("fresh", "2026-11-26")))).toEqual([
    "fresh new",
    "here 11:30",
    "later 11:00",
  ]);
});

test("the week that is shown counts as it is shown: mended there is mended above", () => {
  expect(
    shown(
      [compared("here", "2026-11-25", "11:00")],
      list(slot("here", "2026-11-25", { state: "on-libretime", differences: [] })),
    ),
  ).toEqual([]);
});

test("what is over is not listed", () => {
  expect(shown([compared("over", "2026-11-23", "11:00")], list(slot("over", "2026-11-23")))).toEqual([]);
});

test("while the week is not there, or stale, what was compared last is listed", () => {
  const known = [compared("here", "2026-11-25", "11:00")];
  expect(shown(known, null)).toEqual(["here 11:00"]);
  expect(shown(known, { ...list(slot("here", "2026-11-25", { state: "unknown" })), stale: true })).toEqual([
    "here 11:00",
  ]);
});
