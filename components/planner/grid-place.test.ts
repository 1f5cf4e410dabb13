import { describe, expect, test } from "vitest";
import { formatInstant, parseInstant, type Instant } from "@/domain/time";
import { zoneOf, type CalendarDay, type Zone } from "@/domain/zone";
import { endAt, instantAt, oddRowsOf, placeAt, sameTimeAfter, snap, type GridLayout } from "./grid-place";
import { segmentsOf } from "./segments";

const paris = zoneOf("Europe/Paris") as Zone;
const spring = "2026-03-29" as CalendarDay;
const autumn = "2026-10-25" as CalendarDay;
const at = (text: string): Instant => {
  const read = parseInstant(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};
const hour = (hours: number) => hours * 3600;

const layout: GridLayout = {
  visible: { left: 374, top: 97, right: 1494, bottom: 812 },
  midnightTop: 97,
  hourHeight: 57,
  columns: Array.from({ length: 7 }, (_, index) => ({
    day: `2026-11-${23 + index}` as CalendarDay,
    left: 374 + index * 160,
    right: 534 + index * 160,
  })),
};

describe("a pointer over the grid", () => {
  test("names the day and the time under it, however far the grid is scrolled", () => {
    expect(placeAt(layout, 57 * 14, 374 + 160 + 10, 97 + 57 * 2)).toEqual({
      day: "2026-11-24",
      second: hour(16),
      half: "first",
    });
  });
  test("outside of what can be seen is nowhere: header, footer, library, scroll bar", () => {
    for (const [x, y] of [
      [400, 96],
      [400, 812],
      [373, 300],
      [1494, 300],
    ] as const)
      expect(placeAt(layout, 0, x, y)).toBeNull();
  });
  test("snaps to the nearest five minutes, or to the minute", () => {
    expect(snap(hour(16) + 149, 300)).toBe(hour(16));
    expect(snap(hour(16) + 151, 300)).toBe(hour(16) + 300);
    expect(snap(hour(16) + 151, 60)).toBe(hour(16) + 180);
  });
});

describe("the day of 23 hours", () => {
  test("10:00 in the 10:00 row is 10:00 Paris, after the change as before", () => {
    const meant = instantAt(paris, spring, hour(10), "first");
    expect(meant.at && formatInstant(meant.at)).toBe("2026-03-29T08:00:00Z");
  });
  test("02:30 never comes, and the jump is named", () => {
    const meant = instantAt(paris, spring, hour(2.5), "first");
    expect(meant.at).toBeNull();
    expect(meant.at === null && formatInstant(meant.skippedAt)).toBe("2026-03-29T01:00:00Z");
  });
  test("what is pulled to end inside the missing hour ends at the jump", () => {
    expect(formatInstant(endAt(paris, spring, hour(2.5), "first"))).toBe("2026-03-29T01:00:00Z");
    expect(formatInstant(endAt(paris, spring, hour(2), "first"))).toBe("2026-03-29T01:00:00Z");
  });
  test("the missing hour is one row, 02:00 to 03:00", () => {
    expect(oddRowsOf(paris, spring)).toEqual({ missing: [{ from: hour(2), to: hour(3) }], repeated: [] });
  });
  test("a slot over the jump is drawn on both sides of the missing row", () => {
    const pieces = segmentsOf(paris, {
      startsAt: at("2026-03-29T01:30:00+01:00"),
      endsAt: at("2026-03-29T03:30:00+02:00"),
    });
    expect(pieces.map(({ from, to, pass }) => [from, to, pass])).toEqual([
      [hour(1.5), hour(2), null],
      [hour(3), hour(3.5), null],
    ]);
  });
});

describe("the day of 25 hours", () => {
  test("02:30 happens twice: the left half of the column is the first, the right half the second", () => {
    expect(formatInstant(instantAt(paris, autumn, hour(2.5), "first").at!)).toBe("2026-10-25T00:30:00Z");
    expect(formatInstant(instantAt(paris, autumn, hour(2.5), "second").at!)).toBe("2026-10-25T01:30:00Z");
    expect(instantAt(paris, autumn, hour(2.5), "second")).toMatchObject({ twice: true });
    expect(instantAt(paris, autumn, hour(3), "second")).toMatchObject({ twice: false });
  });
  test("10:00 in the 10:00 row is 10:00 Paris", () => {
    expect(formatInstant(instantAt(paris, autumn, hour(10), "first").at!)).toBe("2026-10-25T09:00:00Z");
  });
  test("the repeated hour is one row, 02:00 to 03:00", () => {
    expect(oddRowsOf(paris, autumn)).toEqual({ missing: [], repeated: [{ from: hour(2), to: hour(3) }] });
  });
  test("from 01:30 to the second 02:30 there are three pieces", () => {
    const pieces = segmentsOf(paris, {
      startsAt: at("2026-10-25T01:30:00+02:00"),
      endsAt: at("2026-10-25T02:30:00+01:00"),
    });
    expect(pieces.map(({ from, to, pass }) => [from, to, pass])).toEqual([
      [hour(1.5), hour(2), null],
      [hour(2), hour(3), "first"],
      [hour(2), hour(2.5), "second"],
    ]);
  });
  test("a day later it is the same time of the clock, 25 hours on", () => {
    expect(formatInstant(sameTimeAfter(paris, at("2026-10-24T20:00:00Z"), 1)!)).toBe("2026-10-25T21:00:00Z");
  });
});

describe("around midnight", () => {
  test("a slot that ends at midnight stays in its day", () => {
    const pieces = segmentsOf(paris, {
      startsAt: at("2026-11-24T23:00:00+01:00"),
      endsAt: at("2026-11-25T00:00:00+01:00"),
    });
    expect(pieces.map(({ day, from, to }) => [day, from, to])).toEqual([["2026-11-24", hour(23), hour(24)]]);
  });
  test("a slot over midnight is drawn in both days", () => {
    const pieces = segmentsOf(paris, {
      startsAt: at("2026-11-24T23:30:00+01:00"),
      endsAt: at("2026-11-25T01:00:00+01:00"),
    });
    expect(pieces.map(({ day, from, to }) => [day, from, to])).toEqual([
      ["2026-11-24", hour(23.5), hour(24)],
      ["2026-11-25", 0, hour(1)],
    ]);
  });
  test("a block gripped in its second hour may start in the column before", () => {
    expect(formatInstant(instantAt(paris, "2026-11-25" as CalendarDay, -1800, "first").at!)).toBe(
      "2026-11-24T22:30:00Z",
    );
  });
});

test("every zone and change day: the row's label and the instant's clock say the same", () => {
  const days = [
    ["Europe/Paris", spring],
    ["Europe/Paris", autumn],
    ["America/New_York", "2026-03-08"],
    ["America/New_York", "2026-11-01"],
    ["Australia/Lord_Howe", "2026-04-05"],
    ["Australia/Lord_Howe", "2026-10-04"],
    ["Pacific/Auckland", "2026-04-05"],
    ["Pacific/Auckland", "2026-09-27"],
  ] as const;
  for (const [name, day] of days) {
    const zone = zoneOf(name) as Zone;
    const { missing } = oddRowsOf(zone, day as CalendarDay);
    for (let second = 0; second < 86_400; second += 900) {
      const meant = instantAt(zone, day as CalendarDay, second, "second");
      const isMissing = missing.some((rows) => rows.from <= second && second < rows.to);
      expect(meant.at === null, `${name} ${day} ${second}`).toBe(isMissing);
      if (meant.at === null) continue;
      const [piece] = segmentsOf(zone, { startsAt: meant.at, endsAt: (meant.at + 60_000) as Instant });
      expect([piece?.day, piece?.from], `${name} ${day}`).toEqual([day, second]);
    }
  }
});
