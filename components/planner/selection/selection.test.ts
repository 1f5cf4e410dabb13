import { describe, expect, test } from "vitest";
import { wordsIn } from "@/components/language/words.test-kit";
import type { Slot } from "@/domain/slots";
import { parseInstant, type Instant } from "@/domain/time";
import type { CalendarDay } from "@/domain/zone";
import { cargoOfSlot } from "../cargo";
import { placed } from "../placed-slot";
import { wallDate } from "../wall-clock-arithmetic";
import { others, placeAlong, unfit, weekWithout } from "./group";
import { extended, nothing, selectedCargos, toggled } from "./selection";
import { droppedWish, partsOf, pastePlace } from "./selection-acts";

const words = wordsIn("Europe/Paris");
const { zone } = words;
const at = (text: string): Instant => {
  const read = parseInstant(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};
function slot(id: string, startsAt: string, endsAt: string, over: Partial<Slot> = {}) {
  return placed({
    id,
    kind: "planned",
    state: "on-libretime",
    startsAt,
    endsAt,
    title: `Episode ${id}`,
    showName: `Show ${id}`,
    colour: null,
    episodeId: `e-${id}`,
    showId: `s-${id}`,
    playoutIds: [1],
    trackIds: [1],
    trackSeconds: 3600,
    locked: false,
    live: false,
    warnings: [],
    version: 1,
    ...over,
  });
}
const paris = (moment: Instant) => wallDate(zone, moment).toISOString().slice(0, 16).replace("T", " ");
const cargo = (each: ReturnType<typeof slot>) => cargoOfSlot(each)!;
const now = at("2026-10-01T00:00:00Z");
/** Thursday 3 December, an hour each. */
const [a, b, c] = [
  slot("a", "2026-12-03T10:00:00Z", "2026-12-03T11:00:00Z"),
  slot("b", "2026-12-03T12:00:00Z", "2026-12-03T13:00:00Z"),
  slot("c", "2026-12-03T14:00:00Z", "2026-12-03T15:00:00Z"),
];
const jazz = slot("jazz", "2026-12-03T11:00:00Z", "2026-12-03T12:00:00Z", { kind: "foreign", locked: true });
const week = [c, jazz, a, b];

describe("what is selected", () => {
  test("one more, one less; from the last one to there, in order of time, and only what is ours and coming", () => {
    const one = toggled(nothing, "a");
    expect([...one.ids, ...toggled(one, "a").ids]).toEqual(["a"]);
    expect([...extended(one, "c", week).ids]).toEqual(["a", "b", "c"]);
    expect([...extended(toggled(nothing, "c"), "b", week).ids]).toEqual(["b", "c"]);
    expect([...extended(nothing, "b", week).ids]).toEqual(["b"]);
    expect(selectedCargos(week, { ids: new Set(["c", "jazz", "a"]), anchor: null }).map(({ title }) => title)).toEqual([
      "Episode a",
      "Episode c",
    ]);
  });
  test("what is being saved does not count until it stands again", () => {
    expect(
      selectedCargos([slot("a", "2026-12-03T10:00:00Z", "2026-12-03T11:00:00Z", { state: "saving" })], {
        ids: new Set(["a"]),
        anchor: null,
      }),
    ).toEqual([]);
  });
});

describe("what is carried along goes as far on the station's clock", () => {
  const along = (from: string, to: string, other: readonly [string, string]) => {
    const [first, end] = [at(from), at(to)];
    const place = placeAlong(
      zone,
      { startsAt: first, endsAt: first },
      { startsAt: end, endsAt: end },
      cargo(slot("x", ...other)),
    );
    return [place.isSkipped, `${paris(place.to.startsAt)} to ${paris(place.to.endsAt).slice(11, 16)}`];
  };
  test("the same days and hours later", () => {
    expect(
      along("2026-12-03T10:00:00Z", "2026-12-04T11:30:00Z", ["2026-12-05T19:00:00Z", "2026-12-05T20:00:00Z"]),
    ).toEqual([false, "2026-12-06 21:30 to 22:30"]);
  });
  test("over the change of the clock in autumn, and in spring, at the same time of day, and as long", () => {
    expect(
      along("2026-10-22T10:00:00Z", "2026-10-23T10:00:00Z", ["2026-10-24T18:00:00Z", "2026-10-24T19:00:00Z"]),
    ).toEqual([false, "2026-10-25 20:00 to 21:00"]);
    expect(
      along("2026-03-27T11:00:00Z", "2026-03-29T10:00:00Z", ["2026-03-28T00:30:00Z", "2026-03-28T01:00:00Z"]),
    ).toEqual([false, "2026-03-30 01:30 to 02:00"]);
  });
  test("a time that the clock skips is none", () => {
    expect(
      along("2026-03-27T11:00:00Z", "2026-03-28T11:00:00Z", ["2026-03-28T01:30:00Z", "2026-03-28T02:00:00Z"]),
    ).toEqual([true, "2026-03-29 03:00 to 03:30"]);
  });
});

describe("each is judged where it would go", () => {
  const against = { words, slots: week, now };
  const judged = (cargos: readonly ReturnType<typeof cargo>[], to: string, copies: boolean) => {
    const [first, ...rest] = cargos as [ReturnType<typeof cargo>, ...ReturnType<typeof cargo>[]];
    const place = { startsAt: at(to), endsAt: at(to.replace(/T(\d\d)/, (_, hour: string) => `T${Number(hour) + 1}`)) };
    return others(first, place, rest, weekWithout(cargos, against, copies), copies).map(
      ({ cargo: { title }, verdict }) => [title, verdict.fits ? true : verdict.words],
    );
  };
  test("their own old places are free to those that move, and taken for copies", () => {
    expect(judged([cargo(a), cargo(b)], "2026-12-03T12:00:00Z", false)).toEqual([
      ["Episode b", "Show c is there from 15:00 to 16:00"],
    ]);
    expect(judged([cargo(b), cargo(a)], "2026-12-03T14:00:00Z", false)).toEqual([["Episode a", true]]);
    expect(judged([cargo(b), cargo(a)], "2026-12-03T14:00:00Z", true)).toEqual([
      ["Episode a", "Show b is there from 13:00 to 14:00"],
    ]);
  });
  test("who stays because another cannot leave is named too, and each with the change that it is about", () => {
    const cargos = [cargo(a), cargo(b)];
    const [to, onto] = [
      { startsAt: b.startsAt, endsAt: b.endsAt },
      { startsAt: c.startsAt, endsAt: c.endsAt },
    ];
    const around = weekWithout(cargos, against, false);
    const all = [
      { cargo: cargos[0]!, to, verdict: { fits: true, words: "", amber: false, exact: true } as const, pieces: [] },
      ...others(cargos[0]!, to, [cargos[1]!], around, false),
    ];
    expect(all[1]!.to).toEqual(onto);
    const wish = droppedWish(all, false);
    expect(
      partsOf(words, wish, { all, unfit: unfit(all, against, false) }).map(({ change, problem }) => [
        change.slotId,
        problem.sentence,
      ]),
    ).toEqual([
      ["a", "one of these cannot leave that time"],
      ["b", "Show c is there from 15:00 to 16:00"],
    ]);
  });
  test("a copy is a new slot, a move is of the slot as it was seen", () => {
    const all = [{ cargo: cargo(a), to: b }];
    expect(droppedWish(all, true).changes[0]).toMatchObject({ slotId: null, before: null, after: b });
    expect(droppedWish(all, false).changes[0]).toMatchObject({ slotId: "a", version: 1, after: b });
  });
});

test("copies are first held at the same weekday and time of the week that is shown, on the day that is shown, a day later, or at the gap with the focus", () => {
  const place = (day: string, isDayShown: boolean, focused: Instant | null = null) =>
    paris(pastePlace({ zone, day: day as CalendarDay, isDayShown }, cargo(a), focused).startsAt);
  expect([
    place("2026-12-14", false),
    place("2026-12-08", true),
    place("2026-11-30", false),
    place("2026-11-30", false, at("2026-12-05T08:00:00Z")),
  ]).toEqual(["2026-12-17 11:00", "2026-12-08 11:00", "2026-12-04 11:00", "2026-12-05 09:00"]);
});
