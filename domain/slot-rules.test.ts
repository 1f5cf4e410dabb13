import { expect, test } from "vitest";
import { at } from "./given.test-kit";
import { begunProblem, listRangeProblem, slotRangeProblem } from "./slot-rules";
import { hours, instant, later } from "./time";

const evening = { startsAt: at("20:00"), endsAt: at("21:00") };

test("a slot ends after it starts, and is shorter than a day by at least a second", () => {
  expect(slotRangeProblem(evening)).toBeNull();
  expect(slotRangeProblem({ startsAt: at("20:00"), endsAt: at("20:00") })).toMatchObject({
    code: "INVALID_TIME_RANGE",
  });
  expect(slotRangeProblem({ startsAt: at("20:00"), endsAt: later(at("20:00"), hours(24)) })).toMatchObject({
    code: "INVALID_TIME_RANGE",
  });
  expect(slotRangeProblem({ startsAt: at("20:00"), endsAt: instant(later(at("20:00"), hours(24)) - 1000) })).toBeNull();
});

test("forty-two days are listed at once, and not a second more", () => {
  const end = later(at("20:00"), hours(42 * 24));
  expect(listRangeProblem({ startsAt: at("20:00"), endsAt: end })).toBeNull();
  expect(listRangeProblem({ startsAt: at("20:00"), endsAt: instant(end + 1000) })).toMatchObject({
    code: "INVALID_TIME_RANGE",
  });
  expect(listRangeProblem({ startsAt: end, endsAt: at("20:00") })).toMatchObject({ code: "INVALID_TIME_RANGE" });
});

test("a slot is on air from its first second to its last, and the past from its end on", () => {
  expect(begunProblem(evening, instant(at("20:00") - 1000))).toBeNull();
  expect(begunProblem(evening, at("20:00"))).toEqual({ code: "ON_AIR" });
  expect(begunProblem(evening, instant(at("21:00") - 1000))).toEqual({ code: "ON_AIR" });
  expect(begunProblem(evening, at("21:00"))).toEqual({ code: "IN_THE_PAST" });
});
