import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { zone } from "../given.test-kit";
import { includes, overlap, type Interval } from "../interval";
import { formatInstant, hours, instant, later, minutes } from "../time";
import { dayAfter, dayAt, wallClockAt, weekInterval, type CalendarDay } from "../zone";
import { fillOf, type Aired, type StockEpisode } from "./fill-of";
import { holesOf, type Standing } from "./holes-of";
import { isCalendarDay, isStartTime, occurrencesOf, type Rule } from "./rule";

const paris = zone("Europe/Paris");
const day = (text: string): CalendarDay => text as CalendarDay;
const MONDAY = day("2026-11-23");
const week = weekInterval(paris, MONDAY);
const weeks = (count: number): Interval => ({
  startsAt: week.startsAt,
  endsAt: weekInterval(paris, dayAfter(MONDAY, 7 * (count - 1))).endsAt,
});
const REACH = hours(42 * 24);

/** Night Waves, Tuesday 20:00, an hour, every week, premiere. */
function aRule(over: Partial<Rule> = {}): Rule {
  return {
    id: "night",
    showId: "waves",
    weekday: 2,
    startTime: "20:00",
    minutes: 60,
    everyWeeks: 1,
    anchor: MONDAY,
    kind: "premiere",
    follows: null,
    from: null,
    until: null,
    skipped: [],
    ...over,
  };
}

const shown = ({ startsAt, endsAt }: Interval): string =>
  `${new Date(wallClockAt(paris, startsAt)).toISOString().slice(5, 16)}–${new Date(wallClockAt(paris, endsAt)).toISOString().slice(11, 16)}`;
const times = (rule: Rule, window: Interval) => occurrencesOf(rule, window, paris).map(shown);

function standing(showId: string | undefined, startsAt: string, length = 60): Standing {
  const at = instant(Date.parse(startsAt));
  return {
    id: `${showId}@${startsAt}`,
    ...(showId === undefined ? {} : { showId }),
    startsAt: at,
    endsAt: later(at, minutes(length)),
  };
}

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

describe("holes", () => {
  const now = week.startsAt;
  const holes = (slots: readonly Standing[], at = now, rules = [aRule()]) =>
    holesOf(rules, slots, { window: week, zone: paris, now: at }).map(({ id, blockers }) =>
      [id, ...blockers.map((each) => each.id)].join(" < "),
    );

  test("where nothing stands; not where the show does, even for a part of it", () => {
    expect(holes([])).toEqual(["hole:night@2026-11-24"]);
    expect(holes([standing("waves", "2026-11-24T19:30:00Z")])).toEqual([]);
    expect(holes([standing("waves", "2026-11-24T20:00:00Z")])).toEqual(["hole:night@2026-11-24"]);
  });

  test("one that somebody else stands in is blocked, and says by whom, foreign slots too", () => {
    expect(holes([standing(undefined, "2026-11-24T19:30:00Z"), standing("kiln", "2026-11-24T18:30:00Z")])).toEqual([
      "hole:night@2026-11-24 < kiln@2026-11-24T18:30:00Z < undefined@2026-11-24T19:30:00Z",
    ]);
  });

  test("what has begun is none", () => {
    expect(holes([], instant(Date.parse("2026-11-24T19:00:01Z")))).toEqual([]);
    expect(holes([], instant(Date.parse("2026-11-24T19:00:00Z")))).toHaveLength(1);
  });
});

function episode(id: string, over: Partial<StockEpisode> = {}): StockEpisode {
  return { id, title: id, trackSeconds: 3600, notReady: null, isPlanned: false, ...over };
}

