import { expect, test } from "vitest";
import type { DriftedSlot, Slot, SlotList } from "@/domain/slots";
import { instant } from "@/domain/time";
import { weekInterval, zoneOf, type CalendarDay, type Zone } from "@/domain/zone";
import { toLookAt } from "./to-look-at";

const zone = zoneOf("Europe/Paris") as Zone;
const window = weekInterval(zone, "2026-11-23" as CalendarDay);
const now = instant(Date.parse("2026-11-24T12:00:00Z"));
const gone = { title: "x", showName: "Kiln", state: "missing", differences: [{ what: "row-gone" }] } as const;
const drifted = (slotId: string, day: string): DriftedSlot => ({ ...gone, slotId, startsAt: `${day}T20:00:00Z`, endsAt: `${day}T21:00:00Z` });
const slot = (id: string, day: string, over: Partial<Slot> = {}): Slot => ({
  ...gone, id, kind: "planned", startsAt: `${day}T20:00:00Z`, endsAt: `${day}T21:00:00Z`, colour: null, playoutIds: [], trackIds: [], locked: false, live: false, warnings: [], version: 1, ...over,
});
const list = (...slots: Slot[]): SlotList => ({ slots, gaps: [], asOf: "2026-11-24T12:00:00Z", timeZone: "Europe/Paris" });
const ids = (compared: readonly DriftedSlot[], shown: SlotList | null) => toLookAt(compared, { list: shown, window, now }).map(({ slotId }) => slotId);

test("what differs is listed from every week, the soonest first", () => {
  expect(ids([drifted("later", "2026-12-15")], list(slot("here", "2026-11-25")))).toEqual(["here", "later"]);
});

test("the week that is shown counts as it is shown: mended there is mended above", () => {
  expect(ids([drifted("here", "2026-11-25")], list(slot("here", "2026-11-25", { state: "on-libretime" })))).toEqual([]);
});

test("what is over is not to be looked at, nor is what somebody else made", () => {
  expect(ids([drifted("over", "2026-11-23")], list(slot("over", "2026-11-23"), slot("theirs", "2026-11-25", { kind: "foreign", state: "on-libretime" })))).toEqual([]);
});

test("while the week is not there, or stale, what was compared last is listed", () => {
  expect(ids([drifted("here", "2026-11-25")], null)).toEqual(["here"]);
  expect(ids([drifted("here", "2026-11-25")], { ...list(slot("here", "2026-11-25", { state: "unknown" })), stale: true })).toEqual(["here"]);
});
