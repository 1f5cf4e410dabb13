import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { zone } from "./given.test-kit";
import { lengthOf } from "./interval";
import { formatInstant, hours, instant, minutes, type Instant } from "./time";
import {
  calendarDay,
  clockChangesIn,
  dayAfter,
  dayAt,
  dayInterval,
  firstInstantFrom,
  instantsOf,
  mondayOf,
  wallClockAt,
  wallClockOn,
  weekInterval,
  zoneOf,
  type CalendarDay,
  type WallClock,
  type Zone,
} from "./zone";

const day = (text: string): CalendarDay => text as CalendarDay;
const wall = (text: string): WallClock => Date.parse(`${text}Z`) as WallClock;
const utc = (text: string): Instant => instant(Date.parse(`${text}Z`));
const shown = (clock: WallClock): string => new Date(clock).toISOString().slice(0, 16);
const written = (instants: readonly Instant[]): string[] => instants.map(formatInstant);

/** Zones with every kind of change: hours, 30 minutes, none, in Ramadan, across midnight, at a minute past it, of a whole day. */
const names = [
  "Europe/Paris",
  "America/New_York",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Pacific/Chatham",
  "Asia/Kolkata",
  "Africa/Casablanca",
  "America/Santiago",
  "Asia/Beirut",
  "America/Havana",
  "America/Nuuk",
  "America/St_Johns",
  "Asia/Gaza",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Etc/GMT+12",
  "UTC",
];
const anyZone = fc.constantFrom(...names).map(zone);
const year2010 = Date.UTC(2010, 0, 1) / 1000;
const year2038 = Date.UTC(2038, 0, 1) / 1000;
const anyInstant = fc.integer({ min: year2010, max: year2038 }).map((each) => instant(each * 1000));

/** A zone and an instant within a day and a half of a change of its clock, where everything that can go wrong does. */
const nearAChange = fc
  .tuple(
    fc.constantFrom(...names.filter((name) => !/Kolkata|Kiritimati|Etc|UTC/.test(name))).map(zone),
    fc.integer({ min: 2010, max: 2025 }),
    fc.nat(),
    fc.integer({ min: -129_600, max: 129_600 }),
  )
  .chain(([where, year, pick, off]) => {
    const changes = clockChangesIn(where, {
      startsAt: utc(`${year}-01-01T00:00`),
      endsAt: utc(`${year + 1}-01-01T00:00`),
    });
    const change = changes[pick % Math.max(1, changes.length)];
    return fc.constant([where, instant((change?.at ?? utc(`${year}-06-01T00:00`)) + off * 1000)] as const);
  });
const anywhen = fc.oneof(fc.tuple(anyZone, anyInstant), nearAChange);

/** The offset as the runtime spells it, `GMT+05:30`: read another way than ours. */
function spelledOffset(where: Zone, at: Instant): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: where.name, timeZoneName: "longOffset" }).formatToParts(
    at,
  );
  const [, sign, hour, minute] =
    /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(parts.find((part) => part.type === "timeZoneName")?.value ?? "") ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hour ?? 0) * 3600 + Number(minute ?? 0) * 60);
}

test("a zone that the runtime does not know is none", () => {
  expect([zoneOf("Europe/Lutetia"), zoneOf(""), zoneOf("CET1CEST")]).toEqual([null, null, null]);
  expect(zoneOf("Europe/Paris")?.name).toBe("Europe/Paris");
});

test("the offset is the one that the runtime spells, at any second and around every change", () => {
  fc.assert(
    fc.property(anywhen, ([where, at]) => {
      expect(where.offsetAt(at)).toBeCloseTo(spelledOffset(where, at), 6);
    }),
    { numRuns: 300 },
  );
});

test("a clock that changes at a minute past midnight does so to the second", () => {
  const stJohns = zone("America/St_Johns");
  expect(stJohns.offsetAt(utc("2011-03-13T03:30:59"))).toBe(minutes(-210));
  expect(stJohns.offsetAt(utc("2011-03-13T03:31:00"))).toBe(minutes(-150));
});

test("every instant is among those at which the clock shows what it shows then, in order", () => {
  fc.assert(
    fc.property(anywhen, ([where, at]) => {
      const clock = wallClockAt(where, at);
      const all = instantsOf(where, clock);
      expect(all).toContain(at);
      expect(all).toEqual([...new Set(all)].toSorted((a, b) => a - b));
      for (const each of all) expect(wallClockAt(where, each)).toBe(clock);
    }),
    { numRuns: 500 },
  );
});

test("the first instant from a wall-clock time shows it or, when it is skipped, comes right after the skip", () => {
  fc.assert(
    fc.property(anywhen, ([where, near]) => {
      const clock = near as number as WallClock;
      const first = firstInstantFrom(where, clock);
      const all = instantsOf(where, clock);
      if (all.length > 0) expect(first).toBe(all[0]);
      else {
        expect(wallClockAt(where, first)).toBeGreaterThan(clock);
        expect(wallClockAt(where, instant(first - 1))).toBeLessThan(clock);
      }
    }),
    { numRuns: 500 },
  );
});

