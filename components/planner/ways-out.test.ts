import { describe, expect, test } from "vitest";
import { wordsIn } from "@/components/language/words.test-kit";
import type { Slot } from "@/domain/slots";
import { parseInstant, type Instant } from "@/domain/time";
import { weekInterval, type CalendarDay } from "@/domain/zone";
import type { Cargo } from "./cargo";
import { fittingText } from "./board";
import { daySummary } from "./day-summary";
import { paintedOf } from "./painted";
import { placed, type PlacedSlot } from "./placed-slot";
import { verdictOn, verdictText } from "./verdict";
import { waysOut } from "./ways-out";
import { weekGaps } from "./week-gaps";

const words = wordsIn("Europe/Paris");
const { zone } = words;
const at = (text: string): Instant => {
  const read = parseInstant(`2026-11-26T${text}:00+01:00`);
  if (!read.ok) throw new Error(text);
  return read.value;
};
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const aSlot = (showName: string, from: string, to: string, rest: Partial<Slot> = {}): PlacedSlot =>
  placed({
    id: showName,
    kind: "planned",
    state: "on-libretime",
    startsAt: new Date(at(from)).toISOString(),
    endsAt: new Date(at(to)).toISOString(),
    title: "x",
    showName,
    colour: null,
    playoutIds: [],
    trackIds: [],
    locked: false,
    live: false,
    warnings: [],
    version: 1,
    ...rest,
  });
const rooms: Cargo = {
  episodeId: "9",
  showId: "s",
  title: "The weight of rooms",
  showName: "Deep Rooms",
  colour: null,
  trackSeconds: 88 * 60 + 3,
  notReady: null,
};
const around = (...slots: PlacedSlot[]) => ({
  words,
  slots,
  now: at("09:00"),
  within: weekInterval(zone, "2026-11-23" as CalendarDay),
});

describe("what the ghost says", () => {
  test("names who is there, from when to when", () => {
    const verdict = verdictOn(rooms, span("16:00", "17:30"), around(aSlot("Kiln", "16:30", "17:30")));
    expect(verdict).toMatchObject({ fits: false, why: "taken", words: "Kiln is there from 16:30 to 17:30" });
  });
  test("back to back is free", () => {
    expect(verdictOn(rooms, span("17:30", "19:00"), around(aSlot("Kiln", "16:30", "17:30")))).toMatchObject({
      fits: true,
    });
  });
  test("a slot shorter than its track says what is cut, a longer one its dead air", () => {
    expect(verdictOn(rooms, span("16:00", "17:00"), around())).toMatchObject({ fits: true, words: "cut 28:03" });
    expect(verdictOn(rooms, span("16:00", "18:00"), around())).toMatchObject({ fits: true, words: "dead air 31:57" });
  });
  test("nothing is free that was last seen before LibreTime fell silent; who stood there then is still named", () => {
    const old = { ...around(aSlot("Kiln", "16:30", "17:30")), isOld: true };
    expect(verdictText(words, verdictOn(rooms, span("18:00", "19:30"), old), " · ")).toBe(
      "may be taken: LibreTime does not answer",
    );
    expect(verdictText(words, verdictOn(rooms, span("18:00", "19:30"), { ...old, isOld: false }), " · ")).toBe(
      "free · dead air 1:57",
    );
    expect(verdictText(words, verdictOn(rooms, span("16:00", "17:30"), old), ", ")).toBe(
      "Kiln is there from 16:30 to 17:30",
    );
    const verdict = verdictOn(rooms, span("18:00", "19:30"), old);
    expect(
      fittingText(words, { verdict, along: [{ cargo: rooms, to: span("20:00", "21:30"), verdict, pieces: [] }] }),
    ).toBe("2 slots");
  });
  test("the past is refused", () => {
    expect(verdictOn(rooms, span("08:55", "10:25"), around())).toMatchObject({ fits: false, why: "past" });
  });
  test("a moved slot is not in its own way", () => {
    const itself = aSlot("Deep Rooms", "16:00", "17:30");
    expect(
      verdictOn(
        { ...rooms, from: { slotId: itself.id, startsAt: itself.startsAt, endsAt: itself.endsAt } },
        span("16:05", "17:35"),
        around(itself),
      ),
    ).toMatchObject({ fits: true });
  });
});

