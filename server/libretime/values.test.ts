import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seconds } from "@/domain/time";
import { formatDuration, formatMicroseconds, readDuration, readMicroseconds } from "./values";

describe("a duration", () => {
  test.each([
    ["00:03:04.900000", 184.9],
    ["00:00:00.350000", 0.35],
    ["1 01:00:00", 90_000],
    ["-1 23:59:50", -10],
    ["00:00:00", 0],
    ["-1 00:00:00.000001", -86_399.999999],
  ])("%s is %d s, and is written so again", (text, length) => {
    expect(readDuration(text)).toBe(length);
    expect(formatDuration(seconds(length))).toBe(text);
  });

  test("anything else is none", () => {
    for (const text of ["", "soon", "3:04", "00:03:04.9000001", "P0DT00H03M04S", "184.9"])
      expect(readDuration(text)).toBeNull();
  });

  test("of microseconds is read as it was written", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000e6, max: 200_000e6 }), (micros) => {
        const length = seconds(micros / 1e6);
        expect(readDuration(formatDuration(length))).toBe(length);
      }),
    );
  });

  test("is sent with six decimals or none, and never with an exponent", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 86_399.9, noNaN: true }), (length) => {
        expect(formatDuration(seconds(length))).toMatch(/^\d\d:\d\d:\d\d(\.\d{6})?$/);
      }),
    );
  });
});

test("a datetime is read to the microsecond, with and without a fraction", () => {
  expect(readMicroseconds("2026-12-07T09:01:04.550000Z")).toBe(Date.UTC(2026, 11, 7, 9, 1, 4) * 1000 + 550_000);
  expect(readMicroseconds("2026-12-07T09:01:04Z")).toBe(readMicroseconds("2026-12-07T10:01:04+01:00"));
  for (const text of ["2026-12-07", "2026-12-07T09:01:04", "2026-12-07T25:01:04Z"])
    expect(readMicroseconds(text)).toBeNull();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800_000_000 }), (micros) => {
      expect(readMicroseconds(formatMicroseconds(micros))).toBe(micros);
    }),
  );
});
