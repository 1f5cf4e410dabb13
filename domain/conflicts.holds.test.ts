import { describe, expect, test } from "vitest";
import { judge } from "./conflicts";
import { aHold, aRow, aWish, anInstance, from, occupants } from "./given.test-kit";
import { planned } from "./conflicts.test-kit";

describe("a live hold of ours", () => {
  const hold = aHold("20:00", "21:00");
  const there = planned(hold);

  test("is locked for files: its instance is empty, of the wished show, and never used", () => {
    const { conflicts, reuse } = judge(aWish("20:00", "21:00"), occupants(there));
    expect(conflicts).toMatchObject([
      { kind: "slot", instanceId: 41, slotId: "slot-live", foreign: false, title: "Live from studio 1" },
    ]);
    expect(reuse).toBeNull();
  });

  test("stands in the way of another hold and of a webstream, and leaves when it moves", () => {
    for (const wish of [
      aWish("20:30", "21:30", { trackId: null }),
      aWish("20:30", "21:30", { trackId: null, streamId: 3 }),
    ]) {
      expect(judge(wish, occupants(there)).conflicts).toMatchObject([{ kind: "slot", slotId: "slot-live" }]);
      expect(judge(wish, occupants(there), new Set(["slot-live"])).conflicts).toEqual([]);
    }
  });

  test("makes its own instance: an empty one that somebody made is in its way", () => {
    const empty = { instances: [anInstance("20:00", "21:00", { showId: 4 })] };
    expect(judge(aWish("20:00", "21:00", { trackId: null }), occupants(empty))).toMatchObject({
      conflicts: [{ kind: "instance" }],
      reuse: null,
    });
    expect(judge(aWish("20:00", "21:00", { trackId: null, streamId: 3 }), occupants(empty))).toMatchObject({
      conflicts: [],
      reuse: 50,
    });
  });

  test("that somebody has moved holds its own time and the other, until that is settled; neither is used for a file", () => {
    const moved = { ...there, instances: [{ ...there.instances[0]!, ...from("22:00", "23:00") }] };
    for (const [starts, ends] of [
      ["20:00", "21:00"],
      ["22:00", "23:00"],
    ] as const) {
      expect(judge(aWish(starts, ends), occupants(moved))).toMatchObject({
        conflicts: [{ instanceId: 41, slotId: "slot-live", foreign: false }],
        reuse: null,
      });
      expect(judge(aWish(starts, ends), occupants(moved), new Set(["slot-live"]))).toEqual({
        conflicts: [],
        reuse: null,
      });
    }
  });

  test("holds its time with whatever somebody has put into it, and that is told as theirs", () => {
    const filled = { ...there, rows: [...there.rows, aRow("20:10", "20:50", { instanceId: 41 })] };
    expect(occupants(filled)).toMatchObject([
      { origin: "ours", live: true, rows: [] },
      { id: "row:500", origin: "row" },
    ]);
    expect(
      judge(aWish("20:00", "21:00", { trackId: null }), occupants(filled), new Set(["slot-live"])).conflicts,
    ).toMatchObject([{ playoutId: 500, foreign: true }]);
  });
});