const wish = span("16:00", "17:30");
const said = (...slots: PlacedSlot[]) =>
  Object.fromEntries(
    waysOut(rooms, wish, around(...slots)).map(({ kind, headline, detail }) => [kind, `${headline} | ${detail}`]),
  );

describe("ways out, as one programmer tells another", () => {
  test("the nearest free time comes before anybody else's place", () => {
    const [first] = waysOut(rooms, wish, around(aSlot("Kiln", "16:30", "17:30"), aSlot("Blue Hour", "14:00", "16:00")));
    expect(first).toMatchObject({
      kind: "nearest-after",
      headline: "Put it at 17:30",
      changes: [{ slotId: null, before: null, after: span("17:30", "19:00") }],
    });
  });
  test("what becomes of the other: pushed, pulled, given another time, sent back", () => {
    expect(said(aSlot("Kiln", "16:30", "17:30"))).toMatchObject({
      "push-later": "Push Kiln 1 h later | Kiln: Thu 16:30 → 17:30",
      "pull-earlier": "Pull Kiln 1:30 h earlier | Kiln: Thu 16:30 → 15:00",
      "replace-to-library": "Send Kiln back to the library | Thu 16:30 – 17:30; yours takes its place",
    });
    expect(
      said(aSlot("Kiln", "16:30", "17:30"), aSlot("Night", "10:00", "16:00"), aSlot("Field Notes", "17:30", "19:00")),
    ).toMatchObject({
      "push-later": "Push Kiln and Field Notes 1 h later | Kiln: Thu 16:30 → 17:30, Field Notes: Thu 17:30 → 18:30",
      "replace-and-move": "Give Kiln the nearest free time, 19:00 | Kiln: Thu 16:30 → 19:00; yours takes its place",
    });
  });
  test("each side its own way", () => {
    expect(said(aSlot("Kiln", "15:30", "16:15"), aSlot("Field Notes", "17:00", "18:00"))["make-room"]).toBe(
      "Make room: Kiln 15 min earlier, Field Notes 30 min later | Kiln: Thu 15:30 → 15:15, Field Notes: Thu 17:00 → 17:30",
    );
  });
  test("a slot that moves may swap", () => {
    const mine = aSlot("Deep Rooms", "10:00", "11:30", { episodeId: "9", showId: "s" });
    const from = { slotId: mine.id, startsAt: mine.startsAt, endsAt: mine.endsAt, version: 1 };
    const swap = waysOut(
      { ...rooms, from },
      wish,
      around(mine, aSlot("Kiln", "16:30", "17:30", { title: "Cones" })),
    ).find(({ kind }) => kind === "swap");
    expect(swap).toMatchObject({ headline: "Swap with Kiln: it goes to 10:00", detail: "Kiln: Thu 16:30 → 10:00" });
    expect(swap!.spoken).toBe(
      "Deep Rooms, The weight of rooms, goes from Thursday 10:00 to 11:30, to Thursday 16:00 to 17:30. Kiln, Cones, goes from Thursday 16:30 to 17:30, to Thursday 10:00 to 11:00.",
    );
  });
  test("dead air of the other is given up", () => {
    expect(said(aSlot("Kiln", "15:00", "16:30", { trackSeconds: 3500 }))["trim-others"]).toBe(
      "End Kiln at 16:00 | it loses dead air only; its track still fits",
    );
  });
  test("nobody takes the place of what is not ours", () => {
    const kinds = Object.keys(
      said(aSlot("Kiln", "16:30", "17:00"), aSlot("News", "17:00", "17:30", { kind: "foreign", locked: true })),
    );
    expect(kinds.toSorted()).toEqual(["another-day", "nearest-after", "nearest-before", "trim-wish"]);
  });
  test("a shorter slot that still holds the whole track is offered first", () => {
    const ways = waysOut({ ...rooms, trackSeconds: 1700 }, wish, around(aSlot("Kiln", "16:30", "17:30")));
    expect(ways[0]).toMatchObject({ kind: "trim-wish", detail: "the track still fits; nothing is cut" });
  });
  test("a slot that is carried over from another week has its ways out too", () => {
    const from = { slotId: "rooms", startsAt: at("09:30"), endsAt: at("11:00") };
    expect(
      waysOut({ ...rooms, from }, wish, around(aSlot("Kiln", "16:30", "17:30"))).map(({ headline }) => headline),
    ).toContain("Move it to 17:30");
  });
  test("the token is another one once what it rests on has changed, and the same when something else has", () => {
    const token = (...slots: PlacedSlot[]) =>
      waysOut(rooms, wish, around(...slots)).find(({ kind }) => kind === "push-later")!.token;
    const seen = token(aSlot("Kiln", "16:30", "17:30"));
    expect(token(aSlot("Kiln", "16:30", "17:30"), aSlot("Far", "22:00", "23:00"))).toBe(seen);
    expect(token(aSlot("Kiln", "16:30", "17:30", { version: 2 }))).not.toBe(seen);
  });
});

