import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at, from } from "./given.test-kit";
import { freeStretches, nearestFreeStart, nearestFreeTimes } from "./free-time";
import { overlap, type Interval } from "./interval";
import { instant, minutes, type Instant } from "./time";

const evening = from("18:00", "24:00");
const fiveMinutes = minutes(5);

test("the free stretches of an evening are what nobody holds and what is long enough", () => {
  const held = [from("19:00", "20:00"), from("20:30", "22:00")];
  expect(freeStretches(evening, held, minutes(60))).toEqual([from("18:00", "19:00"), from("22:00", "24:00")]);
  expect(freeStretches(evening, held, minutes(30))).toEqual([
    from("18:00", "19:00"),
    from("20:00", "20:30"),
    from("22:00", "24:00"),
  ]);
});

describe("the nearest free times", () => {
  test("an hour wished at 20:00, where somebody is until 20:50, goes to 19:00 or 20:50", () => {
    expect(
      nearestFreeTimes(from("20:00", "21:00"), [from("20:00", "20:50")], { within: evening, step: fiveMinutes }),
    ).toEqual({
      before: at("19:00"),
      after: at("20:50"),
    });
  });

  test("they lie on the step where there is room for it", () => {
    expect(
      nearestFreeTimes(from("20:00", "21:00"), [from("19:58", "20:52")], { within: evening, step: fiveMinutes }),
    ).toEqual({
      before: at("18:55"),
      after: at("20:55"),
    });
  });

  test("a stretch without room for a step is used from its edge", () => {
    const held = [from("18:00", "18:31"), from("19:34", "21:03"), from("22:04", "24:00")];
    expect(nearestFreeTimes(from("20:00", "21:00"), held, { within: evening, step: minutes(15) })).toEqual({
      before: at("18:34"),
      after: at("21:03"),
    });
  });

  test("a whole free hour between two others is found, though it is off the step", () => {
    expect(
      nearestFreeTimes(from("20:00", "21:00"), [from("18:00", "21:02"), from("22:02", "24:00")], {
        within: evening,
        step: fiveMinutes,
      }),
    ).toEqual({ before: null, after: at("21:02") });
  });

  test("the nearest stretch is taken, not the first", () => {
    const held = [from("19:00", "19:30"), from("20:30", "21:30"), from("22:00", "22:30")];
    expect(nearestFreeTimes(from("20:45", "21:15"), held, { within: evening, step: fiveMinutes })).toEqual({
      before: at("20:00"),
      after: at("21:30"),
    });
  });

  test("a full evening has none", () => {
    expect(nearestFreeTimes(from("20:00", "21:00"), [evening], { within: evening, step: fiveMinutes })).toEqual({
      before: null,
      after: null,
    });
  });

  test("a stretch that is too short is none", () => {
    expect(
      nearestFreeTimes(from("20:00", "21:00"), [from("18:59", "23:01")], { within: evening, step: fiveMinutes }),
    ).toEqual({
      before: null,
      after: null,
    });
  });

  test("a wish that is free itself is offered its neighbours on the step, not itself", () => {
    expect(nearestFreeTimes(from("20:00", "21:00"), [], { within: evening, step: fiveMinutes })).toEqual({
      before: at("19:55"),
      after: at("20:05"),
    });
  });

  test("what lies outside the window is not offered: the past is not", () => {
    expect(
      nearestFreeTimes(from("20:00", "21:00"), [from("20:00", "21:00")], {
        within: from("19:30", "22:00"),
        step: fiveMinutes,
      }),
    ).toEqual({ before: null, after: at("21:00") });
  });
});

test("of the two nearest the nearer one is taken, and the later one when both are as near", () => {
  const free = [from("18:00", "19:00"), from("21:30", "24:00")];
  expect(nearestFreeStart(from("20:00", "21:00"), free, fiveMinutes)).toBe(at("21:30"));
  expect(nearestFreeStart(from("19:40", "20:40"), free, fiveMinutes)).toBe(at("18:00"));
  expect(nearestFreeStart(from("19:45", "20:45"), free, fiveMinutes)).toBe(at("21:30"));
  expect(nearestFreeStart(from("16:00", "19:00"), free, fiveMinutes)).toBeNull();
});

test("they are free, on a step where there is room for one, and nobody knows a nearer one", () => {
  const minute = (count: number): Instant => instant(count * 60_000);
  const span = ([start, length]: [number, number]): Interval => ({
    startsAt: minute(start),
    endsAt: minute(start + length),
  });
  const anySpan = fc.tuple(fc.integer({ min: -10, max: 130 }), fc.integer({ min: 0, max: 30 })).map(span);
  const anyWish = fc.tuple(fc.integer({ min: -10, max: 130 }), fc.integer({ min: 1, max: 40 })).map(span);
  fc.assert(
    fc.property(anyWish, fc.array(anySpan, { maxLength: 10 }), fc.constantFrom(1, 5, 15), (wish, held, step) => {
      const [window, length] = [span([0, 120]), (wish.endsAt - wish.startsAt) / 60_000];
      const isFree = (start: number): boolean =>
        start >= 0 && start + length <= 120 && !held.some((each) => overlap(each, span([start, length])));
      const starts = Array.from({ length: 121 }, (_, start) => start).filter(isFree);
      // A start is offered when it is on the step, or when nothing of its free stretch is: then its edges are.
      const isOffered = (start: number): boolean => {
        let [first, last] = [start, start];
        while (isFree(first - 1)) first -= 1;
        while (isFree(last + 1)) last += 1;
        return start % step === 0 || ((start === first || start === last) && Math.ceil(first / step) * step > last);
      };
      const offered = starts.filter(isOffered).map(minute);
      expect(nearestFreeTimes(wish, held, { within: window, step: minutes(step) })).toEqual({
        before: offered.findLast((each) => each < wish.startsAt) ?? null,
        after: offered.find((each) => each > wish.startsAt) ?? null,
      });
    }),
    { numRuns: 500 },
  );
});
