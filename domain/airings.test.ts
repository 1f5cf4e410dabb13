import { expect, test } from "vitest";
import { airingAt, premiereOf } from "./airings";
import { at } from "./given.test-kit";

const starting = (clock: string) => ({ startsAt: at(clock) });

test("the earliest slot is the premiere, in whatever order they were planned", () => {
  expect(premiereOf([starting("22:00"), starting("20:00"), starting("48:00")])).toBe(at("20:00"));
});

test("an episode without a slot has no premiere yet: the next slot will be it", () => {
  expect(premiereOf([])).toBeNull();
  expect(airingAt(at("20:00"), null)).toEqual({ kind: "premiere" });
});

test("every later slot is a rerun of the premiere, and not of the one before it", () => {
  const premiereAt = premiereOf([starting("20:00"), starting("21:00"), starting("22:00")]);
  expect(airingAt(at("20:00"), premiereAt)).toEqual({ kind: "premiere" });
  expect(airingAt(at("21:00"), premiereAt)).toEqual({ kind: "rerun", of: at("20:00") });
  expect(airingAt(at("22:00"), premiereAt)).toEqual({ kind: "rerun", of: at("20:00") });
});

test("a slot that is planned before all others takes the premiere from them", () => {
  expect(airingAt(at("20:00"), premiereOf([starting("19:00"), starting("20:00")]))).toEqual({
    kind: "rerun",
    of: at("19:00"),
  });
});
