import { describe, expect, test } from "vitest";
import { wordsIn } from "@/components/language/words.test-kit";
import { instant } from "@/domain/time";
import { changesPhrase, doneText, entryPhrase } from "./act-words";
import { attemptOf } from "./attempts";
import { isTakingBack, newestUndoable, type HistoryEntry } from "./history-entry";
import { afterAct, afterRedo, afterUndo, noActs, without, type Done } from "./undo-stack";

const paris = wordsIn("Europe/Paris");
const act = (ofKey: string): Done => ({ of: { ofKey }, words: ofKey, changes: [] });
const [plan, move] = [act("plan"), act("move")];
const both = afterAct(afterAct(noActs, plan), move);
const words = ({ done, undone }: typeof noActs) => [done.map((each) => each.words), undone.map((each) => each.words)];

describe("the acts of this page", () => {
  test("several are taken back in a row, and done again in the other order", () => {
    const back = afterUndo(afterUndo(both, move, act("-move")), plan, act("-plan"));
    expect(words(back)).toEqual([[], ["-move", "-plan"]]);
    expect(words(afterRedo(back, back.undone[1]!, act("plan again")))).toEqual([["plan again"], ["-move"]]);
  });
  test("something new ends what can be done again", () => {
    expect(words(afterAct(afterUndo(both, move, act("-move")), act("unplan")))).toEqual([["plan", "unplan"], []]);
  });
  test("the toast of an older act takes that one back, and what was refused is left out", () => {
    expect(words(afterUndo(both, plan, act("-plan")))).toEqual([["move"], ["-plan"]]);
    expect(words(without(both, move))).toEqual([["plan"], []]);
  });
});

const entry = (operationId: string, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  operationId,
  kind: "move",
  state: "done",
  at: "2026-11-24T12:00:00Z",
  who: "Marta",
  isMine: true,
  slotCount: 1,
  canUndo: true,
  tookLibreTimes: false,
  undoes: null,
  isUndone: false,
  slots: [
    {
      title: "Slow ferries",
      showName: "Night Waves",
      from: "2026-11-24T18:30:00Z",
      fromEnds: "2026-11-24T19:30:00Z",
      to: "2026-11-24T19:00:00Z",
      toEnds: "2026-11-24T20:00:00Z",
    },
  ],
  ...more,
});

