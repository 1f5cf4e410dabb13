import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at, from } from "./given.test-kit";
import {
  covers,
  includes,
  intersection,
  lengthOf,
  merge,
  overlap,
  relation,
  without,
  type Interval,
  type Relation,
} from "./interval";
import { instant, minutes, seconds } from "./time";

/** Every way in which [20:00, 21:00) can lie to another slot, and whether they share a moment. */
const thirteen: readonly (readonly [Relation, Interval, boolean])[] = [
  ["before", from("21:30", "22:00"), false],
  ["meets", from("21:00", "22:00"), false],
  ["overlaps", from("20:30", "21:30"), true],
  ["starts", from("20:00", "22:00"), true],
  ["during", from("19:00", "22:00"), true],
  ["finishes", from("19:00", "21:00"), true],
  ["equal", from("20:00", "21:00"), true],
  ["finished-by", from("20:30", "21:00"), true],
  ["contains", from("20:15", "20:45"), true],
  ["started-by", from("20:00", "20:30"), true],
  ["overlapped-by", from("19:30", "20:30"), true],
  ["met-by", from("19:00", "20:00"), false],
  ["after", from("18:00", "19:30"), false],
];

const converse: Record<Relation, Relation> = {
  before: "after",
  meets: "met-by",
  overlaps: "overlapped-by",
  starts: "started-by",
  during: "contains",
  finishes: "finished-by",
  equal: "equal",
  "finished-by": "finishes",
  contains: "during",
  "started-by": "starts",
  "overlapped-by": "overlaps",
  "met-by": "meets",
  after: "before",
};

const span = (startsAt: number, endsAt: number): Interval => ({ startsAt: instant(startsAt), endsAt: instant(endsAt) });
const spans = [0, 1, 2, 3, 4].flatMap((a) => [0, 1, 2, 3, 4].filter((b) => a < b).map((b) => span(a, b)));
const anySpan = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -3, max: 12 }))
  .map(([start, length]) => span(start, start + length));
const moments = (interval: Interval): number[] =>
  Array.from({ length: Math.max(0, interval.endsAt - interval.startsAt) }, (_, index) => interval.startsAt + index);

describe("the thirteen relations", () => {
  test.each(thirteen)("20:00–21:00 %s the other slot", (name, other, shares) => {
    expect(relation(from("20:00", "21:00"), other)).toBe(name);
    expect(relation(other, from("20:00", "21:00"))).toBe(converse[name]);
    expect(overlap(from("20:00", "21:00"), other)).toBe(shares);
  });

  test("two slots that begin or end at any of five moments lie to each other in all thirteen ways, and in no other", () => {
    const seen = new Set<Relation>();
    for (const a of spans) {
      for (const b of spans) {
        const how = relation(a, b);
        seen.add(how);
        expect(relation(b, a)).toBe(converse[how]);
        expect(overlap(a, b)).toBe(moments(a).some((each) => moments(b).includes(each)));
        expect(overlap(a, b)).toBe(!["before", "meets", "met-by", "after"].includes(how));
        expect(covers(a, b)).toBe(["equal", "contains", "started-by", "finished-by"].includes(how));
      }
    }
    expect([...seen].toSorted()).toEqual(Object.keys(converse).toSorted());
  });
});

test("back to back is no overlap, a second is one", () => {
  expect(overlap(from("20:00", "21:00"), from("21:00", "22:00"))).toBe(false);
  expect(overlap(from("20:00", "21:00:01"), from("21:00", "22:00"))).toBe(true);
});

test("nothing shares a moment with an empty or an inverted slot", () => {
  expect(overlap(from("20:00", "21:00"), from("20:30", "20:30"))).toBe(false);
  expect(overlap(from("20:00", "21:00"), from("20:45", "20:15"))).toBe(false);
  expect(overlap(from("20:30", "20:30"), from("20:30", "20:30"))).toBe(false);
});

test("for 20:00–21:00 and 20:30–21:30 they share 20:30–21:00", () => {
  expect(intersection(from("20:00", "21:00"), from("20:30", "21:30"))).toEqual(from("20:30", "21:00"));
  expect(intersection(from("20:00", "21:00"), from("21:00", "22:00"))).toBeNull();
});

test("the start belongs to a slot, the end to the next", () => {
  expect(includes(from("20:00", "21:00"), at("20:00"))).toBe(true);
  expect(includes(from("20:00", "21:00"), at("20:59:59"))).toBe(true);
  expect(includes(from("20:00", "21:00"), at("21:00"))).toBe(false);
});

test("a slot across midnight is as long as it is; an inverted one is negative", () => {
  expect(lengthOf(from("23:30", "24:30"))).toBe(minutes(60));
  expect(lengthOf(from("20:01", "20:00"))).toBe(seconds(-60));
});

test("slots that meet become one stretch, empty ones vanish", () => {
  expect(
    merge([from("21:00", "22:00"), from("20:00", "21:00"), from("20:10", "20:20"), from("23:00", "23:00")]),
  ).toEqual([from("20:00", "22:00")]);
});

test("20:00–21:00 without 20:10–20:20 is what is before and what is after", () => {
  expect(without(from("20:00", "21:00"), [from("20:10", "20:20")])).toEqual([
    from("20:00", "20:10"),
    from("20:20", "21:00"),
  ]);
});

test("a merge holds the same moments, in stretches that are in order and apart", () => {
  fc.assert(
    fc.property(fc.array(anySpan, { maxLength: 12 }), (intervals) => {
      const merged = merge(intervals);
      expect(new Set(merged.flatMap(moments))).toEqual(new Set(intervals.flatMap(moments)));
      merged.forEach((each, index) => expect(each.startsAt).toBeGreaterThan(merged[index - 1]?.endsAt ?? -1));
    }),
  );
});

test("what is left of a stretch has each of its moments that no part has, once", () => {
  fc.assert(
    fc.property(anySpan, fc.array(anySpan, { maxLength: 12 }), (whole, parts) => {
      const taken = new Set(parts.flatMap(moments));
      expect(without(whole, parts).flatMap(moments)).toEqual(moments(whole).filter((each) => !taken.has(each)));
    }),
  );
});
