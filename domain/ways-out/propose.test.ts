import { describe, expect, test } from "vitest";
import { at, from, zone } from "../given.test-kit";
import { instant, parseInstant, type Instant } from "../time";
import { weekInterval, type CalendarDay } from "../zone";
import type { WayKind } from "./option";
import type { Week } from "./week";
import { aPolicy, foreign, fromLibrary, ours, told, waysOutOf } from "./week.test-kit";

const way = (kind: WayKind, ...args: Parameters<typeof waysOutOf>) =>
  told(waysOutOf(...args).find((each) => each.kind === kind));
const moving = (slotId: string, startsAt: string, endsAt: string) =>
  fromLibrary(startsAt, endsAt, { episodeId: `${slotId}-1`, from: { slotId } });

describe("another place", () => {
  const kiln = ours("kiln", "20:30", "21:30");

  test("an hour wished at 20:00, where Kiln begins at 20:30, goes to 19:30 or 21:30", () => {
    expect(way("nearest-before", [kiln], fromLibrary("20:00", "21:00"))).toEqual(["rooms-1 library → 19:30–20:30"]);
    expect(way("nearest-after", [kiln], fromLibrary("20:00", "21:00"))).toEqual(["rooms-1 library → 21:30–22:30"]);
  });

  test("the old place of a slot that moves is free, and a place that it already has is no way out", () => {
    expect(way("nearest-before", [ours("rooms", "19:15", "20:15"), kiln], moving("rooms", "20:00", "21:00"))).toEqual([
      "rooms 19:15–20:15 → 19:30–20:30",
    ]);
    expect(
      way("nearest-before", [ours("rooms", "19:30", "20:30"), kiln], moving("rooms", "20:00", "21:00")),
    ).toBeUndefined();
  });

  test("a slot that ends where it ended, and starts elsewhere, is a way out", () => {
    expect(way("as-wished", [ours("rooms", "20:00", "21:00")], moving("rooms", "19:30", "21:00"))).toEqual([
      "rooms 20:00–21:00 → 19:30–21:00",
    ]);
    expect(way("as-wished", [ours("rooms", "20:00", "21:00")], moving("rooms", "20:00", "21:30"))).toEqual([
      "rooms 20:00–21:00 → 20:00–21:30",
    ]);
  });

  test("nothing is offered before the next whole minute", () => {
    expect(way("nearest-before", [kiln], fromLibrary("20:00", "21:00"), { now: at("19:29:59") })).toEqual([
      "rooms-1 library → 19:30–20:30",
    ]);
    expect(way("nearest-before", [kiln], fromLibrary("20:00", "21:00"), { now: at("19:30:01") })).toBeUndefined();
  });

  test("a place from which the other has gone meanwhile is the first thing to offer", () => {
    const [first] = waysOutOf([kiln], fromLibrary("19:00", "20:00"));
    expect([first?.kind, told(first), first?.cost]).toEqual(["as-wished", ["rooms-1 library → 19:00–20:00"], 0]);
  });

  test("a time that has passed is not offered, the next free one is; nobody goes for it", () => {
    expect(waysOutOf([kiln], fromLibrary("20:00", "21:00"), { now: at("20:10") }).map((each) => each.kind)).toEqual([
      "nearest-after",
    ]);
    expect(waysOutOf([kiln], fromLibrary("19:00", "20:00"), { now: at("19:10") }).map((each) => each.kind)).toEqual([
      "nearest-after",
    ]);
  });
});

