import { expect, test } from "vitest";
import { instant } from "@/domain/time";
import { wordsIn } from "@/components/language/words.test-kit";
import type { CalendarDay } from "@/domain/zone";
import { clockNote, standingOf, startText } from "./entry-times";

const paris = wordsIn("Europe/Paris");
const late = {
  showName: "Blue Hour",
  title: null,
  startsAt: "2026-11-24T22:00:00Z",
  endsAt: "2026-11-25T00:30:00Z",
  colour: null,
  live: false,
};

test("what began the evening before says when it ends", () => {
  expect(startText(paris, "2026-11-24" as CalendarDay, late)).toBe("23:00");
  expect(startText(paris, "2026-11-25" as CalendarDay, late)).toBe("until 01:30");
});

test("a programme is on air from its start to before its end", () => {
  const at = (text: string) => standingOf(late, instant(Date.parse(text)));
  expect([
    at("2026-11-24T21:59:59Z"),
    at("2026-11-24T22:00:00Z"),
    at("2026-11-25T00:29:59Z"),
    at("2026-11-25T00:30:00Z"),
  ]).toEqual(["to-come", "on-air", "on-air", "past"]);
});

test("the days on which the clocks change say so", () => {
  expect(clockNote(paris, "2026-03-29" as CalendarDay)).toBe("Clocks go forward: 02:00 becomes 03:00.");
  expect(clockNote(paris, "2026-10-25" as CalendarDay)).toBe("Clocks go back: 03:00 becomes 02:00.");
  expect(clockNote(paris, "2026-11-24" as CalendarDay)).toBeNull();
});
