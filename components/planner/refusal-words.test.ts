import { expect, test } from "vitest";
import { wordsIn } from "@/components/language/words.test-kit";
import type { ConflictOnWire } from "@/domain/problems";
import { instant } from "@/domain/time";
import { attemptOf } from "./attempts";
import { refusalWords } from "./refusal-words";
import type { Refused } from "./refused";

const words = wordsIn("Europe/Paris");
const hour = { startsAt: instant(Date.UTC(2026, 11, 8, 11)), endsAt: instant(Date.UTC(2026, 11, 8, 12)) };
const cargo = {
  episodeId: "e-1",
  showId: "s-1",
  title: "Signal to sea",
  showName: "Night Waves",
  colour: null,
  trackSeconds: 3527,
  notReady: null,
};
const kiln: ConflictOnWire = {
  kind: "slot",
  instanceId: 40,
  showName: "Kiln",
  title: "Cones",
  startsAt: "2026-12-08T11:30:00Z",
  endsAt: "2026-12-08T12:30:00Z",
  foreign: false,
};
const said = (problem: Partial<Refused>) =>
  refusalWords(words, attemptOf("place", cargo, hour), {
    problem: { code: "SLOT_OVERLAP", sentence: "The time is taken.", conflicts: [kiln], ...problem },
    slotOf: () => undefined,
  });

test("who is there is the headline, and what it is follows with what one needs", () => {
  expect(said({})).toEqual({
    headline: "Kiln is there from 12:30 to 13:30",
    rest: "“Cones” is planned there. “Signal to sea” needs 58:47.",
  });
  expect(said({ code: "TRACK_OVERLAP", conflicts: [{ ...kiln, foreign: true }] }).rest).toBe(
    "The same track is already there. “Cones” was made in LibreTime itself and stays. “Signal to sea” needs 58:47.",
  );
});

test("of several there, the second is named, more are counted", () => {
  const news = { ...kiln, showName: "News" };
  expect(said({ conflicts: [kiln, news] }).headline).toBe("Kiln is there from 12:30 to 13:30, then News");
  expect(said({ conflicts: [kiln, news, news] }).headline).toBe("Kiln is there from 12:30 to 13:30, then 2 more");
});

test("what is about no place is said as it is", () => {
  const problem = { code: "ON_AIR", sentence: "It is on air now, and stays as it is.", conflicts: [] } as const;
  expect(said(problem)).toEqual({ headline: problem.sentence, rest: null });
});
