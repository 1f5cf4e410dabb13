import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { zone } from "../given.test-kit";
import { lengthOf, overlap, type Interval } from "../interval";
import { formatInstant, hours, instant, later, minutes } from "../time";
import {
  dayAfter,
  dayAt,
  firstInstantFrom,
  instantsOf,
  mondayOf,
  wallClockAt,
  wallClockOn,
  type CalendarDay,
  type Zone,
} from "../zone";
import { copyOf, type Original } from "./copy-of";

const paris = zone("Europe/Paris");
const day = (text: string): CalendarDay => text as CalendarDay;
const HOUR = 3600;

/** Every hour of that week, by the station's clock, an hour long: 168 slots where the clock does not change. */
function everyHour(where: Zone, monday: CalendarDay): Original[] {
  return Array.from({ length: 168 }, (_, index) => {
    const startsAt = firstInstantFrom(
      where,
      wallClockOn(dayAfter(monday, Math.floor(index / 24)), (index % 24) * HOUR),
    );
    return { id: `slot-${index}`, startsAt, endsAt: later(startsAt, hours(1)) };
  });
}

function slotFrom(startsAt: string, length: number): Original {
  const at = instant(Date.parse(startsAt));
  return { id: "slot", startsAt: at, endsAt: later(at, minutes(length)) };
}

const shown = (where: Zone, at: number): string => new Date(wallClockAt(where, instant(at))).toISOString().slice(0, 16);
const overlaps = (slots: readonly Interval[]): number =>
  slots
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .filter((each, index, all) => index > 0 && overlap(all[index - 1]!, each)).length;

describe("a week of 168 slots of an hour", () => {
  test.each([
    ["spring", "2027-03-22", 1, 0],
    ["autumn", "2027-10-25", 0, 1],
  ])("copied across the last Sunday of %s keeps its local times, and nothing overlaps", (_, monday, never, twice) => {
    const from = dayAfter(day(monday), -7);
    const week = everyHour(paris, from);
    const copies = copyOf(paris, week, { from, to: day(monday), days: 7 });
    expect(copies).toHaveLength(168);
    const kept = copies.filter(({ start }) => start !== "never");
    for (const { of, to } of kept)
      expect(shown(paris, to.startsAt).slice(11)).toBe(shown(paris, of.startsAt).slice(11));
    expect([copies.length - kept.length, copies.filter(({ start }) => start === "twice").length]).toEqual([
      never,
      twice,
    ]);
    expect(overlaps(kept.map(({ to }) => to))).toBe(0);
    expect(kept.every(({ of, to }) => lengthOf(to) === lengthOf(of))).toBe(true);
  });

  test("in spring the one at 02:00 has no place of its own: it is told where the clock goes on, where somebody is", () => {
    const copies = copyOf(paris, everyHour(paris, day("2027-03-15")), {
      from: day("2027-03-15"),
      to: day("2027-03-22"),
      days: 7,
    });
    const [lost] = copies.filter(({ start }) => start === "never");
    expect([shown(paris, lost!.of.startsAt), shown(paris, lost!.to.startsAt)]).toEqual([
      "2027-03-21T02:00",
      "2027-03-28T03:00",
    ]);
    expect(
      copies.filter((each) => each !== lost && overlap(each.to, lost!.to)).map(({ to }) => shown(paris, to.startsAt)),
    ).toEqual(["2027-03-28T03:00"]);
  });

  test("in autumn the one at 02:00 stands in the first of the two hours, and the second is known", () => {
    const copies = copyOf(paris, everyHour(paris, day("2027-10-18")), {
      from: day("2027-10-18"),
      to: day("2027-10-25"),
      days: 7,
    });
    const [twice] = copies.filter(({ start }) => start === "twice");
    expect([formatInstant(twice!.to.startsAt), formatInstant(twice!.otherPass!.startsAt)]).toEqual([
      "2027-10-31T00:00:00Z",
      "2027-10-31T01:00:00Z",
    ]);
    expect(copies.some(({ to }) => overlap(to, twice!.otherPass!))).toBe(false);
  });

  test("copied back from the week of 25 hours, the slots of both passes want the same hour", () => {
    const autumn = [slotFrom("2027-10-31T00:00:00Z", 60), slotFrom("2027-10-31T01:00:00Z", 60)];
    const back = copyOf(paris, autumn, { from: day("2027-10-31"), to: day("2027-11-07"), days: 1 });
    expect(back.map(({ to }) => shown(paris, to.startsAt))).toEqual(["2027-11-07T02:00", "2027-11-07T02:00"]);
    const again = copyOf(paris, autumn, { from: day("2027-10-31"), to: day("2028-10-29"), days: 1 });
    expect(again.map(({ to }) => formatInstant(to.startsAt))).toEqual(["2028-10-29T00:00:00Z", "2028-10-29T01:00:00Z"]);
  });
});

