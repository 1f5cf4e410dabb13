import { describe, expect, test } from "vitest";
import { wordsIn } from "@/components/language/words.test-kit";
import { judgeMany, type ManyAnswer } from "@/domain/copying/judge-many";
import type { Slot } from "@/domain/slots";
import { formatInstant, instant, minutes } from "@/domain/time";
import type { CalendarDay } from "@/domain/zone";
import { asWeekSlot, placed, type PlacedSlot } from "../placed-slot";
import { changesOfCopies, copyWishes, spanOf, type Copying, type CopyWish } from "./copying";
import { answerText, clockNotes, copyTitle, countText, fitNote, reasonText, weekName, whereText } from "./copy-words";

const words = wordsIn("Europe/Paris");
const { zone } = words;
const day = (text: string) => text as CalendarDay;
const MONDAY = day("2026-11-23");

function slot(id: string, startsAt: string, length: number, over: Partial<Slot> = {}): PlacedSlot {
  const at = Date.parse(startsAt);
  return placed({
    id,
    kind: "planned",
    state: "on-libretime",
    startsAt,
    endsAt: formatInstant(instant(at + length * 60_000)),
    title: `${id}, part 1`,
    showName: id,
    colour: "#123456",
    episodeId: `${id}-1`,
    showId: id,
    playoutIds: [1],
    trackIds: [1],
    trackSeconds: 3600,
    locked: false,
    live: false,
    warnings: [],
    version: 3,
    ...over,
  });
}

/** The copies as they would be by that week, each answered in its way or all alike. */
function judged(
  source: readonly PlacedSlot[],
  target: readonly PlacedSlot[],
  copying: Copying,
  answer: ManyAnswer | ((wish: CopyWish) => ManyAnswer) = "leave-out",
) {
  const policy = { zone, within: spanOf(zone, copying.to, copying.days), step: minutes(5), shortest: minutes(5) };
  return judgeMany(target.map(asWeekSlot), copyWishes(zone, source, copying, target), {
    policy,
    now: instant(Date.parse("2026-11-01T00:00:00Z")),
    answerFor: (wish) => (typeof answer === "string" ? answer : answer(wish)),
  });
}

describe("what is copied", () => {
  const tuesday: Copying = { from: day("2026-11-24"), to: day("2026-11-25"), days: 1, times: 1 };

  test("is every slot of ours, past and locked ones too; not what is foreign, nor what is being saved", () => {
    const slots = [
      slot("a", "2026-11-24T09:00:00Z", 60, { locked: true }),
      slot("b", "2026-11-24T10:00:00Z", 60, { kind: "foreign" }),
      slot("c", "2026-11-24T11:00:00Z", 60, { state: "saving" }),
      slot("d", "2026-11-24T12:00:00Z", 60, { state: "missing" }),
      slot("e", "2026-11-25T12:00:00Z", 60),
    ];
    expect(copyWishes(zone, slots, tuesday).map(({ copy, to }) => [copy.of.id, formatInstant(to.startsAt)])).toEqual([
      ["a", "2026-11-25T09:00:00Z"],
      ["d", "2026-11-25T12:00:00Z"],
    ]);
  });

  test("is also what is live and what is streamed; the same that stands there already is known by what it holds, and of which show", () => {
    const live = { episodeId: undefined, content: { kind: "live" }, live: true } as const;
    const relay = { episodeId: undefined, content: { kind: "stream", streamId: 7 } } as const;
    const source = [slot("a", "2026-11-24T09:00:00Z", 60, live), slot("b", "2026-11-24T12:00:00Z", 60, relay)];
    const onto = (id: string, startsAt: string, over: Partial<Slot>) =>
      slot(`${id} there`, startsAt, 60, { showId: id, ...over });
    const verdicts = (target: readonly PlacedSlot[]) => judged(source, target, tuesday).map(({ verdict }) => verdict);
    expect(copyWishes(zone, source, tuesday).map(({ copy }) => copy.of.cargo.hold)).toEqual([
      { kind: "live", title: "a, part 1" },
      { kind: "stream", streamId: 7 },
    ]);
    expect(verdicts([])).toEqual(["fits", "fits"]);
    expect(verdicts([onto("a", "2026-11-25T09:00:00Z", live), onto("b", "2026-11-25T12:00:00Z", relay)])).toEqual([
      "there",
      "there",
    ]);
    expect(
      verdicts([
        onto("other", "2026-11-25T09:00:00Z", live),
        onto("b", "2026-11-25T12:00:00Z", { ...relay, content: { kind: "stream", streamId: 8 } }),
      ]),
    ).toEqual(["conflict", "conflict"]);
  });

  test("stands once in each of the weeks in a row, each known by its own name", () => {
    const wishes = copyWishes(zone, [slot("a", "2026-11-24T09:00:00Z", 60)], {
      from: MONDAY,
      to: day("2026-11-30"),
      days: 7,
      times: 3,
    });
    expect(wishes.map(({ id, to }) => [id, formatInstant(to.startsAt).slice(0, 10)])).toEqual([
      ["a@2026-11-30", "2026-12-01"],
      ["a@2026-12-07", "2026-12-08"],
      ["a@2026-12-14", "2026-12-15"],
    ]);
  });

  test("is sent with what goes back to the library for it, as it was seen", () => {
    const target = [slot("kiln", "2026-11-25T09:30:00Z", 60)];
    const all = judged([slot("a", "2026-11-24T09:00:00Z", 60)], target, tuesday, "replace");
    expect(
      changesOfCopies(all, (id) => target.find((each) => each.id === id)).map(({ slotId, version, before, after }) => [
        slotId,
        version,
        before === null,
        after && formatInstant(after.startsAt),
      ]),
    ).toEqual([
      [null, undefined, true, "2026-11-25T09:00:00Z"],
      ["kiln", 3, false, null],
    ]);
  });
});

