import { describe, expect, test } from "vitest";
import { at, from } from "../given.test-kit";
import { overlap, relation, type Interval, type Relation } from "../interval";
import { instant, type Instant } from "../time";
import { applyOption } from "./apply";
import type { WayKind } from "./option";
import { fromLibrary, ours, waysOutOf } from "./week.test-kit";
import type { WeekSlot } from "./week";

/** Every way in which the wish for 20:00–21:00 can lie to a slot. */
const thirteen: Record<Relation, Interval> = {
  before: from("21:30", "22:00"),
  meets: from("21:00", "22:00"),
  overlaps: from("20:30", "21:30"),
  starts: from("20:00", "22:00"),
  during: from("19:00", "22:00"),
  finishes: from("19:00", "21:00"),
  equal: from("20:00", "21:00"),
  "finished-by": from("20:30", "21:00"),
  contains: from("20:15", "20:45"),
  "started-by": from("20:00", "20:30"),
  "overlapped-by": from("19:30", "20:30"),
  "met-by": from("19:00", "20:00"),
  after: from("18:00", "19:30"),
};

/** Who is there, and what time it is. */
const there: Record<string, (place: Interval) => { readonly slot: WeekSlot | null; readonly now: Instant }> = {
  nobody: () => ({ slot: null, now: at("05:00") }),
  ours: (place) => ({ slot: ours("kiln", "20:00", "21:00", place), now: at("05:00") }),
  foreign: (place) => ({ slot: ours("kiln", "20:00", "21:00", { ...place, kind: "foreign" }), now: at("05:00") }),
  live: (place) => ({ slot: ours("kiln", "20:00", "21:00", { ...place, live: true }), now: at("05:00") }),
  "on air": (place) => ({ slot: ours("kiln", "20:00", "21:00", place), now: place.startsAt }),
  past: (place) => ({ slot: ours("kiln", "20:00", "21:00", place), now: place.endsAt }),
};

const displacing: readonly WayKind[] = [
  "trim-others",
  "swap",
  "push-later",
  "pull-earlier",
  "make-room",
  "replace-and-move",
  "replace-to-library",
];
const cases = Object.keys(thirteen).flatMap((how) => Object.keys(there).map((who) => [how as Relation, who] as const));

describe("a wish for 20:00–21:00", () => {
  test.each(cases)("that lies to a slot as %s, with %s there", (how, who) => {
    const place = thirteen[how];
    const { slot, now } = there[who]!(place);
    const wish = fromLibrary("20:00", "21:00");
    const options = waysOutOf(slot ? [slot] : [], wish, { now });
    const kinds = options.map((each) => each.kind);
    expect(relation(wish.to, place)).toBe(how);

    const isTaken = slot !== null && overlap(place, wish.to);
    const isToCome = wish.to.startsAt >= now;
    expect(kinds.includes("as-wished")).toBe(!isTaken && isToCome);
    expect(kinds.includes("replace-to-library")).toBe(isTaken && isToCome && who === "ours");
    const movesTheOther = options.some(({ effects }) =>
      effects.some((each) => each.slotId !== null && each.after !== null),
    );
    expect(movesTheOther).toBe(isTaken && isToCome && who === "ours");
    if (who !== "ours") expect(kinds.filter((each) => displacing.includes(each))).toEqual([]);
    expect(kinds).toContain("nearest-after");
    for (const option of options) {
      const after = applyOption(slot ? [slot] : [], option);
      expect(after.every((each) => each === slot || each.startsAt >= now)).toBe(true);
      expect(after.length < 2 || !overlap(after[0]!, after[1]!)).toBe(true);
    }
  });
});

test("a slot that has begun this very second is on air, and one that begins the next is not", () => {
  const kiln = ours("kiln", "20:00", "21:00");
  const kinds = (now: Instant) => waysOutOf([kiln], fromLibrary("20:30", "21:30"), { now }).map((each) => each.kind);
  expect(kinds(at("20:00"))).not.toContain("replace-to-library");
  expect(kinds(instant(at("20:00") - 1000))).toContain("replace-to-library");
});
