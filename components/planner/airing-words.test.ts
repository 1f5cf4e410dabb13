import { expect, test } from "vitest";
import { instant } from "@/domain/time";
import { wordsIn } from "@/components/language/words.test-kit";
import { airingWords } from "./airing-words";

const paris = wordsIn("Europe/Paris");
const at = (iso: string) => instant(Date.parse(iso));

test("a premiere says so, a rerun names day and time of its premiere by the station's clock", () => {
  expect(airingWords(paris, at("2026-11-24T19:00:00Z"), { kind: "premiere" })).toBe("premiere");
  expect(airingWords(paris, at("2026-11-26T19:00:00Z"), { kind: "rerun", of: "2026-11-24T19:00:00Z" })).toBe(
    "rerun of Tue 24 Nov, 20:00",
  );
});

test("a premiere of another year is named with it", () => {
  expect(airingWords(paris, at("2027-01-05T19:00:00Z"), { kind: "rerun", of: "2026-11-24T19:00:00Z" })).toBe(
    "rerun of Tue 24 Nov 2026, 20:00",
  );
});