test("a way out is painted with every new place and every old one; who stays is not", () => {
  const [push] = waysOut(rooms, wish, around(aSlot("Kiln", "16:30", "17:30"))).filter(
    ({ kind }) => kind === "push-later",
  );
  const painted = paintedOf(zone, push!.changes);
  expect(painted.pieces.map(({ face, to, isOther }) => [face.showName, to, isOther])).toEqual([
    ["Deep Rooms", wish, false],
    ["Kiln", span("17:30", "18:30"), true],
  ]);
  expect([...painted.struck]).toEqual(["Kiln"]);
  expect(paintedOf(zone, [{ ...push!.changes[1]!, after: push!.changes[1]!.before }]).pieces).toEqual([]);
});

describe("a day's head", () => {
  const day = "2026-11-26" as CalendarDay;
  test("counts what is free between the first and the last slot", () => {
    expect(
      daySummary(words, day, { slots: [aSlot("A", "10:00", "11:00"), aSlot("B", "11:30", "12:00")], now: at("09:00") }),
    ).toMatchObject({ words: "1 gap, 0:30" });
  });
  test("counts dead air inside a slot as the page's head does, from five minutes on", () => {
    const slots = [aSlot("A", "10:00", "11:00"), aSlot("B", "11:30", "12:00"), aSlot("C", "12:00", "13:00")];
    const silences = [
      { ...span("10:58", "11:00"), inside: "A" },
      { ...span("12:40", "13:00"), inside: "C" },
      span("00:00", "10:00"),
      span("11:30", "11:45"),
    ];
    const summary = daySummary(words, day, { slots, silences, now: at("09:00") });
    expect(summary.words).toBe("2 gaps, 0:50");
    expect(summary.free).toEqual([span("11:00", "11:30")]);
    expect(weekGaps([summary], at("09:00")).map(({ startsAt, endsAt, inside }) => [startsAt, endsAt, inside])).toEqual([
      [at("11:00"), at("11:30"), undefined],
      [at("12:40"), at("13:00"), "C"],
    ]);
    expect(weekGaps([summary], at("12:00")).map(({ inside }) => inside)).toEqual(["C"]);
  });
  test("full, empty, and two that overlap", () => {
    expect(
      daySummary(words, day, { slots: [aSlot("A", "07:00", "13:00"), aSlot("B", "13:00", "22:00")], now: at("06:00") })
        .words,
    ).toBe("full");
    expect(
      daySummary(words, day, { slots: [aSlot("A", "10:00", "11:00"), aSlot("B", "11:00", "12:00")], now: at("09:00") })
        .words,
    ).toBe("2 slots, 2:00");
    expect(daySummary(words, day, { slots: [], now: at("09:00") }).words).toBe("empty");
    expect(
      daySummary(words, day, { slots: [aSlot("A", "10:00", "11:00"), aSlot("B", "10:30", "12:00")], now: at("09:00") }),
    ).toMatchObject({ words: "1 conflict", tone: "red" });
  });
});

test("a time that nobody has is offered as it was wished, and nothing is trimmed", () => {
  const ways = waysOut(rooms, wish, around());
  expect(ways[0]).toMatchObject({ kind: "as-wished", headline: "Put it at 16:00" });
  expect(ways.some(({ kind }) => kind === "trim-wish")).toBe(false);
});
