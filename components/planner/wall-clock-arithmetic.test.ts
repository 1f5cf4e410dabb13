import { expect, test } from "vitest";
import { wallClockArithmetic as at } from "./wall-clock-arithmetic";

const date = (text: string) => new Date(`${text}Z`);

test("the day of 23 hours has 24 rows, and 10:00 is ten hours down", () => {
  const [from, to] = [date("2026-03-29T00:00:00"), date("2026-03-29T23:59:00")];
  expect(at.getTotalMin(from, to)).toBe(1439);
  expect(at.getDstOffset()).toBe(0);
  expect(at.getSlotDate(from, 0, 600)).toEqual(date("2026-03-29T10:00:00"));
});

test("a week begins on Monday and has seven days", () => {
  const [from, to] = [
    at.startOf(date("2026-11-29T15:00:00"), "week", 1),
    at.endOf(date("2026-11-29T15:00:00"), "week", 1),
  ];
  expect(at.range(from, to).map((each) => each.toISOString().slice(0, 10))).toEqual([
    "2026-11-23",
    "2026-11-24",
    "2026-11-25",
    "2026-11-26",
    "2026-11-27",
    "2026-11-28",
    "2026-11-29",
  ]);
});

test("a piece that ends at midnight is in its own day only", () => {
  const [start, end] = [date("2026-11-24T23:00:00"), date("2026-11-24T23:59:59.999")];
  expect(at.inRange(date("2026-11-24T00:00:00"), start, end, "day")).toBe(true);
  expect(at.inRange(date("2026-11-25T00:00:00"), start, end, "day")).toBe(false);
  expect(at.isSameDate(start, end)).toBe(true);
});
