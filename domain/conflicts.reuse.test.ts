import { describe, expect, test } from "vitest";
import { judge } from "./conflicts";
import { aRow, aSlot, aWish, anInstance, at, from, occupants, onLibreTime } from "./given.test-kit";
import { markOf } from "./identity";
import { nightFlight, planned } from "./conflicts.test-kit";

describe("what is used instead of a new instance", () => {
  const empty = nightFlight("20:00", "22:00");

  test("an empty instance of the show that covers the slot", () => {
    expect(judge(aWish("20:30", "21:30"), occupants({ instances: [empty] }))).toMatchObject({
      conflicts: [],
      reuse: 50,
    });
  });

  test.each([
    ["of another show", { instances: [anInstance("20:00", "22:00")] }],
    ["with a row in the wished time", { instances: [empty], rows: [aRow("20:30", "21:00")] }],
    ["with a row elsewhere in it", { instances: [empty], rows: [aRow("20:00", "20:10")] }],
    ["with a row that lies outside of it", { instances: [empty], rows: [aRow("19:00", "19:10")] }],
    ["with a row that is overbooked", { instances: [empty], rows: [aRow("22:10", "22:00")] }],
    ["with a row without media", { instances: [empty], rows: [aRow("20:00", "21:00", { trackId: null })] }],
    [
      "with a slot of ours in it",
      {
        instances: [empty],
        ours: [aSlot("20:00", "20:30", { instanceId: 50, ownsInstance: false, mark: markOf(empty) })],
        rows: [aRow("20:00", "20:30", { id: 400, trackId: 7 })],
      },
    ],
    ["of a live show", { instances: [nightFlight("20:00", "22:00", { showId: 6 })] }],
  ])("not one %s: it is in the way", (what, world) => {
    const stationShowId = what === "of a live show" ? 6 : 4;
    const verdict = judge(aWish("20:30", "21:30", { stationShowId }), occupants(world));
    expect(verdict.reuse).toBeNull();
    expect(verdict.conflicts.map((each) => each.instanceId)).toContain(50);
  });

  test("not one that is `modified`, which is LibreTime's word for deleted: it is not there at all", () => {
    expect(judge(aWish("20:30", "21:30"), occupants({ instances: [{ ...empty, modified: true }] }))).toEqual({
      conflicts: [],
      reuse: null,
    });
  });

  test("not while the show has no counterpart in LibreTime", () => {
    expect(judge(aWish("20:30", "21:30", { stationShowId: null }), occupants({ instances: [empty] })).reuse).toBeNull();
  });

  test("of two that would do one is used, and the other is in the way", () => {
    const verdict = judge(aWish("20:30", "21:30"), occupants({ instances: [empty, { ...empty, id: 51 }] }));
    expect([verdict.reuse, verdict.conflicts.map((each) => each.instanceId)]).toEqual([50, [51]]);
  });

  test("and once somebody else uses it, it is in the way like one that is not empty", () => {
    const { ifUsed } = judge(aWish("20:30", "21:30"), occupants({ instances: [empty] }));
    const inIt = {
      instances: [empty],
      ours: [aSlot("20:00", "20:30", { instanceId: 50, ownsInstance: false, mark: markOf(empty) })],
      rows: [aRow("20:00", "20:30", { id: 400, trackId: 7 })],
    };
    expect(judge(aWish("20:30", "21:30"), occupants(inIt)).conflicts).toEqual([ifUsed]);
  });

  test("the instance that a slot leaves in the same act: it moves within it", () => {
    const slot = aSlot("20:00", "21:00", { instanceId: 50, ownsInstance: false, mark: markOf(empty) });
    const there = occupants({
      instances: [empty],
      ours: [slot],
      rows: [aRow("20:00", "21:00", { id: 400, trackId: 7 })],
    });
    expect(judge(aWish("20:30", "21:30"), there, new Set(["slot-a"]))).toMatchObject({ conflicts: [], reuse: 50 });
  });
});

describe("who leaves in the same act", () => {
  test("a slot may move onto its own time", () => {
    expect(
      judge(aWish("20:30", "21:30"), occupants(planned(aSlot("20:00", "21:00"))), new Set(["slot-a"])).conflicts,
    ).toEqual([]);
  });

  test("its row leaves with it, wherever somebody moved it", () => {
    const slot = aSlot("20:00", "21:00");
    const moved = { ...planned(slot), rows: [{ ...onLibreTime(slot).row, ...from("22:00", "23:00") }] };
    expect(judge(aWish("22:00", "23:00"), occupants(moved), new Set(["slot-a"])).conflicts).toEqual([]);
    expect(judge(aWish("22:00", "23:00"), occupants(moved)).conflicts).toMatchObject([
      { kind: "track", foreign: false, slotId: "slot-a", startsAt: at("22:00") },
    ]);
  });
});
