import fc from "fast-check";
import { expect, test } from "vitest";
import { from } from "./given.test-kit";
import { freeIn, gapId, gapsIn, gapsOfDay, programmedOf, type Heard } from "./gaps";
import type { Interval } from "./interval";
import { instant } from "./time";

const evening = from("20:00", "24:00");
/** A slot in which something is heard from its start until that time, or all the time. */
const heard = (id: string, startsAt: string, endsAt: string, until = endsAt): Heard => ({
  id,
  ...from(startsAt, endsAt),
  heard: [from(startsAt, until)],
});

test("an evening without slots is one gap", () => {
  expect(gapsIn(evening, [])).toEqual([evening]);
});

test("an evening of slots back to back has none", () => {
  expect(gapsIn(evening, [heard("b", "22:00", "24:00"), heard("a", "20:00", "22:00")])).toEqual([]);
});

test("what lies between two slots is a gap, and what is missing at a slot's end is one inside it", () => {
  expect(gapsIn(evening, [heard("a", "20:00", "21:00", "20:58"), heard("b", "21:30", "24:00")])).toEqual([
    { ...from("20:58", "21:00"), inside: "a" },
    from("21:00", "21:30"),
  ]);
});

test("an instance without a row is silent from end to end", () => {
  expect(
    gapsIn(evening, [heard("a", "20:00", "22:00"), { id: "instance:50", ...from("22:00", "24:00"), heard: [] }]),
  ).toEqual([{ ...from("22:00", "24:00"), inside: "instance:50" }]);
});

test("what one slot plays is no silence of another", () => {
  const vast = { id: "instance:50", ...from("20:00", "24:00"), heard: [] };
  expect(gapsIn(evening, [vast, heard("ours", "21:00", "22:00")])).toEqual([
    { ...from("20:00", "21:00"), inside: "instance:50" },
    { ...from("22:00", "24:00"), inside: "instance:50" },
  ]);
});

test("where two silent slots overlap, the silence is told once, of the one that starts first", () => {
  const silent = (id: string, startsAt: string, endsAt: string): Heard => ({
    id,
    ...from(startsAt, endsAt),
    heard: [],
  });
  expect(gapsIn(evening, [silent("b", "21:00", "24:00"), silent("a", "20:00", "22:00")])).toEqual([
    { ...from("20:00", "22:00"), inside: "a" },
    { ...from("22:00", "24:00"), inside: "b" },
  ]);
});

test("audio that runs past its slot is no gap", () => {
  const over = { id: "a", ...from("20:00", "21:00"), heard: [from("20:00", "21:10")] };
  expect(gapsIn(evening, [over, heard("b", "21:30", "24:00")])).toEqual([from("21:10", "21:30")]);
});

test("a slot that reaches out of the window is judged by what lies in it", () => {
  expect(gapsIn(evening, [heard("a", "19:00", "20:30", "20:15"), heard("b", "20:30", "25:00")])).toEqual([
    { ...from("20:15", "20:30"), inside: "a" },
  ]);
});

test("a silence of less than a second is none", () => {
  expect(gapsIn(evening, [heard("a", "20:00", "22:00", "21:59:59.2"), heard("b", "22:00", "24:00")])).toEqual([]);
});

test("a day counts what is free between its first and last slot, and dead air inside a slot from five minutes on", () => {
  const slots = [from("20:00", "21:00"), from("21:30", "22:00"), from("22:00", "23:00")];
  const silences = [
    from("18:00", "20:00"),
    { ...from("20:58", "21:00"), inside: "a" },
    from("21:00", "21:30"),
    { ...from("22:50", "23:00"), inside: "c" },
    from("23:00", "24:00"),
  ];
  expect(gapsOfDay(evening, slots, silences)).toEqual([
    from("21:00", "21:30"),
    { ...from("22:50", "23:00"), inside: "c" },
  ]);
  expect(gapsOfDay(from("16:00", "20:00"), slots, silences)).toEqual([]);
});

const day = from("00:00", "24:00");
const overMidnight = from("-1:00", "01:00");