describe("in words", () => {
  const target = [slot("Kiln", "2026-11-25T09:30:00Z", 60)];
  const slotOf = (id: string) => target.find((each) => each.id === id);
  const onto: Copying = { from: day("2026-11-24"), to: day("2026-11-25"), days: 1, times: 1 };

  test("a conflict names who is there, and each answer where it leads", () => {
    const [one] = judged([slot("Night Waves", "2026-11-24T09:00:00Z", 60)], target, onto, "nearest");
    expect([
      reasonText(words, one!, slotOf),
      answerText(words, "nearest", { judged: one!, slotOf }),
      answerText(words, "trim", { judged: one!, slotOf }),
      answerText(words, "replace", { judged: one!, slotOf }),
    ]).toEqual([
      "Kiln is there from 10:30 to 11:30.",
      "Nearest free time: 09:30",
      "Cut it to 10:00 – 10:30",
      "Replace Kiln: back to the library",
    ]);
  });

  test("counts are sentences", () => {
    const free = [slot("a", "2026-11-24T05:00:00Z", 60)];
    const taken = slot("b", "2026-11-24T09:00:00Z", 60);
    expect(
      [[], free, [...free, slot("c", "2026-11-24T07:00:00Z", 60)]].map((slots) =>
        countText(words, judged(slots, target, onto), 0),
      ),
    ).toEqual(["Nothing of ours is planned there.", "The one slot fits.", "All 2 fit."]);
    expect([[...free, taken], [taken]].map((slots) => countText(words, judged(slots, target, onto), 1))).toEqual([
      "1 of 2 fit. One needs an answer.",
      "It does not fit. One needs an answer.",
    ]);
  });

  test("the count is of what will be done, as each conflict was answered", () => {
    const slots = [
      slot("a", "2026-11-24T05:00:00Z", 60),
      slot("b", "2026-11-24T09:00:00Z", 60),
      slot("c", "2026-11-24T10:00:00Z", 60),
    ];
    const said = (answer: ManyAnswer, open: number) => countText(words, judged(slots, target, onto, answer), open);
    expect(said("leave-out", 2)).toBe("1 of 3 fit. 2 need an answer.");
    expect(said("replace", 0)).toBe("All 3 will be copied.");
    expect(said("leave-out", 0)).toBe("1 of 3 will be copied.");
    expect(countText(words, judged([slots[1]!], target, onto, "replace"), 0)).toBe("It will be copied.");
    expect(countText(words, judged([slots[1]!], target, onto), 0)).toBe("It is left out.");
    const one = judged(slots, target, onto, ({ id }) => (id.startsWith("b") ? "replace" : "leave-out"));
    expect(countText(words, one, 1)).toBe("2 of 3 will be copied. One needs an answer.");
  });

  test("spring has no place for one, autumn a second hour, and both are said", () => {
    const night = (date: string, hour: string) => slot("a", `${date}T${hour}:00:00Z`, 60);
    const spring: Copying = { from: day("2027-03-21"), to: day("2027-03-28"), days: 1, times: 1 };
    const [lost] = judged([night("2027-03-21", "01")], [], spring);
    expect(clockNotes(words, spanOf(zone, spring.to, 1), [lost!.wish])).toEqual([
      "Sunday 28 Mar has 23 hours: the clock skips 02:00 to 03:00. One slot has no place of its own there; all other local times are kept.",
    ]);
    expect(reasonText(words, lost!, () => undefined)).toBe(
      "02:00 does not exist on Sunday: the clock goes straight to 03:00.",
    );
    const autumn: Copying = { from: day("2027-10-24"), to: day("2027-10-31"), days: 1, times: 1 };
    const [twice] = judged([night("2027-10-24", "00")], [], autumn);
    expect(clockNotes(words, spanOf(zone, autumn.to, 1), [twice!.wish])).toEqual([
      "Sunday 31 Oct has 25 hours: 02:00 to 03:00 comes twice. What starts then stands in the first hour, and the second is left free; all local times are kept.",
    ]);
    expect(fitNote(words, twice!.wish)).toBe("02:00 comes twice: it stands in the first hour.");
    expect(clockNotes(words, spanOf(zone, day("2027-06-06"), 1), [])).toEqual([]);
  });

  test("what and where to are named", () => {
    const week: Copying = { from: MONDAY, to: day("2026-11-30"), days: 7, times: 1 };
    expect([
      copyTitle(words, onto),
      copyTitle(words, week),
      whereText(words, onto),
      whereText(words, week),
      whereText(words, { ...week, times: 3 }),
    ]).toEqual([
      "Copy Tuesday 24 November 2026",
      "Copy 23 – 29 November 2026",
      "to Wed 25 Nov",
      "to the week of Mon 30 Nov",
      "to the week of Mon 30 Nov and the 2 weeks after it",
    ]);
    expect([weekName(words, day("2026-11-30"), MONDAY), weekName(words, day("2026-12-14"), MONDAY)]).toEqual([
      "30 November – 6 December (the next week)",
      "14 – 20 December (3 weeks later)",
    ]);
  });
});
