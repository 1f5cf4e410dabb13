import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { overlap, type Interval } from "../interval";
import { hours, instant, later, minutes } from "../time";
import { fillOf, type Aired, type StockEpisode } from "./fill-of";
import { holesOf, type Standing } from "./holes-of";
import type { Rule } from "./rule";
import { aRule, day, paris, shown, week, weeks } from "./rules.test-kit";

const REACH = hours(42 * 24);

function standing(showId: string | undefined, startsAt: string, length = 60): Standing {
  const at = instant(Date.parse(startsAt));
  return {
    id: `${showId}@${startsAt}`,
    ...(showId === undefined ? {} : { showId }),
    startsAt: at,
    endsAt: later(at, minutes(length)),
  };
}

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
