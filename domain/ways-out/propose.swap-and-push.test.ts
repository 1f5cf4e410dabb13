import { describe, expect, test } from "vitest";
import { at, from } from "../given.test-kit";
import { aPolicy, foreign, fromLibrary, ours } from "./week.test-kit";
import { moving, way } from "./way.test-kit";

describe("a swap", () => {
  test("two hours exchange their places", () => {
    expect(
      way("swap", [ours("rooms", "09:00", "10:00"), ours("kiln", "20:00", "21:00")], moving("rooms", "20:00", "21:00")),
    ).toEqual(["rooms 09:00–10:00 → 20:00–21:00", "kiln 20:00–21:00 → 09:00–10:00"]);
  });

  test("neighbours of different lengths exchange their order", () => {
    const week = [ours("rooms", "19:00", "20:00"), ours("kiln", "20:00", "21:30"), foreign("news", "21:30", "22:00")];
    expect(way("swap", week, moving("rooms", "20:00", "21:00"))).toEqual([
      "rooms 19:00–20:00 → 20:30–21:30",
      "kiln 20:00–21:30 → 19:00–20:30",
    ]);
    expect(way("swap", week, fromLibrary("19:00", "20:30", { episodeId: "kiln-1", from: { slotId: "kiln" } }))).toEqual(
      ["kiln 20:00–21:30 → 19:00–20:30", "rooms 19:00–20:00 → 20:30–21:30"],
    );
  });

  test("not where the other does not fit into the old place", () => {
    const week = [
      ours("rooms", "09:00", "10:00"),
      foreign("news", "10:00", "10:30"),
      foreign("mass", "08:00", "09:00"),
      ours("kiln", "20:00", "21:30"),
    ];
    expect(way("swap", week, moving("rooms", "20:00", "21:00"))).toBeUndefined();
  });

  test("a slot from a time that was not looked at gives its own place, and no more", () => {
    const [rooms, policy] = [ours("rooms", "09:00", "10:00"), aPolicy({ within: from("12:00", "24:00") })];
    expect(way("swap", [rooms, ours("kiln", "20:00", "20:45")], moving("rooms", "20:00", "21:00"), { policy })).toEqual(
      ["rooms 09:00–10:00 → 20:00–21:00", "kiln 20:00–20:45 → 09:00–09:45"],
    );
    expect(
      way("swap", [rooms, ours("kiln", "20:00", "21:05")], moving("rooms", "20:00", "21:00"), { policy }),
    ).toBeUndefined();
  });

  test("not with two, nor with an episode from the library", () => {
    const week = [ours("rooms", "09:00", "10:00"), ours("kiln", "20:00", "20:30"), ours("blue", "20:30", "21:00")];
    expect(way("swap", week, moving("rooms", "20:00", "21:00"))).toBeUndefined();
    expect(way("swap", week, fromLibrary("20:00", "20:30"))).toBeUndefined();
  });
});

describe("making room", () => {
  const evening = [ours("kiln", "20:00", "21:00"), ours("blue", "21:00", "21:30"), ours("night", "21:45", "22:45")];

  test("the following go later as far as the gaps do not absorb it, up to the next fixed slot", () => {
    expect(way("push-later", [...evening, foreign("news", "23:00", "23:10")], fromLibrary("20:00", "20:30"))).toEqual([
      "rooms-1 library → 20:00–20:30",
      "kiln 20:00–21:00 → 20:30–21:30",
      "blue 21:00–21:30 → 21:30–22:00",
      "night 21:45–22:45 → 22:00–23:00",
    ]);
    expect(way("push-later", [...evening, foreign("news", "23:00", "23:10")], fromLibrary("20:00", "20:20"))).toEqual([
      "rooms-1 library → 20:00–20:20",
      "kiln 20:00–21:00 → 20:20–21:20",
      "blue 21:00–21:30 → 21:20–21:50",
      "night 21:45–22:45 → 21:50–22:50",
    ]);
    expect(
      way("push-later", [...evening, foreign("news", "23:00", "23:10")], fromLibrary("20:00", "20:35")),
    ).toBeUndefined();
  });

  test("the earlier ones go earlier, down to the last fixed slot and to now", () => {
    expect(way("pull-earlier", [foreign("news", "19:00", "19:10"), ...evening], fromLibrary("21:00", "21:30"))).toEqual(
      ["rooms-1 library → 21:00–21:30", "kiln 20:00–21:00 → 19:30–20:30", "blue 21:00–21:30 → 20:30–21:00"],
    );
    expect(
      way("pull-earlier", [foreign("news", "19:00", "19:40"), ...evening], fromLibrary("21:00", "21:30")),
    ).toBeUndefined();
    expect(way("pull-earlier", evening, fromLibrary("21:00", "21:30"), { now: at("19:31") })).toBeUndefined();
  });

  test("two in the way go each to its own side", () => {
    expect(way("make-room", evening, fromLibrary("20:55", "21:10"))).toEqual([
      "rooms-1 library → 20:55–21:10",
      "kiln 20:00–21:00 → 19:55–20:55",
      "blue 21:00–21:30 → 21:10–21:40",
    ]);
  });

  test("the place that a slot leaves takes up the push", () => {
    expect(
      way(
        "push-later",
        [...evening, ours("rooms", "22:45", "23:15"), foreign("news", "23:15", "24:00")],
        moving("rooms", "20:00", "20:30"),
      ),
    ).toEqual([
      "rooms 22:45–23:15 → 20:00–20:30",
      "kiln 20:00–21:00 → 20:30–21:30",
      "blue 21:00–21:30 → 21:30–22:00",
      "night 21:45–22:45 → 22:00–23:00",
    ]);
  });

  test("nobody is pushed out of the window", () => {
    expect(
      way("push-later", evening, fromLibrary("20:00", "21:00"), {
        policy: aPolicy({ within: from("06:00", "23:25") }),
      }),
    ).toBeUndefined();
  });
});
