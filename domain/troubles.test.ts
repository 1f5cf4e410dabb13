import { describe, expect, test } from "vitest";
import { zone } from "./given.test-kit";
import type { Slot } from "./slots";
import { instant } from "./time";
import { inOrder, troublesOf, type Trouble } from "./troubles";
import { dayInterval, weekInterval, type CalendarDay } from "./zone";

const paris = zone("Europe/Paris");
const window = weekInterval(paris, "2026-11-23" as CalendarDay);
const now = instant(Date.parse("2026-11-24T12:00:00Z"));
const on = (when: string) => `2026-11-${when.slice(0, 2)}T${when.slice(3)}:00Z`;
/** A slot of ours, "25 20:00" to "25 21:00". */
const ours = (id: string, from: string, to: string, over: Partial<Slot> = {}): Slot => ({
  id,
  kind: "planned",
  state: "on-libretime",
  startsAt: on(from),
  endsAt: on(to),
  title: `${id}, the title`,
  showName: "Night Flight",
  colour: null,
  playoutIds: [Number(from.replace(/\D/g, ""))],
  trackIds: [],
  locked: false,
  live: false,
  warnings: [],
  version: 1,
  ...over,
});
const theirs = (id: string, from: string, to: string, over: Partial<Slot> = {}): Slot =>
  ours(id, from, to, { kind: "foreign", showName: "Jazz Hour", locked: true, ...over });
const found = (...slots: Slot[]) => troublesOf({ slots }, { zone: paris, within: window, now });
const short = (troubles: readonly Trouble[]) =>
  troubles.map(({ what, danger, blockId }) => `${what}${danger ? "!" : ""} ${blockId}`);

describe("what is a trouble", () => {
  test("a slot that LibreTime has otherwise; a danger when it will be silent or heard twice", () => {
    const [gone, moved, twin] = [
      [{ what: "row-gone" }],
      [{ what: "row-moved", startsAt: on("25 12:10"), endsAt: on("25 13:10") }],
      [{ what: "twin", playoutId: 9, startsAt: on("25 14:00"), endsAt: on("25 15:00") }],
    ] as const;
    expect(
      short(
        found(
          ours("a", "25 11:00", "25 12:00", { state: "missing", differences: gone }),
          ours("b", "25 12:00", "25 13:00", { state: "changed", differences: moved }),
          ours("c", "25 13:00", "25 14:00", { state: "duplicate", differences: twin }),
        ),
      ),
    ).toEqual(["drift! a", "drift b", "drift! c"]);
  });

  test("a track that would not play now is a danger, whatever LibreTime has of the slot; its cut is then no news", () => {
    expect(
      short(
        found(
          ours("a", "25 11:00", "25 12:00", { notReady: "gone", warnings: [{ code: "TRACK_CUT", seconds: 90 }] }),
          ours("b", "25 12:00", "25 13:00", {
            notReady: "unknown",
            state: "missing",
            differences: [{ what: "row-gone" }],
          }),
        ),
      ),
    ).toEqual(["track! a", "drift! b", "track! b"]);
  });

  test("a cut, and dead air beyond what rounding to five minutes leaves", () => {
    expect(
      found(
        ours("a", "25 11:00", "25 12:00", { warnings: [{ code: "TRACK_CUT", seconds: 90 }] }),
        ours("b", "25 12:00", "25 13:00", { warnings: [{ code: "DEAD_AIR", seconds: 299 }] }),
        ours("c", "25 13:00", "25 14:00", { warnings: [{ code: "DEAD_AIR", seconds: 300 }] }),
      ),
    ).toMatchObject([
      { what: "cut", blockId: "a", seconds: 90, danger: false },
      { what: "dead-air", blockId: "c", seconds: 300, danger: false },
    ]);
  });

  test("what is over, and what an act is at, is none", () => {
    const state = "missing";
    expect(
      found(
        ours("over", "24 10:00", "24 12:00", { state }),
        ours("saved", "25 11:00", "25 12:00", { state: "saving", notReady: "gone" }),
        ours("looked at", "25 12:00", "25 13:00", {
          state: "checking",
          warnings: [{ code: "TRACK_CUT", seconds: 90 }],
        }),
      ),
    ).toEqual([]);
  });
});

