import { expect, test } from "vitest";
import type { CalendarDay } from "@/domain/zone";
import { nextDays } from "./next-days";
import type { StationWeek } from "@/domain/station-week";

const week = (monday: string, asOf: string | null, stale = false): StationWeek => ({
  stationName: "Radio Colline",
  timeZone: "Europe/Paris",
  now: "2026-11-28T12:00:00Z",
  monday: monday as CalendarDay,
  asOf,
  stale,
  onAir: null,
  next: null,
  days: Array.from({ length: 7 }, (_, index) => ({
    day: new Date(Date.parse(monday) + index * 86_400_000).toISOString().slice(0, 10) as CalendarDay,
    entries: [],
  })),
});

test("on a Saturday the next seven days reach into the next week", () => {
  const { days } = nextDays(
    week("2026-11-23", "2026-11-28T12:00:00Z"),
    week("2026-11-30", "2026-11-28T12:00:00Z"),
    "2026-11-28" as CalendarDay,
  );
  expect(days.map(({ day }) => day)).toEqual([
    "2026-11-28",
    "2026-11-29",
    "2026-11-30",
    "2026-12-01",
    "2026-12-02",
    "2026-12-03",
    "2026-12-04",
  ]);
});

test("both weeks are as fresh as the older reading", () => {
  const view = nextDays(
    week("2026-11-23", "2026-11-28T12:00:00Z"),
    week("2026-11-30", "2026-11-28T11:40:00Z", true),
    "2026-11-28" as CalendarDay,
  );
  expect(view).toMatchObject({ asOf: "2026-11-28T11:40:00Z", stale: true });
});

test("what was never read is not fresh by half", () => {
  expect(
    nextDays(week("2026-11-23", "2026-11-28T12:00:00Z"), week("2026-11-30", null, true), "2026-11-28" as CalendarDay)
      .asOf,
  ).toBeNull();
});
