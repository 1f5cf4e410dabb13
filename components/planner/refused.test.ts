import { expect, test } from "vitest";
import { wordsIn } from "@/components/language/words.test-kit";
import { minutes, later, instant } from "@/domain/time";
import type { Cargo } from "./cargo";
import { placed } from "./placed-slot";
import { refusedByPreview, withRivals } from "./refused";
import { verdictOn } from "./verdict";
import { waysOut } from "./ways-out";

const words = wordsIn("Europe/Paris");
const noon = instant(Date.UTC(2026, 11, 8, 11));
const hour = { startsAt: noon, endsAt: later(noon, minutes(60)) };
const cargo: Cargo = {
  episodeId: "e-1",
  showId: "s-1",
  title: "Signal to sea",
  showName: "Night Waves",
  colour: null,
  trackSeconds: 3600,
  notReady: null,
};
const there = (episodeId: string) =>
  placed({
    id: "slot-1",
    kind: "planned",
    state: "on-libretime",
    startsAt: "2026-12-08T11:30:00Z",
    endsAt: "2026-12-08T12:30:00Z",
    title: "Cones and draughts",
    showName: "Kiln",
    colour: null,
    episodeId,
    showId: "s-2",
    instanceId: 40,
    playoutIds: [400],
    trackIds: [7],
    locked: false,
    live: false,
    warnings: [],
    version: 1,
  });

test("the same episode there is refused as the same track, another one as a taken time", () => {
  const verdict = (episodeId: string) => verdictOn(cargo, hour, { words, slots: [there(episodeId)], now: instant(0) });
  expect(refusedByPreview(words, verdict("e-1"), cargo)).toMatchObject({ code: "TRACK_OVERLAP" });
  expect(refusedByPreview(words, verdict("e-2"), cargo)).toMatchObject({ code: "SLOT_OVERLAP" });
});

test("no way out leads to the place of somebody who was faster than the news", () => {
  const rival = {
    kind: "slot",
    instanceId: 90,
    showName: "Jazz Archive",
    title: "Kind of evening",
    startsAt: "2026-12-08T11:15:00Z",
    endsAt: "2026-12-08T11:45:00Z",
    foreign: true,
  } as const;
  const slots = withRivals([], [rival]);
  const ways = waysOut(cargo, hour, {
    words,
    slots,
    now: instant(0),
    within: { startsAt: instant(noon - 36_000_000), endsAt: instant(noon + 36_000_000) },
  });
  const isFree = ({ changes }: (typeof ways)[number]) =>
    changes.every(
      ({ after }) => after === null || after.endsAt <= slots[0]!.startsAt || after.startsAt >= slots[0]!.endsAt,
    );
  expect(ways.length).toBeGreaterThan(0);
  expect(ways.every(isFree)).toBe(true);
});

test("who is shown already is not added again", () => {
  const slot = there("e-2");
  const known = {
    kind: "slot",
    instanceId: 40,
    showName: "Kiln",
    title: "Cones and draughts",
    startsAt: slot.slot.startsAt,
    endsAt: slot.slot.endsAt,
    foreign: false,
    slotId: "slot-1",
  } as const;
  expect(withRivals([slot], [known])).toEqual([slot]);
});