describe("one over another", () => {
  test("a foreign slot over ours is told at ours, with who it is; back to back is none", () => {
    const [trouble, ...others] = found(
      theirs("x", "25 10:30", "25 11:30"),
      ours("a", "25 11:00", "25 12:00"),
      theirs("y", "25 12:00", "25 13:00"),
    );
    expect(trouble).toMatchObject({
      what: "doubled",
      danger: true,
      blockId: "a",
      by: { showName: "Jazz Hour", startsAt: on("25 10:30") },
    });
    expect(others).toEqual([]);
  });

  test("an empty one is told too, and is a danger only when it is live", () => {
    const over = (live: boolean) =>
      short(found(ours("a", "25 11:00", "25 12:00"), theirs("x", "25 11:30", "25 12:30", { playoutIds: [], live })));
    expect([over(false), over(true)]).toEqual([["doubled a"], ["doubled! a"]]);
  });

  test("two foreign slots are told when both are heard, at the later one", () => {
    const other = theirs("y", "25 11:30", "25 12:30");
    expect(short(found(theirs("x", "25 11:00", "25 12:00"), other))).toEqual(["doubled! y"]);
    expect(found(theirs("x", "25 11:00", "25 12:00", { playoutIds: [] }), other)).toEqual([]);
  });

  test("our own row that was moved, and a twin, are told once; over what is missing nothing is heard twice", () => {
    const row = theirs("row:7", "25 11:20", "25 12:20", { playoutIds: [7] });
    const moved = ours("a", "25 11:00", "25 12:00", {
      playoutIds: [7],
      state: "changed",
      differences: [{ what: "row-moved", startsAt: row.startsAt, endsAt: row.endsAt }],
    });
    const twin = ours("b", "25 11:00", "25 12:00", {
      state: "duplicate",
      differences: [{ what: "twin", playoutId: 7, startsAt: row.startsAt, endsAt: row.endsAt }],
    });
    const gone = ours("c", "25 11:00", "25 12:00", { state: "missing", differences: [{ what: "row-gone" }] });
    const hold = ours("d", "25 11:00", "25 12:00", {
      content: { kind: "live" },
      live: true,
      playoutIds: [],
      state: "changed",
      differences: [{ what: "filled", playoutId: 7, startsAt: row.startsAt, endsAt: row.endsAt }],
    });
    for (const slot of [moved, twin, gone, hold])
      expect(short(found(slot, row))).toEqual([`drift${slot === moved ? "" : "!"} ${slot.id}`]);
  });
});

describe("silence between slots", () => {
  test("between the first and the last slot of a day, from a minute on; not on a day that has none, nor in the night", () => {
    expect(
      found(
        ours("a", "25 10:00", "25 11:00"),
        ours("b", "25 11:30", "25 12:00"),
        ours("c", "25 12:00", "25 13:00", {}),
        ours("d", "27 20:00", "27 21:00"),
      ),
    ).toMatchObject([{ what: "gap", startsAt: on("25 11:00"), endsAt: on("25 11:30"), seconds: 1800, danger: false }]);
  });

  test("a slot that is missing holds its time: its silence is told once", () => {
    expect(
      short(
        found(
          ours("a", "25 10:00", "25 11:00"),
          ours("b", "25 11:00", "25 12:00", { state: "missing", differences: [{ what: "row-gone" }] }),
          ours("c", "25 12:00", "25 13:00"),
        ),
      ),
    ).toEqual(["drift! b"]);
  });

  test("not before now, and no further ahead than fourteen days", () => {
    expect(found(ours("a", "24 08:00", "24 09:00"), ours("b", "24 11:00", "24 13:00"))).toEqual([]);
    const far = weekInterval(paris, "2026-12-07" as CalendarDay);
    const day = (name: string) =>
      [
        ["10:00", "11:00"],
        ["12:00", "13:00"],
      ].map(([from, to], index) => ({
        ...ours(`${name}-${index}`, "25 10:00", "25 11:00"),
        startsAt: `2026-12-${name}T${from}:00Z`,
        endsAt: `2026-12-${name}T${to}:00Z`,
      }));
    const slots = [...day("08"), ...day("09")];
    expect(troublesOf({ slots }, { zone: paris, within: far, now }).map(({ startsAt }) => startsAt)).toEqual([
      "2026-12-08T11:00:00Z",
    ]);
    expect(dayInterval(paris, "2026-12-09" as CalendarDay).startsAt).toBeGreaterThan(now + 14 * 86_400_000);
  });
});

test("the newest first, whatever it is; of what was seen together the dangers, then what airs soonest; or by when it airs", () => {
  const make = (id: string, since: string | null, startsAt: string, danger = false) => ({
    ...found(ours(id, startsAt, "28 21:00", { state: "missing" }))[0]!,
    danger,
    since: since && on(since),
  });
  const [cut, gone, soon, fresh] = [
    make("cut", "24 11:00", "26 20:00"),
    make("gone", "24 09:00", "27 20:00", true),
    make("soon", "24 09:00", "25 20:00"),
    make("fresh", null, "28 20:00"),
  ];
  const ids = (order: "newest" | "airs") => inOrder([soon, gone, fresh, cut], order).map(({ blockId }) => blockId);
  expect(ids("newest")).toEqual(["fresh", "cut", "gone", "soon"]);
  expect(ids("airs")).toEqual(["soon", "cut", "gone", "fresh"]);
});