describe("the history", () => {
  test("an undo is no act to be taken back, an undo of it is one again", () => {
    const [first, undo, redo] = [
      entry("1", { canUndo: false }),
      entry("2", { kind: "undo", undoes: "1" }),
      entry("3", { kind: "undo", undoes: "2" }),
    ];
    expect(isTakingBack(undo, [undo, first])).toBe(true);
    expect(isTakingBack(redo, [redo, undo, first])).toBe(false);
    expect(newestUndoable([undo, first, entry("0")], new Set())?.operationId).toBe("0");
    expect(newestUndoable([redo, undo, first], new Set())?.operationId).toBe("3");
  });
  test("only what this person did is taken back by keys, and nothing that was refused before", () => {
    expect(newestUndoable([entry("3", { isMine: false }), entry("2"), entry("1")], new Set(["2"]))?.operationId).toBe(
      "1",
    );
  });
  test("says what was done, as one programmer to another", () => {
    const now = instant(Date.UTC(2026, 10, 24, 12));
    const say = (more: Partial<HistoryEntry> = {}) => entryPhrase(paris, now, entry("1", more));
    const [slot] = entry("1").slots;
    expect(say()).toBe("moved Night Waves, “Slow ferries” from Tue 19:30 to Tue 20:00");
    expect(say({ slots: [{ ...slot!, from: null, fromEnds: null }] })).toBe(
      "planned Night Waves, “Slow ferries” on Tue 20:00",
    );
    expect(say({ slots: [{ ...slot!, to: null, toEnds: null }], slotCount: 40 })).toBe(
      "took Night Waves, “Slow ferries” off Tue 19:30; and 39 more",
    );
    expect(say({ kind: "undo", slots: [{ ...slot!, from: null, fromEnds: null, to: "2026-12-08T19:00:00Z" }] })).toBe(
      "put Night Waves, “Slow ferries” back on Tue 8 Dec 20:00",
    );
  });
  test("a resize says by how much, and from when to when it is now", () => {
    const now = instant(Date.UTC(2026, 10, 24, 12));
    const [slot] = entry("1").slots;
    const say = (to: string, toEnds: string, more: Partial<HistoryEntry> = {}) =>
      entryPhrase(
        paris,
        now,
        entry("1", { ...more, slots: [{ ...slot!, to: `2026-11-24T${to}:00Z`, toEnds: `2026-11-24T${toEnds}:00Z` }] }),
      );
    expect(say("18:30", "19:45")).toBe("made Night Waves, “Slow ferries” 15 min longer: Tue 19:30 – 20:45");
    expect(say("19:00", "19:30")).toBe("made Night Waves, “Slow ferries” 30 min shorter: Tue 20:00 – 20:30");
    expect(say("18:30", "19:45", { kind: "undo" })).toBe(
      "made Night Waves, “Slow ferries” 15 min longer again: Tue 19:30 – 20:45",
    );
    expect(say("20:00", "22:30")).toBe("moved Night Waves, “Slow ferries” from Tue 19:30 to Tue 21:00, 1:30 h longer");
    expect(say("18:30", "19:30", { kind: "repair" })).toBe("put Night Waves, “Slow ferries” as planned on Tue 19:30");
  });
  test("its toast says the same", () => {
    const at = (text: string) => instant(Date.parse(`2026-11-24T${text}:00Z`));
    const from = { slotId: "a", startsAt: at("18:30"), endsAt: at("19:30") };
    const cargo = {
      episodeId: "1",
      showId: "s",
      title: "Slow ferries",
      showName: "Night Waves",
      colour: null,
      trackSeconds: 3600,
      notReady: null,
      from,
    };
    const told = (startsAt: string, endsAt: string) =>
      doneText(paris, attemptOf("place", cargo, { startsAt: at(startsAt), endsAt: at(endsAt) }));
    expect(told("18:30", "19:45")).toBe("“Slow ferries” is 15 min longer: now Tue 19:30 – 20:45. On LibreTime.");
    expect(told("18:15", "19:30")).toBe("“Slow ferries” is 15 min longer: now Tue 19:15 – 20:30. On LibreTime.");
    expect(told("20:00", "21:00")).toBe("Moved “Slow ferries” to Tue 21:00. On LibreTime.");
    expect(told("20:00", "21:30")).toBe("Moved “Slow ferries” to Tue 21:00, 30 min longer. On LibreTime.");
    const other = { slotId: "b", face: { ...cargo, showName: "Kiln" }, before: from, after: null };
    const taken = attemptOf("place", cargo, { startsAt: at("20:00"), endsAt: at("21:00") });
    expect(doneText(paris, { ...taken, changes: [...taken.changes, other] })).toBe(
      "Moved “Slow ferries” to Tue 21:00; Kiln is back in the library. On LibreTime.",
    );
    expect(doneText(paris, attemptOf("unplan", cargo, from))).toBe(
      "Took “Slow ferries” off Tue 19:30. It is in the library.",
    );
    expect(
      changesPhrase(paris, attemptOf("place", cargo, { startsAt: at("18:30"), endsAt: at("19:00") }).changes),
    ).toBe("made Night Waves, “Slow ferries” 30 min shorter: Tue 19:30 – 20:00");
  });
  test("says that LibreTime's was taken, and what became of ours", () => {
    const took = (from: string | null, to: string | null) =>
      entryPhrase(
        paris,
        instant(Date.UTC(2026, 10, 24, 12)),
        entry("1", {
          kind: "repair",
          tookLibreTimes: true,
          slots: [{ ...entry("1").slots[0]!, from, to, ...(to === null && { toEnds: null }) }],
        }),
      );
    const [before, after] = ["2026-11-24T18:30:00Z", "2026-11-24T19:00:00Z"];
    expect(took(before, after)).toBe(
      "took LibreTime's for Night Waves, “Slow ferries”: moved from Tue 19:30 to Tue 20:00",
    );
    expect(took(before, null)).toBe("took LibreTime's for Night Waves, “Slow ferries”: off the grid on Tue 19:30");
    expect(took(before, before)).toBe("took LibreTime's for Night Waves, “Slow ferries”: as it is there on Tue 19:30");
  });
});
