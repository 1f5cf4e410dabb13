import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { err, ok } from "./result";
import {
  DAY,
  earlier,
  floorToSecond,
  formatInstant,
  hours,
  instant,
  later,
  minutes,
  parseInstant,
  seconds,
  timeBetween,
  wholeSeconds,
} from "./time";

const eightInTheEvening = instant(Date.UTC(2026, 10, 24, 20));
const wholeSecond = fc
  .integer({ min: Date.UTC(2000, 0, 2) / 1000, max: Date.UTC(2099, 11, 30) / 1000 })
  .map((each) => instant(each * 1000));

describe("reading an instant", () => {
  test.each([
    "2026-11-24T20:00:00Z",
    "2026-11-24T20:00:00.000Z",
    "2026-11-24T20:00:00.000000Z",
    "2026-11-24T20:00Z",
    "2026-11-24T20:00:00+00:00",
    "2026-11-24T20:00:00-00:00",
    "2026-11-24T21:00:00+01:00",
    "2026-11-24T21:00:00+0100",
    "2026-11-25T01:30:00+05:30",
    "2026-11-24T16:30:00-03:30",
    "2026-11-25T10:00:00+14:00",
    " 2026-11-24T20:00:00Z ",
  ])("%j is eight in the evening of 24 November 2026, UTC", (text) => {
    expect(parseInstant(text)).toEqual(ok(eightInTheEvening));
  });

  // What a real LibreTime makes of a datetime, by recording; ours is stricter: an offset, and whole seconds.
  test.each([
    ["R122", "2026-12-09T07:00:00+01:00", ok(instant(Date.UTC(2026, 11, 9, 6)))],
    ["R122", "2026-12-09T10:00:00.123456+01:00", err("not-whole-seconds")],
    ["R123", "2026-12-10T07:00:00", err("no-offset")],
    ["R123", "2026-12-10 10:00", err("no-offset")],
    ["R124", "2026-12-11T07:00Z", ok(instant(Date.UTC(2026, 11, 11, 7)))],
    ["R124", "2026-12-11T10Z", err("not-a-time")],
    ["R125", "2026-12-11T07:00:00.123456789Z", err("not-whole-seconds")],
    ["R125", "2026-12-11T10:00:00.1Z", err("not-whole-seconds")],
    ["R126", "2026-12-12T07:00:00.500Z", err("not-whole-seconds")],
    ["R126", "2026-12-12T10:00:00.000Z", ok(instant(Date.UTC(2026, 11, 12, 10)))],
    ["R127", "2026-12-12", err("not-a-time")],
    ["R128", "1796626800", err("not-a-time")],
    ["R129", "2026-02-30T00:00:00Z", err("not-a-time")],
    ["R129", "tomorrow", err("not-a-time")],
    ["R130", "", err("not-a-time")],
    ["R131", "0001-01-01T00:00:00Z", err("out-of-range")],
    ["R132", "0001-01-01T00:00:00+05:00", err("out-of-range")],
    ["R133", "9999-12-31T23:59:59.999999Z", err("out-of-range")],
    ["R133", "9999-12-31T23:59:59-05:00", err("out-of-range")],
    ["R134", "2026-12-31T23:59:60Z", err("not-a-time")],
    ["R135", "2026-12-07T24:00:00Z", err("not-a-time")],
  ])("%s: %j", (_recording, text, read) => {
    expect(parseInstant(text)).toEqual(read);
  });

  test.each([
    ["29 February of a common year", "2027-02-29T00:00:00Z"],
    ["month 13", "2026-13-01T00:00:00Z"],
    ["day 0", "2026-11-00T00:00:00Z"],
    ["second 60, which a computer would carry over", "2026-11-24T20:00:60Z"],
    ["minute 60", "2026-11-24T20:60:00Z"],
    ["an offset beyond 14 hours", "2026-11-24T20:00:00+14:30"],
    ["an offset of 90 minutes in minutes", "2026-11-24T20:00:00+00:90"],
    ["a zone by its name", "2026-11-24T20:00:00 Europe/Paris"],
    ["two times", "2026-11-24T20:00:00Z/2026-11-24T21:00:00Z"],
    ["a comma for the fraction", "2026-11-24T20:00:00,000Z"],
    ["two lines", "2026-11-24T20:00:00Z\n2026-11-24T20:00:00Z"],
  ])("%s is no time", (_what, text) => {
    expect(parseInstant(text)).toEqual(err("not-a-time"));
  });

  test("29 February of a leap year is a day", () => {
    expect(parseInstant("2028-02-29T00:00:00Z")).toEqual(ok(instant(Date.UTC(2028, 1, 29))));
  });

  test("the station plans from 2000 to 2099", () => {
    expect(parseInstant("1999-12-31T23:59:59Z")).toEqual(err("out-of-range"));
    expect(parseInstant("2000-01-01T00:00:00Z").ok).toBe(true);
    expect(parseInstant("2099-12-31T23:59:59Z").ok).toBe(true);
    expect(parseInstant("2100-01-01T00:00:00Z")).toEqual(err("out-of-range"));
  });

  test("what we write is what we read", () => {
    fc.assert(
      fc.property(wholeSecond, (at) => {
        expect(parseInstant(formatInstant(at))).toEqual(ok(at));
      }),
    );
  });

  test("the same instant is read from the wall clock of every offset", () => {
    fc.assert(
      fc.property(wholeSecond, fc.integer({ min: -12 * 60, max: 14 * 60 }), (at, offset) => {
        const two = (count: number): string => String(count).padStart(2, "0");
        const sign = offset < 0 ? "-" : "+";
        const wall = new Date(at + offset * 60_000).toISOString().slice(0, 19);
        expect(
          parseInstant(`${wall}${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`),
        ).toEqual(ok(at));
      }),
    );
  });

  test("no text whatever makes it throw", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\dTZ:.+ -]{1,40}$/)), (text) => {
        const read = parseInstant(text);
        if (read.ok) expect(Number.isInteger(read.value / 1000)).toBe(true);
      }),
    );
  });
});

test("an instant is written without a fraction where it has none", () => {
  expect(formatInstant(eightInTheEvening)).toBe("2026-11-24T20:00:00Z");
  expect(formatInstant(instant(eightInTheEvening + 250))).toBe("2026-11-24T20:00:00.250Z");
});

test("an hour is 60 minutes, 3600 seconds, and the 24th of a day", () => {
  expect([hours(1), minutes(60), DAY / 24]).toEqual([seconds(3600), seconds(3600), seconds(3600)]);
});

test("a length is kept to the microsecond, as LibreTime keeps cue points", () => {
  expect(seconds(0.1 + 0.2)).toBe(0.3);
  expect(seconds(3604.9 - 0.35)).toBe(3604.55);
  expect(wholeSeconds(seconds(3604.9 - 4.9))).toBe(3600);
});

test("59.9 seconds hold 59 whole ones", () => {
  expect(wholeSeconds(seconds(59.9))).toBe(59);
});

test("playout drops the fraction: 19:44:09.999 airs at 19:44:09", () => {
  expect(floorToSecond(instant(Date.UTC(2026, 10, 24, 19, 44, 9, 999)))).toBe(Date.UTC(2026, 10, 24, 19, 44, 9));
});

test("later and earlier undo each other, and the time between is the length", () => {
  const length = fc.integer({ min: -86_400_000, max: 86_400_000 }).map((ms) => seconds(ms / 1000));
  fc.assert(
    fc.property(wholeSecond, length, (at, by) => {
      expect(earlier(later(at, by), by)).toBe(at);
      expect(timeBetween(at, later(at, by))).toBe(by);
    }),
  );
});
