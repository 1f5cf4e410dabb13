import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at, from } from "../given.test-kit";
import { overlap } from "../interval";
import { instant } from "../time";
import { touchedBy } from "./apply";
import type { Effect, WayKind } from "./option";
import { proposeWaysOut } from "./propose";
import { anyMeeting } from "./random-week.test-kit";
import { tokenOf } from "./token";
import type { Week } from "./week";
import { foreign, fromLibrary, ours, waysOutOf } from "./week.test-kit";

const [kiln, blue, news] = [
  ours("kiln", "20:00", "21:00"),
  ours("blue", "21:00", "22:00"),
  foreign("news", "23:00", "23:10"),
];
const week = [kiln, blue, news];
const wish = fromLibrary("20:00", "20:30");
const option = (kind: WayKind) => waysOutOf(week, wish).find((each) => each.kind === kind)!;
const push = option("push-later");
const token = tokenOf(push, week);
const comes: Effect = { slotId: null, episodeId: "rooms-1", before: null, after: from("20:00", "20:30") };
const goes: Effect = { slotId: "kiln", episodeId: "kiln-1", before: from("20:00", "21:00"), after: null };

describe("the token of an option", () => {
  test.each<[string, Week]>([
    ["a slot that it moves has another version", [kiln, { ...blue, version: 2 }, news]],
    ["a slot that it moves is elsewhere", [kiln, ours("blue", "21:00", "21:50"), news]],
    ["a slot that it moves is gone", [kiln, news]],
    ["somebody has come to where it puts something", [...week, foreign("fire", "22:20", "22:40")]],
  ])("changes when %s", (_what, changed) => {
    expect(tokenOf(push, changed)).not.toBe(token);
  });

  test.each<[string, Week]>([
    ["nothing has happened", [kiln, blue, news]],
    ["the slots come in another order", [news, blue, kiln]],
    [
      "something happens elsewhere",
      [kiln, blue, { ...news, version: 5, startsAt: at("22:50") }, foreign("mass", "09:00", "10:00")],
    ],
    ["what LibreTime is seen to have is read again", [{ ...kiln, state: "missing" }, blue, news]],
  ])("is the same when %s", (_what, same) => {
    expect(tokenOf(push, same)).toBe(token);
  });

  test("is another one for every way out of the same conflict, and for another wish", () => {
    const options = waysOutOf(week, wish);
    expect(new Set(options.map((each) => tokenOf(each, week))).size).toBe(options.length);
    const later = waysOutOf(week, fromLibrary("20:00", "20:35")).find((each) => each.kind === "push-later")!;
    expect(tokenOf(later, week)).not.toBe(token);
  });

  test("is the one that the other side works out of the option as it came over the wire", () => {
    expect(tokenOf(JSON.parse(JSON.stringify(push)), week)).toBe(token);
    expect(token).toMatch(/^[0-9a-z]{6,11}$/);
  });
});

// A preview of one version of the planner is taken by another: the text is part of what travels.
test.each<[string, Parameters<typeof tokenOf>[0], Week]>([
  ["1duxmizjkog", { kind: "swap", effects: [] }, []],
  ["atrxeroph6", { kind: "as-wished", effects: [comes] }, []],
  ["xrvi7u1tx6", { kind: "replace-to-library", effects: [comes, goes] }, week],
  ["25ehxfedgdy", { kind: "replace-to-library", effects: [comes, goes] }, []],
])("the token %s is the same in every process", (known, option, seen) => {
  expect(tokenOf(option, seen)).toBe(known);
});

test("it changes with each slot that is touched, and with no other", () => {
  fc.assert(
    fc.property(anyMeeting, fc.nat(), fc.boolean(), (met, pick, isVersion) => {
      const slot = met.week[pick % Math.max(1, met.week.length)];
      if (!slot) return;
      const changed = met.week.map((each) =>
        each === slot
          ? { ...each, ...(isVersion ? { version: each.version + 1 } : { endsAt: instant(each.endsAt - 1000) }) }
          : each,
      );
      for (const each of proposeWaysOut(met.week, met.wish, { policy: met.policy, now: met.now })) {
        const matters =
          touchedBy(each).includes(slot.id) || each.effects.some(({ after }) => after !== null && overlap(after, slot));
        expect(tokenOf(each, changed) !== tokenOf(each, met.week)).toBe(matters);
      }
    }),
    { numRuns: 500 },
  );
});
