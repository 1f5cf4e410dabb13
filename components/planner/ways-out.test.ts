import { describe, expect, test } from "vitest";
import type { Slot } from "@/domain/slots";
import { parseInstant, type Instant } from "@/domain/time";
import { weekInterval, zoneOf, type CalendarDay, type Zone } from "@/domain/zone";
import type { Cargo } from "./cargo";
import { daySummary } from "./day-summary";
import { placed, type PlacedSlot } from "./placed-slot";
import { verdictOn } from "./verdict";
import { waysOut } from "./ways-out";

const zone = zoneOf("Europe/Paris") as Zone;
const at = (text: string): Instant => { const read = parseInstant(`2026-11-26T${text}:00+01:00`); if (!read.ok) throw new Error(text); return read.value; };
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const aSlot = (showName: string, from: string, to: string, rest: Partial<Slot> = {}): PlacedSlot => placed({
  id: showName, kind: "planned", state: "on-libretime", startsAt: new Date(at(from)).toISOString(), endsAt: new Date(at(to)).toISOString(), title: "x", showName,
  colour: null, playoutIds: [], trackIds: [], locked: false, live: false, warnings: [], version: 1, ...rest,
});
const rooms: Cargo = { episodeId: "9", showId: "s", title: "The weight of rooms", showName: "Deep Rooms", colour: null, trackSeconds: 88 * 60 + 3, notReady: null };
const around = (...slots: PlacedSlot[]) => ({ zone, slots, now: at("09:00"), within: weekInterval(zone, "2026-11-23" as CalendarDay) });

describe("what the ghost says", () => {
  test("names who is there, from when to when", () => {
    const verdict = verdictOn(rooms, span("16:00", "17:30"), around(aSlot("Kiln", "16:30", "17:30")));
    expect(verdict).toMatchObject({ fits: false, why: "taken", words: "Kiln is there from 16:30 to 17:30" });
  });
  test("back to back is free", () => {
    expect(verdictOn(rooms, span("17:30", "19:00"), around(aSlot("Kiln", "16:30", "17:30")))).toMatchObject({ fits: true });
  });
  test("a slot shorter than its track says what is cut, a longer one its dead air", () => {
    expect(verdictOn(rooms, span("16:00", "17:00"), around())).toMatchObject({ fits: true, words: "cut 28:03" });
    expect(verdictOn(rooms, span("16:00", "18:00"), around())).toMatchObject({ fits: true, words: "dead air 31:57" });
  });
  test("the past is refused", () => {
    expect(verdictOn(rooms, span("08:55", "10:25"), around())).toMatchObject({ fits: false, why: "past" });
  });
  test("a moved slot is not in its own way", () => {
    const itself = aSlot("Deep Rooms", "16:00", "17:30");
    expect(verdictOn({ ...rooms, from: { slotId: itself.id, startsAt: itself.startsAt, endsAt: itself.endsAt } }, span("16:05", "17:35"), around(itself))).toMatchObject({ fits: true });
  });
});

describe("ways out", () => {
  test("the nearest free time after comes before the other's place", () => {
    const ways = waysOut(rooms, span("16:00", "17:30"), around(aSlot("Kiln", "16:30", "17:30"), aSlot("Blue Hour", "14:00", "16:00")));
    expect(ways[0]).toMatchObject({ kind: "nearest", headline: "Put it at 17:30", to: span("17:30", "19:00") });
    expect(ways.map((way) => way.kind)).toContain("replace");
  });
  test("nobody takes the place of what is not ours", () => {
    const ways = waysOut(rooms, span("16:00", "17:30"), around(aSlot("Kiln", "16:30", "17:00"), aSlot("News", "17:00", "17:30", { kind: "foreign", locked: true })));
    expect(ways.some((way) => way.kind === "replace")).toBe(false);
  });
  test("a shorter slot that still holds the whole track is offered first", () => {
    const ways = waysOut({ ...rooms, trackSeconds: 1700 }, span("16:00", "17:30"), around(aSlot("Kiln", "16:30", "17:30")));
    expect(ways[0]).toMatchObject({ kind: "trim", to: span("16:00", "16:30"), detail: "the track still fits; nothing is cut" });
  });
  test("a slot that is carried over from another week has its ways out too", () => {
    const from = { slotId: "rooms", startsAt: at("09:30"), endsAt: at("11:00") };
    const ways = waysOut({ ...rooms, from }, span("16:00", "17:30"), around(aSlot("Kiln", "16:30", "17:30")));
    expect(ways.map((way) => way.headline)).toEqual(["Move it to 15:00", "Move it to 17:30", "Take its place", "Make it 0:30, 16:00 – 16:30"]);
  });
  test("nothing is offered that would move somebody else: no act can do that yet", () => {
    const ways = waysOut({ ...rooms, trackSeconds: 1800 }, span("16:00", "16:30"), around(aSlot("Kiln", "16:00", "16:30"), aSlot("Blue Hour", "10:00", "16:00"), aSlot("Night", "16:30", "23:30")));
    expect(ways.map((way) => way.kind)).toEqual(["nearest", "nearest", "replace", "another-day"]);
  });
  test("no way out lies in the past or on somebody else", () => {
    const slots = [aSlot("A", "10:00", "16:00"), aSlot("Kiln", "16:30", "23:30")];
    for (const way of waysOut(rooms, span("16:00", "17:30"), around(...slots))) {
      expect(way.to.startsAt).toBeGreaterThanOrEqual(at("09:00"));
      for (const slot of slots.filter(({ id }) => !way.replaces.includes(id))) expect(slot.startsAt < way.to.endsAt && way.to.startsAt < slot.endsAt, way.headline).toBe(false);
    }
  });
});

describe("a day's head", () => {
  const day = "2026-11-26" as CalendarDay;
  test("counts what is free between the first and the last slot", () => {
    expect(daySummary(zone, day, [aSlot("A", "10:00", "11:00"), aSlot("B", "11:30", "12:00")], at("09:00"))).toMatchObject({ words: "1 gap, 0:30" });
  });
  test("full, empty, and two that overlap", () => {
    expect(daySummary(zone, day, [aSlot("A", "07:00", "13:00"), aSlot("B", "13:00", "22:00")], at("06:00")).words).toBe("full");
    expect(daySummary(zone, day, [aSlot("A", "10:00", "11:00"), aSlot("B", "11:00", "12:00")], at("09:00")).words).toBe("2 slots, 2:00");
    expect(daySummary(zone, day, [], at("09:00")).words).toBe("empty");
    expect(daySummary(zone, day, [aSlot("A", "10:00", "11:00"), aSlot("B", "10:30", "12:00")], at("09:00"))).toMatchObject({ words: "1 conflict", tone: "red" });
  });
});

test("a time that the clock skips is offered where the clock goes on, and nothing is trimmed", () => {
  const ways = waysOut(rooms, span("16:00", "17:30"), around());
  expect(ways[0]).toMatchObject({ kind: "nearest", headline: "Put it at 16:00", to: span("16:00", "17:30") });
  expect(ways.some((way) => way.kind === "trim")).toBe(false);
});
