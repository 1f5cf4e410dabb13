import { describe, expect, test } from "vitest";
import { from } from "../given.test-kit";
import { applyOption, IMAGINED_SLOT, touchedBy } from "./apply";
import type { Effect } from "./option";
import { foreign, ours } from "./week.test-kit";

const [kiln, blue, news] = [
  ours("kiln", "20:00", "21:00"),
  ours("blue", "21:00", "22:00"),
  foreign("news", "23:00", "23:10"),
];
const week = [kiln, blue, news];
const place = from("20:00", "20:30");
const comes: Effect = { slotId: null, episodeId: "rooms-1", before: null, after: place };
const moves: Effect = { slotId: "kiln", episodeId: "kiln-1", before: kiln, after: from("20:30", "21:30") };
const goes: Effect = { slotId: "blue", episodeId: "blue-1", before: blue, after: null };
const imagined = {
  id: IMAGINED_SLOT,
  kind: "planned",
  state: "saving",
  ...place,
  locked: false,
  live: false,
  version: 0,
};

describe("the week as it would be after an option", () => {
  test("has what moves at its new place, without what goes, and what comes as a slot that is being saved", () => {
    expect(applyOption(week, { effects: [comes, moves, goes] })).toEqual([
      { ...kiln, ...from("20:30", "21:30") },
      news,
      { ...imagined, episodeId: "rooms-1" },
    ]);
  });

  test("imagines what holds no episode without one", () => {
    const { episodeId: _, ...hold } = comes;
    const [slot] = applyOption([], { effects: [hold] });
    expect(slot).toStrictEqual(imagined);
  });

  test("is the week where nothing happens, and where what would come has no place", () => {
    expect(applyOption(week, { effects: [] })).toEqual(week);
    expect(applyOption(week, { effects: [{ ...comes, after: null }] })).toEqual(week);
  });
});

test("an option touches the slots that are there, in the order of its effects", () => {
  expect(touchedBy({ effects: [moves, comes, goes] })).toEqual(["kiln", "blue"]);
  expect(IMAGINED_SLOT).toBe("imagined");
});
