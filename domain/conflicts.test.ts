import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conflictCode, inTheWay, judge, type Conflict } from "./conflicts";
import {
  OUR_MARK,
  aRelay,
  aRow,
  aSlot,
  aWish,
  anInstance,
  cuesFor,
  from,
  occupants,
  onLibreTime,
} from "./given.test-kit";
import { overlap, relation, type Interval } from "./interval";
import { nightFlight, planned } from "./conflicts.test-kit";

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
          length: null,
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
