import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conflictCode, inTheWay, judge, type Conflict } from "./conflicts";
import {
  OUR_MARK,
  aHold,
  aRelay,
  aRow,
  aSlot,
  aWish,
  anInstance,
  at,
  cuesFor,
  from,
  occupants,
  onLibreTime,
} from "./given.test-kit";
import { markOf } from "./identity";
import { overlap, relation, type Interval } from "./interval";
import type { Instance, OurSlot, Row } from "./picture";

const nightFlight = (startsAt: string, endsAt: string, over: Partial<Instance> = {}): Instance =>
  anInstance(startsAt, endsAt, { showId: 4, ...over });
/** Our slots, and what LibreTime has of them. */
function planned(...ours: OurSlot[]): { ours: OurSlot[]; rows: Row[]; instances: Instance[] } {
  return {
    ours,
    rows: ours.flatMap((slot) => (slot.playoutId === null ? [] : [onLibreTime(slot).row])),
    instances: ours.map((slot) => onLibreTime(slot).instance),
  };
}

describe("who is in the way", () => {
  const held = [
    { id: "a", ...from("19:00", "20:00") },
    { id: "b", ...from("20:30", "21:30") },
    { id: "c", ...from("21:00", "22:00") },
  ];

  test("everybody who holds a moment of the slot, in the order given; back to back nobody does", () => {
    expect(inTheWay(from("20:00", "21:30"), held).map((each) => each.id)).toEqual(["b", "c"]);
    expect(inTheWay(from("20:00", "20:30"), held)).toEqual([]);
  });

  test("who leaves in the same act is not in the way", () => {
    expect(inTheWay(from("20:00", "21:30"), held, new Set(["b"])).map((each) => each.id)).toEqual(["c"]);
  });
});

describe("a wish is judged in all thirteen ways in which it can lie to what is there", () => {
  const edges = ["18:00", "19:00", "20:00", "21:00", "22:00"];
  const all = edges.flatMap((a) => edges.filter((b) => a < b).map((b) => [a, b] as const));
  const cases = all.flatMap((wished) => all.map((there) => [wished, there] as const));
  const shares = (wished: Interval, there: Interval): boolean =>
    !["before", "meets", "met-by", "after"].includes(relation(wished, there));

  test("a slot of ours is a conflict exactly where it shares a moment with the wish", () => {
    for (const [wished, there] of cases) {
      const { conflicts } = judge(aWish(...wished), occupants(planned(aSlot(...there))));
      expect([wished, there, conflicts.length]).toEqual([
        wished,
        there,
        shares(from(...wished), from(...there)) ? 1 : 0,
      ]);
    }
  });

  test("so is a foreign instance, filled or empty, and a row that stands alone", () => {
    for (const [wished, there] of cases) {
      const expected = shares(from(...wished), from(...there)) ? 1 : 0;
      expect(judge(aWish(...wished), occupants({ instances: [anInstance(...there)] })).conflicts.length).toBe(expected);
      expect(
        judge(aWish(...wished), occupants({ instances: [anInstance(...there)], rows: [aRow(...there)] })).conflicts
          .length,
      ).toBe(expected);
      expect(judge(aWish(...wished), occupants({ rows: [aRow(...there)] })).conflicts.length).toBe(expected);
    }
  });

  test("an empty instance of the same show is used where it covers the wish, and a conflict where it only overlaps", () => {
    for (const [wished, there] of cases) {
      const covered = ["equal", "starts", "during", "finishes"].includes(relation(from(...wished), from(...there)));
      const verdict = judge(aWish(...wished), occupants({ instances: [nightFlight(...there)] }));
      expect(verdict.reuse).toBe(covered ? 50 : null);
      expect(verdict.conflicts.length).toBe(!covered && shares(from(...wished), from(...there)) ? 1 : 0);
    }
  });
});

