import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { from, zone } from "../given.test-kit";
import { lengthOf, overlap, type Interval } from "../interval";
import { formatInstant, minutes } from "../time";
import { anyMeeting } from "../ways-out/random-week.test-kit";
import { isTouchable, type Week } from "../ways-out/week";
import { aPolicy, foreign, ours } from "../ways-out/week.test-kit";
import { judgeMany, type ManyAnswer, type ManyWish } from "./judge-many";

function wish(id: string, startsAt: string, endsAt: string, over: Partial<ManyWish> = {}): ManyWish {
  return { id, episodeId: `${id}-new`, trackSeconds: 3600, to: from(startsAt, endsAt), ...over };
}

/** What comes of them: "a conflict nearest 21:00–22:00". */
function told(
  week: Week,
  wishes: readonly ManyWish[],
  answer: ManyAnswer | ((id: string) => ManyAnswer) = "leave-out",
  now = "05:00",
): string[] {
  const answerFor = ({ id }: ManyWish) => (typeof answer === "string" ? answer : answer(id));
  return judgeMany(week, wishes, { policy: aPolicy(), now: from(now, "24:00").startsAt, answerFor }).map(
    ({ wish: { id }, verdict, answer: taken, to, replaces }) =>
      [
        id,
        verdict,
        ...(taken ? [taken] : []),
        to ? `${clock(to.startsAt)}–${clock(to.endsAt)}` : "",
        ...replaces.map((each) => `for ${each.id}`),
      ]
        .join(" ")
        .trim(),
  );
}

const clock = (at: Interval["startsAt"]) => formatInstant(at).slice(11, 16);

describe("many wishes at once", () => {
  const week = [ours("kiln", "20:00", "21:00"), foreign("jazz", "22:00", "23:00")];
  const wishes = [wish("a", "19:00", "20:00"), wish("b", "20:00", "21:00"), wish("c", "22:00", "23:00")];

  test("those that fit are not asked about, the others are left out unless somebody says more", () => {
    expect(told(week, wishes)).toEqual(["a fits 19:00–20:00", "b conflict leave-out", "c conflict leave-out"]);
  });

  test("one answer for all: the nearest free times, one after the other", () => {
    expect(told(week, wishes, "nearest")).toEqual([
      "a fits 19:00–20:00",
      "b conflict nearest 21:00–22:00",
      "c conflict nearest 23:00–00:00",
    ]);
  });

  test("ours is replaced and goes to the library; what is not ours is never", () => {
    expect(told(week, wishes, "replace")).toEqual([
      "a fits 19:00–20:00",
      "b conflict replace 20:00–21:00 for kiln",
      "c conflict leave-out",
    ]);
  });

  test("each its own answer; an answer that leads nowhere leaves out", () => {
    expect(told(week, wishes, (id) => (id === "b" ? "trim" : "nearest"))).toEqual([
      "a fits 19:00–20:00",
      "b conflict leave-out",
      "c conflict nearest 23:00–00:00",
    ]);
  });

  test("once one is replaced, whoever wanted the rest of its place has it", () => {
    const long = [ours("kiln", "20:00", "22:00")];
    expect(told(long, [wish("a", "20:00", "21:00"), wish("b", "21:00", "22:00")], "replace")).toEqual([
      "a conflict replace 20:00–21:00 for kiln",
      "b conflict as-wished 21:00–22:00",
    ]);
  });

  test("the same episode at the same time is there already: copying twice asks nothing", () => {
    expect(
      told([ours("kiln", "20:00", "21:00", { episodeId: "b-new" })], [wish("b", "20:00", "21:00")], "replace"),
    ).toEqual(["b there leave-out"]);
  });

  test("what would have begun by now is left out, whatever is answered", () => {
    expect(told([], [wish("a", "05:30", "06:30"), wish("b", "07:00", "08:00")], "nearest", "06:00")).toEqual([
      "a past leave-out",
      "b fits 07:00–08:00",
    ]);
  });

  test("a place that was not meant is had only where somebody says so", () => {
    const lost = [wish("a", "20:00", "21:00", { isElsewhere: true })];
    expect([told([], lost), told([], lost, "as-wished"), told([], lost, "nearest")].flat()).toEqual([
      "a elsewhere leave-out",
      "a elsewhere as-wished 20:00–21:00",
      "a elsewhere as-wished 20:00–21:00",
    ]);
    expect(told([], [...lost, wish("b", "20:00", "21:00")], "as-wished")).toEqual([
      "a elsewhere leave-out",
      "b fits 20:00–21:00",
    ]);
  });

  test("of two that meet, the one that reaches further than was meant gives way, and may end where the other begins", () => {
    const two = [wish("a", "19:00", "21:00", { isLonger: true }), wish("b", "20:00", "21:00")];
    expect(told([], two)).toEqual(["a conflict leave-out", "b fits 20:00–21:00"]);
    expect(told([], two, "trim")).toEqual(["a conflict trim 19:00–20:00", "b fits 20:00–21:00"]);
  });

  test("the second pass of an hour can be had where it is free", () => {
    const twice = wish("a", "20:00", "21:00", { otherPass: from("21:00", "22:00") });
    expect(told([ours("kiln", "20:00", "21:00")], [twice], "other-pass")).toEqual([
      "a conflict other-pass 21:00–22:00",
    ]);
  });
});

