import { expect, test } from "vitest";
import { wordsIn } from "@/components/language/words.test-kit";
import { instant } from "@/domain/time";
import { againText, airingText } from "./airing";

const paris = wordsIn("Europe/Paris");
/** Tuesday 24 November 2026, 17:09 in Paris. */
const now = instant(Date.parse("2026-11-24T16:09:00Z"));

test("what was never aired says so", () => {
  expect(airingText(paris, now, { lastAiredAt: null, nextAiringAt: null, premiereAt: null })).toBe("never aired");
});

test("the last airing is a date of the station's calendar, and a month in another year", () => {
  expect(airingText(paris, now, { lastAiredAt: "2026-10-03T22:30:00Z", nextAiringAt: null, premiereAt: null })).toBe(
    "last 4 Oct",
  );
  expect(airingText(paris, now, { lastAiredAt: "2024-10-03T22:30:00Z", nextAiringAt: null, premiereAt: null })).toBe(
    "last Oct 2024",
  );
});

test("within a week the next airing is a weekday and a time, today by its name", () => {
  expect(
    airingText(paris, now, {
      lastAiredAt: null,
      nextAiringAt: "2026-11-24T19:00:00Z",
      premiereAt: "2026-11-24T19:00:00Z",
    }),
  ).toBe("premiere today 20:00");
  expect(
    airingText(paris, now, {
      lastAiredAt: null,
      nextAiringAt: "2026-11-30T19:00:00Z",
      premiereAt: "2026-11-30T19:00:00Z",
    }),
  ).toBe("premiere Mon 20:00");
});

test("the weekday of next week is a date: 'premiere Tue' would be read as today's", () => {
  expect(
    airingText(paris, now, {
      lastAiredAt: null,
      nextAiringAt: "2026-12-01T19:00:00Z",
      premiereAt: "2026-12-01T19:00:00Z",
    }),
  ).toBe("premiere 1 Dec");
});

test("an airing to come is said before the last one, and as the rerun that it is", () => {
  expect(
    airingText(paris, now, {
      lastAiredAt: "2026-10-03T20:00:00Z",
      nextAiringAt: "2026-11-26T08:05:00Z",
      premiereAt: "2026-10-03T20:00:00Z",
    }),
  ).toBe("rerun Thu 09:05");
});

test("who points at a card reads what planning it again would be a rerun of", () => {
  expect(againText(paris, now, { lastAiredAt: null, nextAiringAt: null, premiereAt: "2026-10-03T20:00:00Z" })).toBe(
    "Planned again after that, it is a rerun of Sat 3 Oct, 22:00.",
  );
  expect(againText(paris, now, { lastAiredAt: null, nextAiringAt: null, premiereAt: null })).toBe(
    "Not planned yet: its first slot will be the premiere.",
  );
});
