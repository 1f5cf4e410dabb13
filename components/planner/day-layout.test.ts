import { expect, test } from "vitest";
import { sharesOf } from "./day-layout";

const piece = (from: number, to: number, pass: "first" | "second" | null = null) => ({ from, to, pass });
const whole = { left: 0, width: 100 };

test("back to back, each has the whole column", () => {
  expect(sharesOf([piece(0, 3600), piece(3600, 7200), piece(7200, 7500)])).toEqual([whole, whole, whole]);
});

test("a second of overlap puts them side by side, whoever comes first in the list", () => {
  expect(sharesOf([piece(3599, 7200), piece(0, 3600)])).toEqual([
    { left: 50, width: 50 },
    { left: 0, width: 50 },
  ]);
});

test("a third that only meets the first takes its half again, and none is hidden", () => {
  const shares = sharesOf([piece(0, 3600), piece(1800, 7200), piece(3600, 5400)]);
  expect(shares).toEqual([
    { left: 0, width: 50 },
    { left: 50, width: 50 },
    { left: 0, width: 50 },
  ]);
});

test("in the repeated hour the passes have a half each", () => {
  expect(sharesOf([piece(7200, 10_800, "first"), piece(7200, 9000, "second")])).toEqual([
    { left: 0, width: 50 },
    { left: 50, width: 50 },
  ]);
});
