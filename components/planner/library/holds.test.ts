import { expect, test } from "vitest";
import { liveHolds, relays, wordsFind } from "./holds";

const nightWaves = { id: "s-1", title: "Night Waves", colour: "#5b6bd6", defaultSlotMinutes: 90 };

test("a live hold lasts as long as the show's slots usually do, or an hour, and is called as it was typed", () => {
  const [named, plain] = [
    liveHolds([nightWaves], " Studio 1 ")[0],
    liveHolds([{ ...nightWaves, defaultSlotMinutes: null }], "")[0],
  ];
  expect(named).toEqual({
    id: "live:s-1",
    hold: { kind: "live", title: "Studio 1" },
    showId: "s-1",
    showName: "Night Waves",
    title: "Studio 1",
    colour: "#5b6bd6",
    seconds: 5400,
  });
  expect(plain).toMatchObject({ hold: { kind: "live" }, title: "Live", seconds: 3600 });
});

test("a webstream lasts as long as LibreTime says, in whole minutes: an hour where it says nothing, less than a day always", () => {
  const lengths = [5400, 90.5, 0, 86_400].map(
    (lengthSeconds) => relays([{ id: 4, name: "World Service", lengthSeconds }], nightWaves)[0]!.seconds,
  );
  expect(lengths).toEqual([5400, 120, 3600, 82_800]);
  expect(relays([{ id: 4, name: "World Service", lengthSeconds: 60 }], nightWaves)[0]).toMatchObject({
    id: "stream:4",
    hold: { kind: "stream", streamId: 4 },
    showId: "s-1",
    title: "World Service",
  });
});

test("all words are found, whatever the case and the accents", () => {
  expect([
    wordsFind("oceane NUIT", "Océane, la nuit"),
    wordsFind("oceane jour", "Océane, la nuit"),
    wordsFind(" ", "Kiln"),
  ]).toEqual([true, false, true]);
});
