import { describe, expect, test } from "vitest";
import { wordsIn } from "@/components/language/words.test-kit";
import { isAlarming } from "@/domain/checks";
import type { DifferenceView, Slot } from "@/domain/slots";
import { instant } from "@/domain/time";
import { doublingsOf } from "@/domain/troubles";
import { placed } from "./placed-slot";
import { repairsOf } from "./repair-words";
import { overSentence, spokenSlot, stateText, toldOver } from "./slot-words";

const words = wordsIn("Europe/Paris");
const on = (day: string, from: string, to: string) => ({
  startsAt: new Date(`2026-11-${day}T${from}+01:00`).toISOString(),
  endsAt: new Date(`2026-11-${day}T${to}+01:00`).toISOString(),
});
/** Slow ferries, planned on Tuesday from 20:00 to 21:00; its track lasts 58:47. */
const ferries = (differences: readonly DifferenceView[], over: Partial<Slot> = {}): Slot => ({
  id: "slot-1",
  kind: "planned",
  state: "changed",
  ...on("24", "20:00", "21:00"),
  title: "Slow ferries",
  showName: "Night Waves",
  colour: null,
  episodeId: "e-1",
  showId: "s-1",
  playoutIds: [400],
  trackIds: [7],
  trackSeconds: 3527,
  locked: false,
  live: false,
  warnings: [],
  version: 1,
  differences,
  ...over,
});
const moved = { what: "row-moved", ...on("24", "20:10", "21:00") } as const;
const movedWithShow = [
  { what: "row-moved", ...on("25", "20:10", "21:08:47") },
  { what: "instance-moved", ...on("25", "20:10", "21:10") },
] as const;
const twin = { what: "twin", playoutId: 9, ...on("24", "20:30", "21:28:47") } as const;

describe("what LibreTime has otherwise", () => {
  const told: readonly (readonly [string, readonly DifferenceView[], string, string])[] = [
    [
      "a row that is gone",
      [{ what: "row-gone" }],
      "not on LibreTime",
      "LibreTime does not have it any more. It will not be heard.",
    ],
    [
      "a row that never airs",
      [{ what: "never-airs" }],
      "will not be heard",
      "LibreTime has it outside of its show's time: it will not be heard.",
    ],
    [
      "cues that playout cannot read",
      [{ what: "cues", breaksPlayout: true }],
      "silences the station",
      "LibreTime's playout can't read this track's cue points or fades, and ignores every schedule change until this is fixed.",
    ],
    [
      "cues of another part",
      [{ what: "cues", breaksPlayout: false }],
      "another part",
      "LibreTime plays another part of its track, or fades it otherwise.",
    ],
    ["a row that was moved", [moved], "moved to 20:10", "LibreTime has it from 20:10 to 21:00 on Tuesday."],
    [
      "a row that was cut short",
      [{ what: "row-moved", ...on("24", "20:00", "20:40") }],
      "ends at 20:40",
      "LibreTime has it from 20:00 to 20:40 on Tuesday.",
    ],
    ["both, moved together", movedWithShow, "moved to Wed 20:10", "LibreTime has it from 20:10 to 21:10 on Wednesday."],
    [
      "a show that was made longer",
      [{ what: "instance-moved", ...on("24", "20:00", "22:00") }],
      "show ends at 22:00",
      "LibreTime has its show from 20:00 to 22:00 on Tuesday.",
    ],
    [
      "an instance of a live hold that is gone",
      [{ what: "hold-gone" }],
      "not on LibreTime",
      "LibreTime does not have it any more: nothing keeps its time free there.",
    ],
    [
      "a row in a live hold",
      [{ what: "filled", playoutId: 9, ...on("24", "20:30", "21:00") }],
      "not empty",
      "Somebody put something into it in LibreTime, which will be heard from 20:30 to 21:00 on Tuesday.",
    ],
    [
      "a twin",
      [twin],
      "twice on LibreTime",
      "LibreTime has the same track a second time, from 20:30 to 21:28:47 on Tuesday.",
    ],
  ];
  test.each(told)("%s is said short on the block, and in sentences on its card", (_, differences, short, sentences) => {
    const state =
      differences[0]!.what === "row-gone" ? "missing" : differences[0]!.what === "twin" ? "duplicate" : "changed";
    expect(stateText(words, ferries(differences, { state }))).toEqual({ short, sentences });
  });

  test('a track that would not play any more is said instead of "on LibreTime", after what differs, and not while it is saved', () => {
    const gone = { notReady: "gone" } as const;
    expect(stateText(words, ferries([], { state: "on-libretime", ...gone }))).toEqual({
      short: "audio gone",
      sentences: "LibreTime says that the track's audio is gone.",
    });
    expect(stateText(words, ferries([moved], gone))).toEqual({
      short: "moved to 20:10",
      sentences: "LibreTime has it from 20:10 to 21:00 on Tuesday. LibreTime says that the track's audio is gone.",
    });
    expect(stateText(words, ferries([], { state: "saving", ...gone })).short).toBe("saving");
    expect(isAlarming(ferries([], { state: "on-libretime", ...gone }))).toBe(true);
  });

  test("what LibreTime's own slot does to all of the station is said instead of that it is locked", () => {
    const theirs = ferries([], { kind: "foreign", state: "on-libretime", silencesStation: true });
    expect(stateText(words, theirs)).toEqual({
      short: "silences the station",
      sentences:
        "LibreTime's playout can't read this track's cue points or fades, and ignores every schedule change until this is fixed. It was made in LibreTime itself, and can be mended or deleted there.",
    });
    expect(isAlarming(theirs)).toBe(true);
  });

  test("of several the block says what is heard, the card says all", () => {
    const both = [
      { what: "instance-moved", ...on("24", "19:00", "20:30") },
      { what: "row-moved", ...on("24", "20:00", "20:30") },
    ] as const;
    expect(stateText(words, ferries(both))).toEqual({
      short: "ends at 20:30",
      sentences:
        "LibreTime has it from 20:00 to 20:30 on Tuesday. LibreTime has its show from 19:00 to 20:30 on Tuesday.",
    });
  });
  test("a day far away is named with its date", () => {
    expect(stateText(words, ferries([{ what: "row-moved", ...on("30", "20:10", "21:10") }])).sentences).toBe(
      "LibreTime has it from 20:10 to 21:10 on Monday 30 November 2026.",
    );
  });
  test("ears hear it too, and no difference while it is being mended", () => {
    expect(spokenSlot(words, placed(ferries([moved])), { isOnAir: false })).toBe(
      "Night Waves, Slow ferries, Tuesday 20:00 to 21:00, moved to 20:10",
    );
    expect(stateText(words, ferries([moved], { state: "saving" })).short).toBe("saving");
  });
  test("what lies over a slot is said after how it stands", () => {
    const [slot, theirs] = [
      ferries([], { state: "on-libretime", ...on("24", "23:00", "23:59") }),
      ferries([], {
        id: "theirs",
        kind: "foreign",
        state: "on-libretime",
        showName: "Jazz Hour",
        playoutIds: [9],
        ...on("24", "23:30", "23:45"),
      }),
    ];
    const [over] = doublingsOf([slot, theirs], { now: instant(0) });
    expect(overSentence(words, over!)).toBe("Jazz Hour lies over it, from 23:30 to 23:45 on Tuesday.");
    expect(spokenSlot(words, placed(slot), { isOnAir: false, over })).toBe(
      "Night Waves, Slow ferries, Tuesday 23:00 to 23:59, on LibreTime, Jazz Hour lies over it",
    );
  });
  test("and is the first to be told only where the slot itself is as it should be", () => {
    const over = { danger: true } as Parameters<typeof toldOver>[1];
    expect([
      toldOver({ state: "on-libretime" }, over),
      toldOver({ state: "changed" }, over),
      toldOver({ state: "unknown" }, over),
      toldOver({ state: "on-libretime", notReady: "gone" }, over),
    ]).toEqual([over, undefined, undefined, undefined]);
  });
  test("silence and a second time alarm, another time does not", () => {
    expect([
      isAlarming(ferries([{ what: "never-airs" }])),
      isAlarming(ferries([twin], { state: "duplicate" })),
      isAlarming(ferries([moved])),
    ]).toEqual([true, true, false]);
  });
});

