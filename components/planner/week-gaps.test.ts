import { expect, test } from "vitest";
import { instant, type Instant } from "@/domain/time";
import type { Cargo } from "./cargo";
import type { DaySummary } from "./day-summary";
import { fillable, placeIn, weekGaps } from "./week-gaps";

/** That Tuesday's time in UTC. */
const at = (clock: string): Instant => instant(Date.parse(`2026-11-24T${clock.length === 5 ? `${clock}:00` : clock}Z`));
const stretch = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const day = (...gaps: ReturnType<typeof stretch>[]): DaySummary => ({ words: "", tone: "plain", gaps, isEmpty: false });
const silence = (from: string, to: string, inside?: string) => ({ startsAt: `2026-11-24T${from}Z`, endsAt: `2026-11-24T${to}Z`, ...(inside ? { inside } : {}) });
const spoken = (gaps: ReturnType<typeof weekGaps>) => gaps.map(({ startsAt, endsAt, inside }) => `${[startsAt, endsAt].map((each) => new Date(each).toISOString().slice(11, 16)).join("–")}${inside ? ` in ${inside}` : ""}`);
const cargo = (trackSeconds: number): Cargo => ({ episodeId: "e", showId: "s", title: "", showName: "", colour: null, trackSeconds, notReady: null });

test("the week's gaps are those that the grid draws, and dead air inside slots, in order", () => {
  const days = [day(stretch("16:30", "17:00")), day(stretch("20:00", "21:00"))];
  const silences = [silence("00:00:00", "06:00:00"), silence("18:44:00", "19:00:00", "slot-1")];
  expect(spoken(weekGaps({ days, silences, now: at("12:00") }))).toEqual(["16:30–17:00", "18:44–19:00 in slot-1", "20:00–21:00"]);
});

test("the seconds that a track leaves of its five minutes are no gap", () => {
  expect(weekGaps({ days: [], silences: [silence("18:58:47", "19:00:00", "slot-1")], now: at("12:00") })).toEqual([]);
});

test("dead air that a slot has just given up is told once, as free", () => {
  expect(spoken(weekGaps({ days: [day(stretch("18:45", "19:00"))], silences: [silence("18:44:00", "19:00:00", "slot-1")], now: at("12:00") }))).toEqual(["18:45–19:00"]);
});

test("what is over is no gap any more, and of what has begun the rest from the next five minutes on", () => {
  expect(weekGaps({ days: [day(stretch("10:00", "11:00"))], silences: [], now: at("11:00") })).toEqual([]);
  expect(fillable(stretch("10:00", "11:00"), at("10:12:30"))).toEqual(stretch("10:15", "11:00"));
  expect(fillable(stretch("10:00", "11:00"), at("10:15"))).toEqual(stretch("10:20", "11:00"));
  expect(fillable(stretch("10:00", "11:00"), at("10:58"))).toBeNull();
  expect(fillable(stretch("10:00", "11:00"), at("09:00"))).toEqual(stretch("10:00", "11:00"));
});

test("an episode goes to the gap's start, for its track rounded up to five minutes, and never beyond the gap", () => {
  expect(placeIn(stretch("20:00", "21:00"), cargo(58 * 60 + 47))).toEqual(stretch("20:00", "21:00"));
  expect(placeIn(stretch("20:00", "21:00"), cargo(30 * 60))).toEqual(stretch("20:00", "20:30"));
  expect(placeIn(stretch("20:00", "20:58"), cargo(57 * 60))).toEqual(stretch("20:00", "20:58"));
});