/** What goes where: "11-24T20:00–21:00 one". */
function filled(
  rules: readonly Rule[],
  episodes: readonly StockEpisode[],
  {
    slots = [],
    aired = [],
    window = week,
    chosen,
  }: {
    slots?: readonly Standing[];
    aired?: readonly Aired[];
    window?: Interval;
    chosen?: ReadonlyMap<string, boolean>;
  } = {},
): string[] {
  const holes = holesOf(rules, slots, { window, zone: paris, now: week.startsAt });
  return fillOf(holes, { zone: paris, rules, stock: new Map([["waves", episodes]]), aired, reach: REACH }, chosen).map(
    (each) => {
      if ("empty" in each)
        return `${shown(each.hole)} empty: ${each.empty.why}${"episode" in each.empty ? ` ${each.empty.episode.id}` : ""}`;
      return [
        shown(each.hole),
        each.episode.id,
        ...(each.isTaken ? [] : ["not taken"]),
        ...(each.cut > 0 ? [`cut ${each.cut}`] : []),
        ...(each.deadAir > 0 ? [`silent ${each.deadAir}`] : []),
        ...each.passedOver.map(({ id }) => `past ${id}`),
      ].join(" ");
    },
  );
}

describe("filling", () => {
  const rerun = aRule({ id: "again", kind: "rerun", weekday: 5, startTime: "10:00", follows: "night" });

  test("premieres take the show's next episodes that were never planned, in order, reruns what premiered before them", () => {
    const stock = [episode("zero", { isPlanned: true }), episode("one"), episode("two")];
    expect(filled([rerun, aRule()], stock, { window: weeks(3) })).toEqual([
      "11-24T20:00–21:00 one",
      "11-27T10:00–11:00 one",
      "12-01T20:00–21:00 two",
      "12-04T10:00–11:00 two",
      "12-08T20:00–21:00 empty: none-left",
      "12-11T10:00–11:00 empty: no-premiere",
    ]);
  });

  test("a rerun takes what stands at its premiere's last time, weeks before the window too", () => {
    const premiere = { ...standing("waves", "2026-11-17T19:00:00Z"), showId: "waves", episodeId: "zero" };
    const early = aRule({ id: "again", kind: "rerun", weekday: 1, startTime: "10:00", follows: "night" });
    const stock = [episode("zero", { isPlanned: true }), episode("one")];
    expect(filled([aRule(), early], stock, { aired: [premiere] })).toEqual([
      "11-23T10:00–11:00 zero",
      "11-24T20:00–21:00 one",
    ]);
    const fortnight = [aRule({ everyWeeks: 2, anchor: day("2026-11-16") }), early];
    expect(filled(fortnight, stock, { aired: [premiere], window: weeks(2) })).toEqual([
      "11-23T10:00–11:00 zero",
      "11-30T10:00–11:00 zero",
      "12-01T20:00–21:00 one",
    ]);
  });

  test("what is not ready is passed over and told; when nothing is, the hole stays empty and says so", () => {
    const pending = episode("pending", { notReady: "import-pending" });
    expect(filled([aRule()], [pending, episode("one")])).toEqual(["11-24T20:00–21:00 one past pending"]);
    expect(filled([aRule()], [pending])).toEqual(["11-24T20:00–21:00 empty: not-ready pending"]);
    expect(filled([rerun, aRule()], [])).toEqual([
      "11-24T20:00–21:00 empty: none-left",
      "11-27T10:00–11:00 empty: no-premiere",
    ]);
  });

  test("a longer track is cut and a shorter one leaves silence, and both are said", () => {
    expect(filled([aRule()], [episode("long", { trackSeconds: 4000 })])).toEqual(["11-24T20:00–21:00 long cut 400"]);
    expect(filled([aRule()], [episode("longer", { trackSeconds: 4001 })])).toEqual([
      "11-24T20:00–21:00 longer not taken cut 401",
    ]);
    expect(filled([aRule()], [episode("short", { trackSeconds: 3000 })])).toEqual([
      "11-24T20:00–21:00 short silent 600",
    ]);
  });

  test("what would lose more than a tenth waits for the next hole, unless somebody takes it; what somebody leaves empty stays so", () => {
    const short = aRule({ id: "short", weekday: 1, minutes: 15 });
    const stock = [episode("one"), episode("two")];
    const all = filled([short, aRule()], stock);
    expect(all).toEqual(["11-23T20:00–20:15 one not taken cut 2700", "11-24T20:00–21:00 one"]);
    const [first, second] = holesOf([short, aRule()], [], { window: week, zone: paris, now: week.startsAt })
      .toSorted((a, b) => a.startsAt - b.startsAt)
      .map(({ id }) => id);
    expect(filled([short, aRule()], stock, { chosen: new Map([[first!, true]]) })).toEqual([
      "11-23T20:00–20:15 one cut 2700",
      "11-24T20:00–21:00 two",
    ]);
    expect(filled([short, aRule()], stock, { chosen: new Map([[second!, false]]) })).toEqual([
      all[0],
      "11-24T20:00–21:00 one not taken",
    ]);
  });

  test("a blocked hole takes nothing, and of two rules for one time one has it", () => {
    expect(filled([aRule()], [episode("one")], { slots: [standing("kiln", "2026-11-24T19:00:00Z")] })).toEqual([
      "11-24T20:00–21:00 empty: blocked",
    ]);
    expect(filled([aRule(), aRule({ id: "other", startTime: "20:30" })], [episode("one"), episode("two")])).toEqual([
      "11-24T20:00–21:00 one",
      "11-24T20:30–21:30 empty: blocked",
    ]);
  });

  test("no episode has two premieres, nothing overlaps, each show's order is kept, and the order of what is given decides nothing", () => {
    const anyRule = fc.record({
      showId: fc.constantFrom("waves", "kiln"),
      weekday: fc.integer({ min: 1, max: 7 }),
      hour: fc.integer({ min: 0, max: 23 }),
      minutes: fc.constantFrom(30, 60, 120),
      everyWeeks: fc.constantFrom(1, 2),
      kind: fc.constantFrom("premiere" as const, "rerun" as const),
    });
    const anyStock = fc.array(
      fc.record({ isPlanned: fc.boolean(), notReady: fc.constantFrom(null, null, "gone" as const) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 8 }), anyStock, anyStock, (drawn, waves, kiln) => {
        const rules = drawn.map(({ hour, ...rest }, index) =>
          aRule({ ...rest, id: `rule-${index}`, startTime: `${String(hour).padStart(2, "0")}:00` }),
        );
        const stock = new Map(
          [
            ["waves", waves],
            ["kiln", kiln],
          ].map(([show, all]) => [
            show as string,
            (all as typeof waves).map((each, index) => episode(`${show as string}-${index}`, each)),
          ]),
        );
        const window = weeks(3);
        const holes = holesOf(rules, [], { window, zone: paris, now: week.startsAt });
        const filling = fillOf(holes, { zone: paris, rules, stock, aired: [], reach: REACH });
        expect(
          fillOf(holes.toReversed(), { zone: paris, rules: rules.toReversed(), stock, aired: [], reach: REACH }),
        ).toEqual(filling);
        const placed = filling.filter((each) => "episode" in each).filter(({ isTaken }) => isTaken);
        for (const [index, { hole }] of placed.entries())
          expect(placed.slice(index + 1).filter((other) => overlap(other.hole, hole))).toEqual([]);
        const premieres = placed.filter(({ hole }) => hole.rule.kind === "premiere");
        expect(new Set(premieres.map((each) => each.episode.id)).size).toBe(premieres.length);
        for (const showId of ["waves", "kiln"]) {
          const own = premieres
            .filter(({ hole }) => hole.rule.showId === showId)
            .map((each) => stock.get(showId)!.indexOf(each.episode));
          expect(own).toEqual(own.toSorted((a, b) => a - b));
        }
        for (const { hole, episode: each } of placed)
          expect([
            each.notReady,
            hole.rule.kind === "premiere" && each.isPlanned,
            stock.get(hole.rule.showId)!.includes(each),
          ]).toEqual([null, false, true]);
        for (const { hole, episode: each } of placed.filter((one) => one.hole.rule.kind === "rerun")) {
          expect(premieres.some((one) => one.episode === each && one.hole.startsAt < hole.startsAt)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