test("whatever is answered, no overlap comes of it, nothing is touched that may not be, nothing starts in the past, and nobody is lost", () => {
  const anyAnswer = fc.constantFrom<ManyAnswer>("leave-out", "as-wished", "nearest", "trim", "replace", "other-pass");
  const anyWish = fc.record({
    minute: fc.integer({ min: -60, max: 36 * 60 }),
    length: fc.constantFrom(15, 30, 60, 90, 180),
    isElsewhere: fc.boolean(),
    isLonger: fc.boolean(),
    answer: anyAnswer,
  });
  fc.assert(
    fc.property(anyMeeting, fc.array(anyWish, { maxLength: 12 }), ({ week, policy, now }, drawn) => {
      const wishes = drawn.map(({ minute, length, answer: _, ...rest }, index): ManyWish => {
        const startsAt = (policy.within.startsAt + minute * 60_000) as Interval["startsAt"];
        return {
          id: `${index}`,
          episodeId: `new-${index}`,
          trackSeconds: 3600,
          to: { startsAt, endsAt: (startsAt + length * 60_000) as Interval["endsAt"] },
          ...rest,
        };
      });
      const judged = judgeMany(week, wishes, {
        policy: { ...policy, zone: zone("UTC"), shortest: minutes(5) },
        now,
        answerFor: ({ id }) => drawn[Number(id)]!.answer,
      });
      expect(judged.map((each) => each.wish)).toEqual(wishes);
      const gone = new Set(judged.flatMap(({ replaces }) => replaces));
      const placed = judged.flatMap(({ to }) => (to ? [to] : []));
      for (const slot of gone) expect(isTouchable(slot, now)).toBe(true);
      for (const [index, each] of placed.entries()) {
        expect(each.startsAt).toBeGreaterThanOrEqual(now);
        expect(
          [...week.filter((slot) => !gone.has(slot)), ...placed.slice(index + 1)].filter((other) =>
            overlap(each, other),
          ),
        ).toEqual([]);
      }
      for (const {
        wish: { to: wished, isElsewhere },
        verdict,
        answer,
        to,
      } of judged) {
        if (verdict === "fits") expect([to, answer, isElsewhere]).toEqual([wished, null, false]);
        else expect(answer === "leave-out").toBe(to === null);
        if (to && answer !== "trim") expect(lengthOf(to)).toBe(lengthOf(wished));
      }
    }),
    { numRuns: 150 },
  );
});
