import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { zone } from "../given.test-kit";
import { includes, type Interval } from "../interval";
import { formatInstant } from "../time";
import { dayAfter, dayAt, wallClockAt, weekInterval } from "../zone";
import { isCalendarDay, isStartTime, occurrencesOf, type Rule } from "./rule";
import { MONDAY, aRule, day, paris, shown, weeks } from "./rules.test-kit";

const times = (rule: Rule, window: Interval) => occurrencesOf(rule, window, paris).map(shown);

describe("the times of a rule", () => {
  test("every week, and every second one counted from the week of its anchor, before it too", () => {
    expect(times(aRule(), weeks(2))).toEqual(["11-24T20:00–21:00", "12-01T20:00–21:00"]);
    expect(times(aRule({ everyWeeks: 2 }), weeks(4))).toEqual(["11-24T20:00–21:00", "12-08T20:00–21:00"]);
    expect(times(aRule({ everyWeeks: 2, anchor: day("2026-12-06") }), weeks(4))).toEqual([
      "12-01T20:00–21:00",
      "12-15T20:00–21:00",
    ]);
    expect(times(aRule({ everyWeeks: 3, anchor: day("2027-01-04") }), weeks(4))).toEqual([
      "11-24T20:00–21:00",
      "12-15T20:00–21:00",
    ]);
  });

  test("from its first day to its last, without those that are left out", () => {
    expect(
      times(aRule({ from: day("2026-12-01"), until: day("2026-12-15"), skipped: [day("2026-12-08")] }), weeks(5)),
    ).toEqual(["12-01T20:00–21:00", "12-15T20:00–21:00"]);
  });

  test("20:00 stays 20:00 across a change of the clock; a time that the clock skips is none that day, one that comes twice is its first", () => {
    const spring = {
      startsAt: weekInterval(paris, day("2027-03-15")).startsAt,
      endsAt: weekInterval(paris, day("2027-03-29")).endsAt,
    };
    expect(times(aRule({ weekday: 7 }), spring)).toEqual([
      "03-21T20:00–21:00",
      "03-28T20:00–21:00",
      "04-04T20:00–21:00",
    ]);
    expect(times(aRule({ weekday: 7, startTime: "02:30" }), spring)).toEqual([
      "03-21T02:30–03:30",
      "04-04T02:30–03:30",
    ]);
    const autumn = weekInterval(paris, day("2027-10-25"));
    expect(
      occurrencesOf(aRule({ weekday: 7, startTime: "02:30" }), autumn, paris).map(({ startsAt }) =>
        formatInstant(startsAt),
      ),
    ).toEqual(["2027-10-31T00:30:00Z"]);
  });

  test("in any zone, each lies on its weekday at its time, as many weeks apart as it says", () => {
    const anyRule = fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      hour: fc.integer({ min: 0, max: 23 }),
      everyWeeks: fc.constantFrom(1, 2, 3, 4),
      off: fc.integer({ min: -400, max: 400 }),
      name: fc.constantFrom("Europe/Paris", "America/Havana", "Australia/Lord_Howe", "UTC"),
    });
    fc.assert(
      fc.property(anyRule, ({ weekday, hour, everyWeeks, off, name }) => {
        const where = zone(name);
        const startTime = `${String(hour).padStart(2, "0")}:30`;
        const window = {
          startsAt: weekInterval(where, MONDAY).startsAt,
          endsAt: weekInterval(where, dayAfter(MONDAY, 7 * 40)).endsAt,
        };
        const found = occurrencesOf(
          aRule({ weekday, startTime, everyWeeks, anchor: dayAfter(MONDAY, off) }),
          window,
          where,
        );
        expect(found.length).toBeGreaterThan(8);
        const untrue = found.filter((each, index) => {
          const apart = index === 0 ? 0 : (Date.parse(each.day) - Date.parse(found[index - 1]!.day)) / (7 * 86_400_000);
          const isThen =
            new Date(wallClockAt(where, each.startsAt)).toISOString().slice(11, 16) === startTime &&
            new Date(`${dayAt(where, each.startsAt)}T00:00:00Z`).getUTCDay() === weekday % 7;
          return !isThen || apart % everyWeeks !== 0 || !includes(window, each.startsAt);
        });
        expect(untrue).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("a start is a time of the day in whole minutes, a day one of the calendar", () => {
    expect(["20:00", "00:00", "23:59", "24:00", "7:00", "20:00:00", ""].filter(isStartTime)).toEqual([
      "20:00",
      "00:00",
      "23:59",
    ]);
    expect(["2026-11-24", "2026-02-30", "2026-1-1", "24 Nov", ""].filter(isCalendarDay)).toEqual(["2026-11-24"]);
  });
});
