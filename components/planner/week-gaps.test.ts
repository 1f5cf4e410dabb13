import { expect, test } from "vitest";
import { instant, type Instant } from "@/domain/time";
import type { Cargo } from "./cargo";
import { fillable, placeIn, weekGaps } from "./week-gaps";

/** That Tuesday's time in UTC. */
const at = (clock: string): Instant => instant(Date.parse(`2026-11-24T${clock.length === 5 ? `${clock}:00` : clock}Z`));
const stretch = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const cargo = (trackSeconds: number): Cargo => ({
  episodeId: "e",
  showId: "s",
  title: "",
  showName: "",
  colour: null,
  trackSeconds,
  notReady: null,
});

test("what is over is no gap any more, and of what has begun the rest from the next five minutes on", () => {
  expect(weekGaps([{ gaps: [stretch("10:00", "11:00")] }], at("11:00"))).toEqual([]);
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