test("a wall-clock time within a second is found too, in a skipped hour as elsewhere", () => {
  expect(firstInstantFrom(zone("Europe/Paris"), (wall("2026-03-29T02:00:00") + 400) as WallClock)).toBe(
    utc("2026-03-29T01:00"),
  );
  expect(firstInstantFrom(zone("Europe/Paris"), (wall("2026-03-29T02:30:00") + 400) as WallClock)).toBe(
    utc("2026-03-29T01:00"),
  );
  expect(firstInstantFrom(zone("Europe/Paris"), (wall("2026-03-29T03:30:00") + 400) as WallClock)).toBe(
    utc("2026-03-29T01:30") + 400,
  );
});

describe("times that the clock skips or shows twice", () => {
  test.each([
    ["Europe/Paris", "2026-03-29T01:59", ["2026-03-29T00:59:00Z"]],
    ["Europe/Paris", "2026-03-29T02:00", []],
    ["Europe/Paris", "2026-03-29T02:59", []],
    ["Europe/Paris", "2026-03-29T03:00", ["2026-03-29T01:00:00Z"]],
    ["Europe/Paris", "2026-10-25T01:59", ["2026-10-24T23:59:00Z"]],
    ["Europe/Paris", "2026-10-25T02:00", ["2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"]],
    ["Europe/Paris", "2026-10-25T02:59", ["2026-10-25T00:59:00Z", "2026-10-25T01:59:00Z"]],
    ["Europe/Paris", "2026-10-25T03:00", ["2026-10-25T02:00:00Z"]],
    ["America/New_York", "2026-03-08T02:30", []],
    ["America/New_York", "2026-11-01T01:30", ["2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"]],
    ["Australia/Lord_Howe", "2026-10-04T02:15", []],
    ["Australia/Lord_Howe", "2026-10-04T02:30", ["2026-10-03T15:30:00Z"]],
    ["Australia/Lord_Howe", "2026-04-05T01:29", ["2026-04-04T14:29:00Z"]],
    ["Australia/Lord_Howe", "2026-04-05T01:30", ["2026-04-04T14:30:00Z", "2026-04-04T15:00:00Z"]],
    ["Pacific/Auckland", "2026-09-27T02:30", []],
    ["Pacific/Auckland", "2026-04-05T02:30", ["2026-04-04T13:30:00Z", "2026-04-04T14:30:00Z"]],
    ["Asia/Kolkata", "2026-03-29T02:30", ["2026-03-28T21:00:00Z"]],
    ["Africa/Casablanca", "2024-03-10T02:30", ["2024-03-10T01:30:00Z", "2024-03-10T02:30:00Z"]],
    ["Africa/Casablanca", "2024-04-14T02:30", []],
    ["America/Santiago", "2026-09-06T00:00", []],
    ["America/Santiago", "2026-04-04T23:30", ["2026-04-05T02:30:00Z", "2026-04-05T03:30:00Z"]],
    ["Asia/Beirut", "2026-03-29T00:30", []],
    ["Pacific/Apia", "2011-12-30T12:00", []],
  ])("%s %s", (name, clock, instants) => {
    expect(written(instantsOf(zone(name), wall(clock)))).toEqual(instants);
  });
});