test("a slot over midnight belongs to the day on which it starts, and goes over the other midnight", () => {
  const slots = [slotFrom("2026-11-24T22:30:00Z", 120), slotFrom("2026-11-23T22:30:00Z", 120)];
  const copies = copyOf(paris, slots, { from: day("2026-11-24"), to: day("2026-11-27"), days: 1 });
  expect(copies.map(({ to }) => [shown(paris, to.startsAt), shown(paris, to.endsAt)])).toEqual([
    ["2026-11-27T23:30", "2026-11-28T01:30"],
  ]);
});

test("a slot over the change lasts as long: its end is told to be an hour later in spring, an hour earlier in autumn", () => {
  const from = (night: string) => [slotFrom(`${night}T00:00:00Z`, 120)];
  const spring = copyOf(paris, from("2027-03-21"), { from: day("2027-03-21"), to: day("2027-03-28"), days: 1 });
  expect(spring.map(({ to, endShift }) => [shown(paris, to.endsAt).slice(11), endShift])).toEqual([["04:00", HOUR]]);
  const autumn = copyOf(paris, [slotFrom("2027-10-23T23:00:00Z", 120)], {
    from: day("2027-10-24"),
    to: day("2027-10-31"),
    days: 1,
  });
  expect(autumn.map(({ to, endShift }) => [shown(paris, to.endsAt).slice(11), endShift])).toEqual([["02:00", -HOUR]]);
});

test("in every zone and any week, local starts are kept wherever the clock shows them, and lengths always", () => {
  const names = [
    "Europe/Paris",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/Havana",
    "Asia/Kolkata",
    "Africa/Casablanca",
    "America/St_Johns",
    "Pacific/Auckland",
    "UTC",
  ];
  const anyCopying = fc.record({
    name: fc.constantFrom(...names),
    week: fc.integer({ min: 0, max: 300 }),
    weeks: fc.constantFrom(-1, 1, 1, 2, 5),
    every: fc.constantFrom(60, 90, 30, 120),
  });
  fc.assert(
    fc.property(anyCopying, ({ name, week, weeks, every }) => {
      const where = zone(name);
      const from = dayAfter(mondayOf(day("2024-01-01")), week * 7);
      const slots = Array.from({ length: Math.floor((168 * 60) / every) }, (_, index): Original => {
        const startsAt = later(firstInstantFrom(where, wallClockOn(from)), minutes(index * every));
        return { id: `${index}`, startsAt, endsAt: later(startsAt, minutes(every)) };
      });
      const copies = copyOf(where, slots, { from, to: dayAfter(from, weeks * 7), days: 7 });
      expect(copies.length).toBe(slots.filter(({ startsAt }) => dayAt(where, startsAt) < dayAfter(from, 7)).length);
      // The days between them, whatever the clock does: what is not so is listed.
      const shift = weeks * 7 * 86_400_000;
      const untrue = copies.filter(({ of, to, start, otherPass, endShift }) => {
        const wanted = (wallClockAt(where, of.startsAt) + shift) as ReturnType<typeof wallClockAt>;
        const times = instantsOf(where, wanted).length;
        const isTold =
          start === (times === 0 ? "never" : times === 1 ? "once" : "twice") &&
          (otherPass !== undefined) === (times === 2);
        const isThere =
          times === 0
            ? wallClockAt(where, to.startsAt) > wanted
            : wallClockAt(where, to.startsAt) === wanted &&
              wallClockAt(where, to.endsAt) - wallClockAt(where, of.endsAt) === shift + endShift * 1000;
        return !isTold || !isThere || lengthOf(to) !== lengthOf(of);
      });
      expect(untrue).toEqual([]);
      // Only a change of the clock makes two copies meet that did not meet before.
      const offsets = new Set(
        [...slots, ...copies.map(({ to }) => to)].map(({ startsAt }) => where.offsetAt(startsAt)),
      );
      if (offsets.size === 1) expect(overlaps(copies.map(({ to }) => to))).toBe(0);
    }),
    { numRuns: 30 },
  );
});
