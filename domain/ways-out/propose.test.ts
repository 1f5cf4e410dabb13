import { describe, expect, test } from "vitest";
import { at, zone } from "../given.test-kit";
import { instant, parseInstant, type Instant } from "../time";
import { weekInterval, type CalendarDay } from "../zone";
import type { Week } from "./week";
import { aPolicy, foreign, fromLibrary, ours, told, waysOutOf } from "./week.test-kit";
import { moving, way } from "./way.test-kit";

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