describe("what a conflict says", () => {
  test("ours: the episode, its row and its slot", () => {
    expect(
      judge(aWish("20:30", "21:30", { trackId: 8 }), occupants(planned(aSlot("20:00", "21:00")))).conflicts,
    ).toEqual([
      {
        kind: "slot",
        playoutId: 400,
        instanceId: 40,
        showName: "Night Flight",
        title: "Night Flight #12",
        ...from("20:00", "21:00"),
        foreign: false,
        slotId: "slot-a",
      },
    ]);
  });

  test("the same track in an overlapping slot is a conflict of its own kind", () => {
    const { conflicts } = judge(aWish("20:30", "21:30"), occupants(planned(aSlot("20:00", "21:00"))));
    expect(conflicts.map((each) => each.kind)).toEqual(["track"]);
    expect(conflictCode(conflicts)).toBe("TRACK_OVERLAP");
  });

  test("the same track as the slot is planned with counts, even if its row is missing on LibreTime", () => {
    const { conflicts } = judge(aWish("20:30", "21:30"), occupants({ ours: [aSlot("20:00", "21:00")] }));
    expect(conflicts).toMatchObject([{ kind: "track", playoutId: 400, slotId: "slot-a" }]);
  });

  test("ours is a slot, even if its row is missing on LibreTime", () => {
    const { conflicts } = judge(
      aWish("20:30", "21:30", { trackId: 8 }),
      occupants({ ours: [aSlot("20:00", "21:00")] }),
    );
    expect(conflicts).toMatchObject([{ kind: "slot", playoutId: 400, slotId: "slot-a" }]);
  });

  test("foreign with rows: the instance's times, and the row that overlaps", () => {
    const rows = [aRow("20:00", "20:30", { id: 500 }), aRow("20:30", "21:00", { id: 501 })];
    expect(
      judge(aWish("20:30", "21:30"), occupants({ instances: [anInstance("20:00", "21:00")], rows })).conflicts,
    ).toEqual([
      {
        kind: "slot",
        playoutId: 501,
        instanceId: 50,
        showName: "Jazz Hour",
        title: "Kind of Blue",
        ...from("20:00", "21:00"),
        foreign: true,
      },
    ]);
  });

  test("the same track elsewhere in an overlapping foreign instance is TRACK_OVERLAP, and its row is named", () => {
    const rows = [aRow("20:00", "20:30", { id: 500, trackId: 7 }), aRow("20:30", "21:00", { id: 501 })];
    expect(
      judge(aWish("20:30", "21:30"), occupants({ instances: [anInstance("20:00", "21:00")], rows })).conflicts,
    ).toMatchObject([{ kind: "track", playoutId: 500 }]);
  });

  test("empty foreign: an instance, without a row to name", () => {
    const [conflict] = judge(
      aWish("20:30", "21:30"),
      occupants({ instances: [anInstance("20:00", "21:00")] }),
    ).conflicts;
    expect(conflict).toEqual({
      kind: "instance",
      instanceId: 50,
      showName: "Jazz Hour",
      title: "Jazz Hour",
      ...from("20:00", "21:00"),
      foreign: true,
    });
  });

  test("all of them are listed, in order of time", () => {
    const { conflicts } = judge(
      aWish("20:00", "23:00", { trackId: 8 }),
      occupants({
        ...planned(aSlot("22:00", "23:00")),
        instances: [
          onLibreTime(aSlot("22:00", "23:00")).instance,
          anInstance("20:00", "21:00"),
          anInstance("21:00", "22:00", { id: 51 }),
        ],
      }),
    );
    expect(conflicts.map((each) => [each.instanceId, each.kind])).toEqual([
      [50, "instance"],
      [51, "instance"],
      [40, "slot"],
    ]);
    expect(conflictCode(conflicts)).toBe("SLOT_OVERLAP");
  });

  test("one conflict with the same track is enough for TRACK_OVERLAP", () => {
    const kinds = (...all: Conflict["kind"][]) => all.map((kind) => ({ kind }));
    expect(conflictCode(kinds("slot", "instance", "track"))).toBe("TRACK_OVERLAP");
    expect(conflictCode(kinds("slot", "instance"))).toBe("SLOT_OVERLAP");
  });
});

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

test("the same webstream at the same time is another slot, not the same track", () => {
  const relay = aRelay("20:00", "21:00");
  expect(
    judge(aWish("20:30", "21:30", { trackId: null, streamId: 3 }), occupants(planned(relay))).conflicts,
  ).toMatchObject([{ kind: "slot", playoutId: 420, title: "World Service" }]);
});

test("a verdict has no conflict exactly where nobody holds a moment of the wish, but for what is reused", () => {
  const hour = fc.integer({ min: 0, max: 23 });
  const span = fc
    .tuple(hour, fc.integer({ min: 1, max: 5 }))
    .map(([start, length]) => from(`${start}:00`, `${start + length}:00`));
  fc.assert(
    fc.property(span, fc.array(span, { maxLength: 8 }), fc.array(span, { maxLength: 8 }), (wished, instances, rows) => {
      const there = occupants({
        instances: instances.map((each, index) => ({
          id: index,
          showId: 4 + (index % 2),
          ...each,
          modified: false,
          createdAt: OUR_MARK.createdAt,
        })),
        rows: rows.map((each, index) => ({
          id: index,
          instanceId: index % 4,
          ...each,
          trackId: 9,
          streamId: null,
          cues: cuesFor(each),
        })),
      });
      const { conflicts, reuse } = judge({ slot: wished, trackId: 7, streamId: null, stationShowId: 4 }, there);
      const held = [...instances.filter((_, index) => index !== reuse), ...rows].some((each) => overlap(each, wished));
      expect(conflicts.length > 0).toBe(held);
      if (reuse !== null) expect(rows.some((_, index) => index % 4 === reuse)).toBe(false);
    }),
    { numRuns: 300 },
  );
});
