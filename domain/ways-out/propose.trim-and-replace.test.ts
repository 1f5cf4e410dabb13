import { describe, expect, test } from "vitest";
import { foreign, fromLibrary, ours, told, waysOutOf } from "./week.test-kit";
import { moving, way } from "./way.test-kit";

describe("trimming", () => {
  test("a wish is made as long as it is free, and costs nothing where its track still fits", () => {
    const [first] = waysOutOf(
      [ours("kiln", "16:30", "17:30")],
      fromLibrary("16:00", "17:30", { trackSeconds: 28 * 60 }),
    );
    expect([first?.kind, told(first), first?.cost]).toEqual(["trim-wish", ["rooms-1 library → 16:00–16:30"], 0]);
  });

  test("the first piece that holds the whole track is taken, otherwise the longest", () => {
    const week = [foreign("news", "16:30", "16:45")];
    expect(way("trim-wish", week, fromLibrary("16:00", "18:00", { trackSeconds: 30 * 60 }))).toEqual([
      "rooms-1 library → 16:00–16:30",
    ]);
    expect(way("trim-wish", week, fromLibrary("16:00", "18:00", { trackSeconds: 31 * 60 }))).toEqual([
      "rooms-1 library → 16:45–18:00",
    ]);
  });

  test("what is cut is counted in seconds, beyond what the wish itself cuts", () => {
    const trim = waysOutOf(
      [foreign("news", "16:45", "17:30")],
      fromLibrary("16:00", "17:00", { trackSeconds: 62 * 60 }),
    ).find((each) => each.kind === "trim-wish");
    expect(trim?.disturbance).toEqual({ wishShifted: 0, cut: 15 * 60, others: 0, othersShifted: 0, sentBack: 0 });
  });

  test("a piece shorter than the policy's shortest is none", () => {
    expect(way("trim-wish", [foreign("news", "16:04", "17:30")], fromLibrary("16:00", "17:00"))).toBeUndefined();
  });

  test("another slot gives the dead air after its track", () => {
    const kiln = ours("kiln", "19:00", "20:30", { trackSeconds: 58 * 60 });
    expect(way("trim-others", [kiln], fromLibrary("20:00", "21:00"))).toEqual([
      "rooms-1 library → 20:00–21:00",
      "kiln 19:00–20:30 → 19:00–20:00",
    ]);
    expect(way("trim-others", [kiln], fromLibrary("19:57", "20:57"))).toBeUndefined();
  });

  test("not where nobody knows how long the other's track is, nor where the other begins inside the wish", () => {
    expect(way("trim-others", [ours("kiln", "19:00", "20:30")], fromLibrary("20:00", "21:00"))).toBeUndefined();
    expect(
      way("trim-others", [ours("kiln", "20:30", "22:00", { trackSeconds: 60 })], fromLibrary("20:00", "21:00")),
    ).toBeUndefined();
  });
});

describe("taking the place", () => {
  const two = [ours("kiln", "20:00", "20:30"), ours("blue", "20:30", "21:00")];

  test("who was there goes back to the library", () => {
    expect(way("replace-to-library", two, fromLibrary("20:00", "21:00"))).toEqual([
      "rooms-1 library → 20:00–21:00",
      "kiln 20:00–20:30 → library",
      "blue 20:30–21:00 → library",
    ]);
  });

  test("or to the nearest free time, one after the other, the mover's old place included", () => {
    expect(way("replace-and-move", two, fromLibrary("20:00", "21:00"))).toEqual([
      "rooms-1 library → 20:00–21:00",
      "kiln 20:00–20:30 → 19:30–20:00",
      "blue 20:30–21:00 → 21:00–21:30",
    ]);
    const week = [
      ...two,
      foreign("day", "06:00", "19:00"),
      foreign("news", "21:00", "24:00"),
      ours("rooms", "19:00", "20:00"),
    ];
    expect(way("replace-and-move", week, moving("rooms", "20:00", "21:00"))).toEqual([
      "rooms 19:00–20:00 → 20:00–21:00",
      "kiln 20:00–20:30 → 19:30–20:00",
      "blue 20:30–21:00 → 19:00–19:30",
    ]);
  });

  test("not where one of them would find no place", () => {
    expect(
      way(
        "replace-and-move",
        [...two, foreign("day", "06:00", "19:30"), foreign("news", "21:00", "24:00")],
        fromLibrary("20:00", "21:00"),
      ),
    ).toBeUndefined();
  });
});