test("a day is programmed from its own first slot on, to the end of its last one, whatever comes the day before or after", () => {
  const slots = [
    from("26:00", "27:00"),
    from("09:00", "10:00"),
    from("24:00", "25:00"),
    from("06:00", "07:00"),
    overMidnight,
  ];
  expect(programmedOf(day, slots)).toEqual(from("06:00", "10:00"));
  expect(programmedOf(day, [from("06:00", "07:00"), from("23:30", "24:30")])).toEqual(from("06:00", "24:00"));
  expect(programmedOf(day, [from("00:00", "01:00"), from("06:00", "07:00")])).toEqual(from("00:00", "07:00"));
});

test("a day on which nothing begins has nothing free", () => {
  expect(freeIn(day, [])).toEqual([]);
  expect(freeIn(day, [overMidnight, from("24:00", "25:00")])).toEqual([]);
});

test("a minute between two slots is free, less is a seam", () => {
  const slots = [from("06:00", "07:00"), from("07:00:59", "08:00"), from("08:01", "09:00")];
  expect(freeIn(day, slots)).toEqual([from("08:00", "08:01")]);
});

test("the gaps of a day come in order, and dead air of just five minutes is one of them", () => {
  const slots = [from("20:00", "21:00"), from("21:30", "22:00"), from("22:30", "23:00")];
  const deadAir = [
    { ...from("20:55", "21:00"), inside: "a" },
    { ...from("21:50", "22:00"), inside: "b" },
  ];
  expect(gapsOfDay(evening, slots, deadAir)).toEqual([
    deadAir[0],
    from("21:00", "21:30"),
    deadAir[1],
    from("22:00", "22:30"),
  ]);
  expect(gapsOfDay(evening, slots, [{ ...from("20:55:01", "21:00"), inside: "a" }])).toEqual([
    from("21:00", "21:30"),
    from("22:00", "22:30"),
  ]);
});

test("dead air that overlaps one of several free stretches is told once", () => {
  const slots = [from("20:00", "20:40"), from("21:00", "22:00"), from("22:30", "23:00")];
  expect(gapsOfDay(evening, slots, [{ ...from("20:30", "20:50"), inside: "a" }])).toEqual([
    from("20:40", "21:00"),
    from("22:00", "22:30"),
  ]);
});

test("a gap is known by when it begins", () => {
  expect(gapId(from("20:00", "21:00"))).toBe(`gap:${evening.startsAt}`);
});

test("dead air that a slot has just given up is told once, as free", () => {
  expect(
    gapsOfDay(evening, [from("20:00", "20:40"), from("21:00", "22:00")], [{ ...from("20:40", "21:00"), inside: "a" }]),
  ).toEqual([from("20:40", "21:00")]);
});

const second = (count: number) => instant(count * 1000);
const span = (start: number, length: number): Interval => ({ startsAt: second(start), endsAt: second(start + length) });
const anySpan = fc
  .tuple(fc.integer({ min: -5, max: 65 }), fc.integer({ min: 0, max: 25 }))
  .map(([start, length]) => span(start, length));
const anySlots = fc
  .array(fc.tuple(anySpan, fc.array(anySpan, { maxLength: 3 })), { maxLength: 8 })
  .map((all): Heard[] => all.map(([slot, plays], index) => ({ id: `slot-${index}`, ...slot, heard: plays })));

test("gaps and what is heard make up the window, without a second told twice, and `inside` names a slot that holds it", () => {
  const window = span(0, 60);
  fc.assert(
    fc.property(anySlots, (slots) => {
      const gaps = gapsIn(window, slots);
      const holds = (interval: Interval, at: number): boolean =>
        interval.startsAt <= second(at) && second(at) < interval.endsAt;
      for (let at = 0; at < 60; at += 1) {
        const told = gaps.filter((gap) => holds(gap, at));
        expect(told.length).toBe(slots.some((slot) => slot.heard.some((each) => holds(each, at))) ? 0 : 1);
        const there = slots.filter((slot) => holds(slot, at)).map((slot) => slot.id);
        for (const { inside } of told)
          expect(inside === undefined ? there.length === 0 : there.includes(inside)).toBe(true);
      }
      for (const gap of gaps)
        expect(window.startsAt <= gap.startsAt && gap.startsAt < gap.endsAt && gap.endsAt <= window.endsAt).toBe(true);
      expect(gaps).toEqual(gaps.toSorted((a, b) => a.startsAt - b.startsAt));
    }),
    { numRuns: 300 },
  );
});
