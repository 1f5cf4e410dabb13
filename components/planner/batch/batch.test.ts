import { describe, expect, test } from "vitest";
import { wordsIn } from "@/components/language/words.test-kit";
import type { ConflictOnWire } from "@/domain/problems";
import { instant } from "@/domain/time";
import type { Cargo } from "../cargo";
import { changeOf } from "../slot-change";
import { batchInput, batchOf, batchVerbs, doneChanges, isBusy } from "./batch";
import { didPhrase, didText, endWords, partWords, progressText } from "./batch-words";

const words = wordsIn("Europe/Paris");
const hour = (from: number) => ({
  startsAt: instant(Date.UTC(2026, 11, 8, from)),
  endsAt: instant(Date.UTC(2026, 11, 8, from + 1)),
});
const ferries: Cargo = {
  episodeId: "e-1",
  showId: "s-1",
  title: "Slow ferries",
  showName: "Night Waves",
  colour: null,
  trackSeconds: 3527,
  notReady: null,
};
const planned: Cargo = { ...ferries, from: { slotId: "slot-1", ...hour(10), version: 4 } };
const changes = [
  changeOf(planned, hour(12)),
  changeOf(ferries, hour(14)),
  changeOf({ ...planned, from: { ...planned.from!, slotId: "slot-2" } }, null),
];
const batch = batchOf({ changes, mode: "all", words: batchVerbs.move });
const kiln: ConflictOnWire = {
  kind: "slot",
  instanceId: 1,
  showName: "Kiln",
  title: "Cones",
  startsAt: "2026-12-08T12:30:00Z",
  endsAt: "2026-12-08T13:30:00Z",
  foreign: false,
};
const taken = {
  change: changes[0]!,
  problem: { code: "SLOT_OVERLAP" as const, sentence: "The time is taken.", conflicts: [kiln] },
};

describe("an act on many slots", () => {
  test("asks for what moves by its slot as it was seen, for what is new by its episode, and for what goes by nothing", () => {
    expect(batchInput(batch)).toEqual({
      mode: "all",
      idempotencyKey: batch.key,
      changes: [
        { slotId: "slot-1", version: 4, to: { startsAt: "2026-12-08T12:00:00Z", endsAt: "2026-12-08T13:00:00Z" } },
        { episodeId: "e-1", showId: "s-1", to: { startsAt: "2026-12-08T14:00:00Z", endsAt: "2026-12-08T15:00:00Z" } },
        { slotId: "slot-2", version: 4, to: null },
      ],
    });
  });
  test("says of a premiere that the episode must have no slot yet", () => {
    const premiere = batchOf({
      changes: [{ ...changeOf(ferries, hour(14)), premiere: true }],
      mode: "all",
      words: batchVerbs.plan,
    });
    expect(batchInput(premiere).changes).toEqual([
      {
        episodeId: "e-1",
        showId: "s-1",
        to: { startsAt: "2026-12-08T14:00:00Z", endsAt: "2026-12-08T15:00:00Z" },
        premiere: true,
      },
    ]);
  });
  test("is drawn at once where something comes", () => {
    expect(batch.blocks.map(({ slot, startsAt }) => [slot.state, startsAt])).toEqual([
      ["saving", hour(12).startsAt],
      ["saving", hour(14).startsAt],
    ]);
  });
  test("is not begun a second time for a slot that is being changed, nor for the same new one", () => {
    expect([
      isBusy([changes[2]!], [batch]),
      isBusy([changes[1]!], [batch]),
      isBusy([changeOf(ferries, hour(16))], [batch]),
    ]).toEqual([true, true, false]);
  });
  test("is taken back without what was refused, and what was new goes by its new id", () => {
    expect(
      doneChanges(changes, new Set([0]), [{ slotId: "new" }]).map(({ slotId, after }) => [
        slotId,
        after?.startsAt ?? null,
      ]),
    ).toEqual([
      ["new", hour(14).startsAt],
      ["slot-2", null],
    ]);
  });
});

describe("its words", () => {
  test("say what was done, and where to when that helps", () => {
    expect(didText(words, batchVerbs.takeOff, 1)).toBe("Took off 1 slot.");
    expect(didPhrase(words, { ...batchVerbs.copy, where: "to next week" }, 12)).toBe("copied 12 slots to next week");
  });
  test("say how far it is", () => {
    const act = { key: "k", doing: "plan" as const, count: 200, isStopping: false };
    expect([0, 37, 200].map((done) => progressText(words, { ...act, done }))).toEqual([
      "Planning 200 slots",
      "Planning 37 of 200",
      "Planning 200 slots: reading back",
    ]);
    const waits = { ...act, doing: "undo" as const, count: null, done: 0 };
    expect(progressText(words, waits)).toBe("Undoing…");
  });
  test("name each that cannot be, when, and who is there", () => {
    expect(partWords(words, taken)).toEqual({
      name: "Night Waves, “Slow ferries”",
      when: "Tue 8 Dec 13:00",
      why: "Kiln is there from 13:30 to 14:30.",
    });
    expect(endWords(words, { batch, problem: taken.problem, parts: [taken], rest: 2 })).toEqual({
      headline: "Nothing was moved",
      words: "1 of 3 slots can't be moved right now.",
    });
    expect(endWords(words, { batch, problem: null, parts: [taken], rest: 2 })).toEqual({
      headline: "1 of 3 slots could not be moved",
      words: "The other 2 are on LibreTime.",
    });
  });
});