describe("the same time on another day", () => {
  const paris = zone("Europe/Paris");
  const policyOf = (monday: string) => ({
    policy: aPolicy({ zone: paris, within: weekInterval(paris, monday as CalendarDay) }),
    now: instant(0),
  });
  const instantOf = (text: string): Instant => {
    const read = parseInstant(text);
    if (!read.ok) throw new Error(text);
    return read.value;
  };
  const hourAt = (text: string) => ({ startsAt: instantOf(text), endsAt: instant(instantOf(text) + 3_600_000) });
  const offered = (week: Week, text: string, monday: string) => {
    const wish = fromLibrary("20:00", "21:00", { to: hourAt(text) });
    return waysOutOf(week, wish, policyOf(monday)).find((each) => each.kind === "another-day")?.effects[0]?.after
      ?.startsAt;
  };
  const heldAt = (...texts: string[]) =>
    texts.map((text, index) => ours(`held-${index}`, "20:00", "21:00", hourAt(text)));

  test("the nearest day, and of two the later one", () => {
    expect(offered(heldAt("2026-11-25T20:00:00+01:00"), "2026-11-25T20:00:00+01:00", "2026-11-23")).toBe(
      instantOf("2026-11-26T20:00:00+01:00"),
    );
    const taken = heldAt("2026-11-25T20:00:00+01:00", "2026-11-26T20:00:00+01:00");
    expect(offered(taken, "2026-11-25T20:00:00+01:00", "2026-11-23")).toBe(instantOf("2026-11-24T20:00:00+01:00"));
  });

  test("is the same time of the clock, 25 hours later when the clock goes back", () => {
    expect(offered(heldAt("2026-10-24T20:00:00+02:00"), "2026-10-24T20:00:00+02:00", "2026-10-19")).toBe(
      instantOf("2026-10-25T20:00:00+01:00"),
    );
  });

  test("is not offered where the clock never shows it, and is the earlier one where it shows it twice", () => {
    expect(offered(heldAt("2026-03-28T02:30:00+01:00"), "2026-03-28T02:30:00+01:00", "2026-03-23")).toBe(
      instantOf("2026-03-27T02:30:00+01:00"),
    );
    expect(offered(heldAt("2026-10-24T02:30:00+02:00"), "2026-10-24T02:30:00+02:00", "2026-10-19")).toBe(
      instantOf("2026-10-25T02:30:00+02:00"),
    );
  });
});

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

describe("what disturbs least comes first", () => {
  test("half a day of shifting others is as far as it counts: a swap across the week is not worse than a programme that is lost", () => {
    const options = waysOutOf(
      [ours("rooms", "06:30", "07:30"), ours("kiln", "20:00", "21:00")],
      moving("rooms", "20:00", "21:00"),
    );
    const [swapped, replaced] = (["swap", "replace-to-library"] as const).map((kind) =>
      options.find((each) => each.kind === kind)!,
    );
    expect(swapped?.disturbance).toEqual({ wishShifted: 0, cut: 0, others: 1, othersShifted: 12 * 3600, sentBack: 0 });
    expect(swapped?.cost).toBeLessThan(replaced!.cost);
  });

  test("dead air, then free time of the same day, then the others' places, then somebody's programme", () => {
    const week = [
      foreign("day", "06:00", "17:00"),
      ours("kiln", "19:00", "20:30", { trackSeconds: 3600 }),
      foreign("news", "21:00", "22:00"),
    ];
    expect(waysOutOf(week, fromLibrary("20:00", "21:00")).map((each) => each.kind)).toEqual([
      "trim-others",
      "pull-earlier",
      "nearest-after",
      "nearest-before",
      "replace-to-library",
      "trim-wish",
    ]);
  });

  test("of two that come to the same, one is offered", () => {
    const kinds = waysOutOf(
      [foreign("day", "06:00", "20:00"), ours("kiln", "20:00", "21:00")],
      fromLibrary("20:00", "21:00"),
    ).map((each) => each.kind);
    expect(kinds).toEqual(["nearest-after", "push-later", "replace-to-library"]);
  });
});

test("none for a wish that is no slot, nor for a slot that is gone, on air or being saved", () => {
  const kiln = ours("kiln", "20:00", "21:00");
  expect(waysOutOf([kiln], fromLibrary("20:00", "44:00"))).toEqual([]);
  expect(waysOutOf([kiln], fromLibrary("21:00", "20:00"))).toEqual([]);
  expect(waysOutOf([kiln], moving("rooms", "20:00", "21:00"))).toEqual([]);
  expect(
    waysOutOf([kiln, ours("rooms", "09:00", "10:00")], moving("rooms", "20:00", "21:00"), { now: at("09:00") }),
  ).toEqual([]);
  expect(
    waysOutOf([kiln, ours("rooms", "09:00", "10:00", { state: "saving" })], moving("rooms", "20:00", "21:00")),
  ).toEqual([]);
});
