import { expect, test } from "vitest";
import type { CalendarDay } from "@/domain/zone";
import { isInReach, wishedMonday } from "./reach";

const today = "2026-11-24" as CalendarDay;

test("any day of a week asks for its Monday", () => {
  expect(wishedMonday("2026-12-06", today)).toBe("2026-11-30");
});

test.each([undefined, "", "next", "2026-13-40", ["2026-12-06"], "1999-01-04", "2099-01-05"])(
  "%j is no week to go to",
  (wish) => {
    expect(wishedMonday(wish as string, today)).toBeNull();
  },
);

test("four weeks back and eight ahead are in reach, no further", () => {
  expect(["2026-10-26", "2027-01-18"].map((day) => isInReach(day as CalendarDay, today))).toEqual([true, true]);
  expect(["2026-10-19", "2027-01-25"].map((day) => isInReach(day as CalendarDay, today))).toEqual([false, false]);
});
