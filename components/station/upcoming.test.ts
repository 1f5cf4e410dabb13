import { expect, test } from "vitest";
import type { CalendarDay } from "@/domain/zone";
import type { StationEntry } from "@/domain/station-week";
import { upcomingIn } from "./upcoming";

const entry = (showName: string, startsAt: string): StationEntry => ({
  showName,
  title: null,
  startsAt,
  endsAt: startsAt,
  colour: null,
  live: false,
});
const kiln = entry("Kiln", "2026-11-24T18:00:00Z");
const overMidnight = entry("Blue Hour", "2026-11-24T22:00:00Z");
const morning = entry("Bulletin", "2026-11-25T07:00:00Z");
const now = "2026-11-24T16:00:00Z";
const days = [
  { day: "2026-11-24" as CalendarDay, entries: [entry("Deep Rooms", "2026-11-24T15:00:00Z"), kiln, overMidnight] },
  { day: "2026-11-25" as CalendarDay, entries: [overMidnight, morning] },
];

test("what comes next is in order, and what goes over midnight is there once", () => {
  expect(upcomingIn({ now, next: kiln, days })).toEqual([kiln, overMidnight, morning]);
});

test("while another week is looked at, the next one is still said", () => {
  expect(
    upcomingIn({
      now,
      next: kiln,
      days: [{ day: "2026-12-01" as CalendarDay, entries: [entry("Kiln", "2026-12-01T10:00:00Z")] }],
    }),
  ).toEqual([kiln]);
});

test("nothing to come is nothing to come", () => {
  expect(upcomingIn({ now, next: null, days: [] })).toEqual([]);
});
