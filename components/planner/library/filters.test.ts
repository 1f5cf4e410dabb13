import { expect, test } from "vitest";
import { wordsIn } from "@/components/language/words.test-kit";
import { instant } from "@/domain/time";
import { hiddenText, isNarrowed, noFilters, searchInput } from "./filters";

const words = wordsIn("Europe/Paris");
const now = instant(Date.parse("2026-11-24T16:09:31Z"));

test("without filters nothing but the order is asked for", () => {
  const { sort, ...rest } = searchInput(noFilters, now);
  expect(sort).toBe("longest-unaired");
  expect(Object.values(rest).every((value) => value === undefined)).toBe(true);
});

test("the same filters are the same question for an hour", () => {
  const filters = { ...noFilters, aired: "not-lately" } as const;
  expect(searchInput(filters, now)).toEqual(searchInput(filters, instant(now + 20 * 60_000)));
  expect(searchInput(filters, now).notAiredSince).toBe("2026-10-25T16:00:00Z");
});

test("45 to 65 minutes are asked for in seconds", () => {
  expect(searchInput({ ...noFilters, length: { fromMinutes: 45, toMinutes: 65 } }, now)).toMatchObject({
    minSeconds: 2700,
    maxSeconds: 3900,
  });
});

test("words searched for do not count as narrowing, a filter does", () => {
  expect(isNarrowed({ ...noFilters, text: "kiln" })).toBe(false);
  expect(isNarrowed({ ...noFilters, aired: "never" })).toBe(true);
});

test("what a filter hides is said with what shows it again", () => {
  const hidden = hiddenText(words, { reason: "length", count: 1037 });
  expect(hidden?.text).toBe("1,037 by length");
  expect(isNarrowed({ ...noFilters, length: { fromMinutes: 45, toMinutes: null }, ...hidden?.lift })).toBe(false);
});

test("nothing hidden is nothing said, and so is a filter that we do not know", () => {
  expect(hiddenText(words, { reason: "length", count: 0 })).toBeNull();
  expect(hiddenText(words, { reason: "moon-phase", count: 3 })).toBeNull();
});
