import { expect, test } from "vitest";
import { wordsIn } from "@/components/language/words.test-kit";
import type { Slot } from "@/domain/slots";
import { troublesOf } from "@/domain/troubles";
import { instant } from "@/domain/time";
import { cargoOfEpisode, cargoOfSlot } from "../cargo";
import { placed } from "../placed-slot";
import { spokenSlot, stateText } from "../slot-words";
import { troubleText } from "../trouble-words";
import { verdictOn } from "../verdict";
import type { LibraryEpisode } from "./library-episode";
import { reasonSentence } from "./readiness";

const words = wordsIn("Europe/Paris");
const { zone } = words;
const was = { kind: "file", id: 12, title: "X", lengthSeconds: 3480 } as const;
const sentence = "This is another recording now: LibreTime's file 12 was “X”, 58:00; pick the track again.";
const slot: Slot = {
  id: "slot-1",
  kind: "planned",
  state: "on-libretime",
  startsAt: "2026-11-24T19:00:00.000Z",
  endsAt: "2026-11-24T20:00:00.000Z",
  title: "Slow ferries",
  showName: "Night Waves",
  colour: null,
  content: { kind: "track", episodeId: "e-1", trackId: 12, trackSeconds: 3480 },
  episodeId: "e-1",
  showId: "s-1",
  playoutIds: [400],
  trackIds: [12],
  trackSeconds: 3480,
  locked: false,
  live: false,
  warnings: [],
  version: 1,
  notReady: "replaced",
  was,
};
const episode: LibraryEpisode = {
  id: "e-1",
  title: "Slow ferries",
  showId: "s-1",
  showName: "Night Waves",
  colour: "#336699",
  lengthSeconds: 3480,
  ready: { reason: "replaced", was },
  lastAiredAt: null,
  nextAiringAt: null,
  premiereAt: null,
  genres: [],
  tags: [],
  description: "",
};

test("a slot whose track was replaced says so on its block and its card, for eyes and ears", () => {
  expect(stateText(words, slot)).toEqual({ short: "replaced in LibreTime", sentences: sentence });
  expect(spokenSlot(words, placed(slot), { isOnAir: false })).toContain("replaced in LibreTime");
});

test("a webstream is called one", () => {
  const stream: Slot = {
    ...slot,
    content: { kind: "stream", streamId: 3 },
    was: { kind: "stream", id: 3, title: "World Service", lengthSeconds: null },
  };
  expect(stateText(words, stream).sentences).toBe(
    "This is another webstream now: LibreTime's webstream 3 was “World Service”; pick it again.",
  );
});

test("the inbox names what it was", () => {
  const [trouble] = troublesOf(
    { slots: [slot] },
    {
      zone,
      within: {
        startsAt: instant(Date.parse("2026-11-24T00:00:00Z")),
        endsAt: instant(Date.parse("2026-11-25T00:00:00Z")),
      },
      now: instant(Date.parse("2026-11-24T12:00:00Z")),
    },
  );
  expect(trouble).toMatchObject({ what: "track", reason: "replaced", danger: true });
  expect(troubleText(words, trouble!)).toBe("replaced in LibreTime: was “X”, 58:00");
});

test("the card of an episode says what it was, and neither it nor its slot can be dropped", () => {
  expect(reasonSentence(words, "replaced", was)).toBe(sentence);
  expect(cargoOfEpisode(episode).notReady).toBe("replaced");
  expect(cargoOfSlot(placed(slot))?.notReady).toBe("replaced");
  const to = {
    startsAt: instant(Date.parse("2026-11-25T19:00:00Z")),
    endsAt: instant(Date.parse("2026-11-25T20:00:00Z")),
  };
  for (const cargo of [cargoOfEpisode(episode), cargoOfSlot(placed(slot))!]) {
    expect(verdictOn(cargo, to, { words, slots: [], now: instant(0) })).toEqual({
      fits: false,
      why: "not-ready",
      words: "replaced in LibreTime",
      blockers: [],
    });
  }
});
