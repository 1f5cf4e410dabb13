import { describe, expect, test } from "vitest";
import { wordsIn } from "@/components/language/words.test-kit";
import type { Slot } from "@/domain/slots";
import { instant } from "@/domain/time";
import { parseDay } from "@/domain/zone";
import { placed } from "../placed-slot";
import { typedSecond } from "../typed-time";
import { clearingOf, staysText } from "./clearing";

const words = wordsIn("Europe/Paris");
const at = (hour: number) => instant(Date.UTC(2026, 11, 8, hour));
function slot(id: string, from: number, to: number, over: Partial<Slot> = {}) {
  return placed({
    id,
    kind: "planned",
    state: "on-libretime",
    startsAt: new Date(at(from)).toISOString(),
    endsAt: new Date(at(to)).toISOString(),
    title: id,
    showName: "Kiln",
    colour: null,
    episodeId: "e",
    showId: "s",
    playoutIds: [],
    trackIds: [],
    locked: from <= 10,
    live: false,
    warnings: [],
    version: 1,
    ...over,
  });
}
const day = [
  slot("aired", 8, 9),
  slot("airing", 9, 11),
  slot("one", 12, 13),
  slot("two", 13, 14),
  slot("jazz", 14, 15, { kind: "foreign", locked: true }),
  slot("late", 16, 17),
  slot("saving", 17, 18, { state: "saving" }),
];
const clear = (from: number, to: number) => {
  const { goes, stays } = clearingOf(day, { startsAt: at(from), endsAt: at(to) }, at(10));
  return [goes.map(({ title }) => title), staysText(words, stays)];
};

describe("a stretch that is cleared", () => {
  test("loses what is ours and coming; what has been or is on air, what is LibreTime's, and what nobody knows yet stays", () => {
    expect(clear(0, 24)).toEqual([
      ["one", "two", "late"],
      "What is on air now, 1 that has been on air, 1 made in LibreTime and 1 being saved or checked stay.",
    ]);
  });
  test("keeps what begins before it, and loses what ends after it", () => {
    expect(clearingOf(day, { startsAt: instant(at(12) + 1), endsAt: instant(at(13) + 1) }, at(10))).toMatchObject({
      goes: [{ title: "two" }],
      stays: [{ why: "begins-before", count: 1 }],
    });
    expect(clear(12, 13)).toEqual([["one"], null]);
  });
});

test("a time is read as fingers type it, and 24:00 is the end of its day", () => {
  expect(["20:00", "9.30", "2130", "24:00", "24:01", "25:00", ""].map(typedSecond)).toEqual([
    72_000,
    34_200,
    77_400,
    86_400,
    null,
    null,
    null,
  ]);
  expect([parseDay("2026-12-08"), parseDay("2026-13-40"), parseDay("")]).toEqual(["2026-12-08", null, null]);
});