describe("a day of the station", () => {
  test.each([
    ["Europe/Paris", "2026-03-28", "2026-03-27T23:00:00Z", 24],
    ["Europe/Paris", "2026-03-29", "2026-03-28T23:00:00Z", 23],
    ["Europe/Paris", "2026-10-25", "2026-10-24T22:00:00Z", 25],
    ["America/New_York", "2026-03-08", "2026-03-08T05:00:00Z", 23],
    ["America/New_York", "2026-11-01", "2026-11-01T04:00:00Z", 25],
    ["Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00:00Z", 24.5],
    ["Australia/Lord_Howe", "2026-10-04", "2026-10-03T13:30:00Z", 23.5],
    ["Pacific/Auckland", "2026-04-05", "2026-04-04T11:00:00Z", 25],
    ["Pacific/Auckland", "2026-09-27", "2026-09-26T12:00:00Z", 23],
    ["Asia/Kolkata", "2026-10-25", "2026-10-24T18:30:00Z", 24],
    ["Africa/Casablanca", "2024-03-10", "2024-03-09T23:00:00Z", 25],
    ["Africa/Casablanca", "2024-04-14", "2024-04-14T00:00:00Z", 23],
    // Midnight is skipped: the day begins at 01:00 of its own clock.
    ["America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z", 23],
    ["America/Santiago", "2026-04-04", "2026-04-04T03:00:00Z", 25],
    ["Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z", 23],
    ["Asia/Beirut", "2026-10-24", "2026-10-23T21:00:00Z", 25],
    // Midnight comes twice: the day begins with the first.
    ["America/Havana", "2026-11-01", "2026-11-01T04:00:00Z", 25],
    // The calendar has no such day: Samoa crossed the date line.
    ["Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z", 0],
  ])("%s, %s begins at %s and has %d hours", (name, text, startsAt, length) => {
    const interval = dayInterval(zone(name), day(text));
    expect(formatInstant(interval.startsAt)).toBe(startsAt);
    expect(lengthOf(interval)).toBe(hours(length));
  });

  test("days follow each other without a gap, and each begins when the clock first shows it", () => {
    fc.assert(
      fc.property(anywhen, ([where, at]) => {
        const today = dayAt(where, at);
        const interval = dayInterval(where, today);
        expect(interval.endsAt).toBe(dayInterval(where, dayAfter(today)).startsAt);
        expect(dayAt(where, interval.startsAt)).toBe(today);
        expect(dayAt(where, instant(interval.startsAt - 1)) < today).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

test("a week is from Monday to Monday: 168 hours, 167 in spring, 169 in autumn", () => {
  const paris = zone("Europe/Paris");
  expect(formatInstant(weekInterval(paris, day("2026-03-23")).startsAt)).toBe("2026-03-22T23:00:00Z");
  expect(
    ["2026-03-16", "2026-03-23", "2026-10-19"].map((monday) => lengthOf(weekInterval(paris, day(monday)))),
  ).toEqual([hours(168), hours(167), hours(169)]);
});

test("the Monday of a week is its own, and a Sunday belongs to the week before it", () => {
  expect(["2026-11-23", "2026-11-24", "2026-11-29", "2026-11-30"].map((text) => mondayOf(day(text)))).toEqual([
    "2026-11-23",
    "2026-11-23",
    "2026-11-23",
    "2026-11-30",
  ]);
});

test("days are counted in the calendar, across a month, a year and a leap day", () => {
  expect(dayAfter(day("2026-12-31"))).toBe("2027-01-01");
  expect(dayAfter(day("2028-02-28"))).toBe("2028-02-29");
  expect(dayAfter(day("2026-03-01"), -1)).toBe("2026-02-28");
});

test("half past eight in the evening is second 73,800 of the clock's day, whatever the day's length", () => {
  expect(shown(wallClockOn(day("2026-03-29"), 73_800))).toBe("2026-03-29T20:30");
  expect(calendarDay(wallClockOn(day("2026-03-29"), 73_800))).toBe("2026-03-29");
});

test("at one instant it is Tuesday in Paris and Wednesday in Auckland", () => {
  const at = utc("2026-11-24T20:00");
  expect([dayAt(zone("Europe/Paris"), at), dayAt(zone("Pacific/Auckland"), at)]).toEqual(["2026-11-24", "2026-11-25"]);
});

describe("the changes of the clock", () => {
  test("a week with a change names when it is, and what the clock shows before and after", () => {
    const paris = zone("Europe/Paris");
    const told = clockChangesIn(paris, weekInterval(paris, day("2026-10-19"))).map(({ at, from, to }) => [
      formatInstant(at),
      shown(from),
      shown(to),
    ]);
    expect(told).toEqual([["2026-10-25T01:00:00Z", "2026-10-25T03:00", "2026-10-25T02:00"]]);
  });

  test("a change belongs to the interval that begins with it, not to the one that ends there", () => {
    const lordHowe = zone("Australia/Lord_Howe");
    const change = utc("2026-10-03T15:30");
    expect(
      clockChangesIn(lordHowe, { startsAt: change, endsAt: instant(change + 1000) }).map((each) => each.at),
    ).toEqual([change]);
    expect(clockChangesIn(lordHowe, { startsAt: instant(change - 86_400_000), endsAt: change })).toEqual([]);
  });

  test("a year has Morocco's two around Ramadan, and none in India", () => {
    // A year that is settled: Morocco decides late, and a newer time zone database may know better than this host's.
    const year = { startsAt: utc("2024-01-01T00:00"), endsAt: utc("2025-01-01T00:00") };
    expect(written(clockChangesIn(zone("Africa/Casablanca"), year).map((each) => each.at))).toEqual([
      "2024-03-10T02:00:00Z",
      "2024-04-14T02:00:00Z",
    ]);
    expect(clockChangesIn(zone("Asia/Kolkata"), year)).toEqual([]);
  });

  test("what the clock has gained over any stretch is what it jumped in it", () => {
    fc.assert(
      fc.property(anywhen, fc.integer({ min: 1, max: 42 * 86_400 }), ([where, startsAt], length) => {
        const endsAt = instant(startsAt + length * 1000);
        // From just after the start to the end itself: the clock at the start has made its jump already.
        const jumped = clockChangesIn(where, { startsAt: instant(startsAt + 1), endsAt: instant(endsAt + 1) }).reduce(
          (sum, { from, to }) => sum + (to - from),
          0,
        );
        expect(wallClockAt(where, endsAt) - wallClockAt(where, startsAt)).toBe(length * 1000 + jumped);
      }),
      { numRuns: 300 },
    );
  });
});