describe("what can be done about it", () => {
  const offered = (differences: readonly DifferenceView[], over: Partial<Slot> = {}) =>
    repairsOf(words, placed(ferries(differences, over))).map(({ take, detail }) => [take, detail]);
  const ours = ["ours", "Tue 20:00 – 21:00, as it was planned"];

  test("where the show was moved with it, the grid follows", () => {
    expect(offered(movedWithShow)).toEqual([ours, ["libretime", "the grid follows: Wed 20:10 – 21:10"]]);
    expect(offered([{ what: "instance-moved", ...on("24", "20:00", "22:00") }])).toEqual([
      ours,
      ["libretime", "the grid follows: Tue 20:00 – 22:00"],
    ]);
  });
  test("what was moved out of its place alone is let go of", () => {
    const letGo = ["libretime", "it stays as it is there, as LibreTime's own"];
    expect(offered([moved])).toEqual([ours, letGo]);
  });
  test("what is gone there goes here", () => {
    expect(offered([{ what: "row-gone" }], { state: "missing" })).toEqual([
      ours,
      ["libretime", "it goes off the grid, back to the library"],
    ]);
  });
  test("of two, ours cannot be put where the other one is", () => {
    expect(offered([twin], { state: "duplicate" }).map(([take]) => take)).toEqual(["libretime"]);
  });
  test("another part of its track is let go of; what silences the station can only be mended", () => {
    expect(offered([{ what: "cues", breaksPlayout: false }])).toEqual([
      ours,
      ["libretime", "it stays as it is there, as LibreTime's own"],
    ]);
    expect(offered([{ what: "cues", breaksPlayout: true }])).toEqual([ours]);
  });
  test("nothing is offered for what is locked, being saved, foreign, or as planned", () => {
    const none = [
      offered([moved], { locked: true }),
      offered([moved], { state: "saving" }),
      offered([moved], { kind: "foreign" }),
      offered([], { state: "on-libretime" }),
    ];
    expect(none).toEqual([[], [], [], []]);
  });
});
