import { expect, test } from "vitest";
import { wordsIn } from "@/components/language/words.test-kit";
import { lengthText, rangeText, spokenLength } from "./lengths";

const words = wordsIn("Europe/Paris");

test("a length shows hours only when it has some", () => {
  expect([42, 2670, 3527, 3600, 5283].map(lengthText)).toEqual(["0:42", "44:30", "58:47", "1:00:00", "1:28:03"]);
});

test("a length is said in hours and minutes, one of each in the singular", () => {
  expect([42, 60, 2670, 3600, 5283].map((seconds) => spokenLength(words, seconds))).toEqual([
    "42 seconds",
    "1 minute",
    "45 minutes",
    "1 hour",
    "1 hour 28 minutes",
  ]);
});

test("a range of lengths may be open at either end", () => {
  expect(rangeText(words, { fromMinutes: 45, toMinutes: 65 })).toBe("45 – 65 min");
  expect(rangeText(words, { fromMinutes: null, toMinutes: 25 })).toBe("up to 25 min");
  expect(rangeText(words, { fromMinutes: 95, toMinutes: null })).toBe("over 95 min");
  expect(rangeText(words, { fromMinutes: null, toMinutes: null })).toBe("Any length");
});
