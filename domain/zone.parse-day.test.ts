import { expect, test } from "vitest";
import { parseDay } from "./zone";

test.each([
  "2026-02-31",
  "2025-02-29",
  "2026-13-01",
  "2026-00-10",
  "1999-12-31",
  "2100-01-01",
  "0000-01-01",
  "26-11-24",
  "2026-11-24T00:00",
  "",
])("%s is no day to plan on", (text) => {
  expect(parseDay(text)).toBeNull();
});

test.each(["2026-11-24", "2024-02-29", "2000-01-01", "2099-12-31"])("%s is a day", (text) => {
  expect(parseDay(text)).toBe(text);
});
