import { describe, expect, test } from "vitest";
import { checkSlot, differencesOf, isAlarming } from "./checks";
import { seconds } from "./time";
import { aHold, aRelay, aRow, aSlot, at, cuesFor, from, ofTrack, onLibreTime } from "./given.test-kit";

const slot = aSlot("20:00", "21:00");
const { row, instance } = onLibreTime(slot);

test("a slot whose row and instance are as planned is on LibreTime, filled or with silence at its end", () => {
  expect(checkSlot(slot, [row], instance)).toBe("on-libretime");
  expect(
    checkSlot(
      { ...slot, content: ofTrack(7, 3480) },
      [{ ...row, endsAt: at("20:58"), cues: cuesFor(from("20:00", "20:58")) }],
      instance,
    ),
  ).toBe("on-libretime");
});

test("without its row it is missing, whatever else is there", () => {
  expect(checkSlot(slot, [], instance)).toBe("missing");
  expect(checkSlot(slot, [aRow("20:00", "21:00", { trackId: 7 })], instance)).toBe("missing");
  for (const trackId of [9, null]) expect(checkSlot(slot, [{ ...row, trackId }], instance)).toBe("missing");
});

describe("changed elsewhere", () => {
  test.each([
    ["its row starts later", { startsAt: at("20:01") }],
    ["its row ends after the slot", { endsAt: at("21:01") }],
    ["its row ends before its track", { endsAt: at("20:58") }],
    ["its row never airs", { endsAt: at("19:00") }],
  ])("%s", (_what, over) => {
    expect(checkSlot(slot, [{ ...row, ...over }], instance)).toBe("changed");
  });

  test("our instance was moved, or made longer", () => {
    expect(checkSlot(slot, [row], { ...instance, ...from("19:00", "21:00") })).toBe("changed");
    expect(checkSlot(slot, [row], { ...instance, endsAt: at("22:00") })).toBe("changed");
  });
});

test("somebody else's instance, in which our slot lies, may have any times", () => {
  expect(checkSlot({ ...slot, ownsInstance: false }, [row], { ...instance, ...from("19:00", "22:00") })).toBe(
    "on-libretime",
  );
});

test("the same track a second time in the slot is a duplicate; before and after it is a rerun", () => {
  const twin = aRow("20:30", "21:30", { trackId: 7 });
  expect(checkSlot(slot, [row, twin], instance)).toBe("duplicate");
  expect(
    checkSlot(slot, [row, { ...twin, ...from("21:00", "22:00") }, { ...twin, ...from("19:00", "20:00") }], instance),
  ).toBe("on-libretime");
  expect(checkSlot(slot, [row, { ...twin, trackId: 9 }], instance)).toBe("on-libretime");
});

describe("what differs is told in full", () => {
  test.each([
    ["nothing", [row], instance, []],
    ["its row is gone", [], instance, [{ what: "row-gone" }]],
    [
      "its row was moved",
      [{ ...row, ...from("22:00", "23:00") }],
      instance,
      [{ what: "row-moved", ...from("22:00", "23:00") }],
    ],
    ["its row is overbooked, and never heard", [{ ...row, endsAt: at("19:00") }], instance, [{ what: "never-airs" }]],
    [
      "a row of that id that plays another track, which is somebody else's",
      [{ ...row, trackId: 9 }],
      instance,
      [{ what: "row-gone" }],
    ],
    [
      "a row of that id in another instance, which is somebody else's",
      [{ ...row, instanceId: 41 }],
      instance,
      [{ what: "row-gone" }],
    ],
    [
      "its instance was moved",
      [row],
      { ...instance, ...from("19:00", "21:00") },
      [{ what: "instance-moved", ...from("19:00", "21:00") }],
    ],
    ["its instance is gone", [row], undefined, [{ what: "row-gone" }]],
    [
      "an instance of that id without our mark, which is somebody else's",
      [row],
      { ...instance, createdAt: "2026-11-24T12:00:00.123457Z" },
      [{ what: "row-gone" }],
    ],
    ["an instance of that id in another show", [row], { ...instance, showId: 5 }, [{ what: "row-gone" }]],
    [
      "a twin",
      [row, aRow("20:30", "21:30", { trackId: 7 })],
      instance,
      [{ what: "twin", playoutId: 500, ...from("20:30", "21:30") }],
    ],
  ])("%s", (_what, rows, home, differences) => {
    expect(differencesOf(slot, rows, home)).toEqual(differences);
  });
});

describe("cues and fades that are not as ours", () => {
  const breaks = [{ what: "cues", breaksPlayout: true }];
  const another = [{ what: "cues", breaksPlayout: false }];
  const cued = (cueIn: number, cueOut: number) => ({ cueIn: seconds(cueIn), cueOut: seconds(cueOut) });

  test.each([
    ["without a fade the whole plan is dropped", { fadeIn: null }, breaks],
    ["with a cue of 24 hours as well", cued(0, 86_400), breaks],
    ["half an hour of it in an hour is another part", cued(1800, 3600), another],
    ["more of it than is on air, too", cued(0, 3700), another],
    ["it fades otherwise", { fadeOut: seconds(30) }, another],
    ["its file begins with silence that is skipped", cued(0.35, 3600.35), []],
  ])("%s", (_what, over, differences) => {
    const rows = [{ ...row, cues: { ...row.cues, ...over } }];
    expect(differencesOf(slot, rows, instance)).toEqual(differences);
    expect(
      isAlarming({ state: checkSlot(slot, rows, instance), differences: differencesOf(slot, rows, instance) as never }),
    ).toBe(differences === breaks);
  });

  test("are told beside another time only when they break playout", () => {
    const moved = { ...row, ...from("20:30", "21:00") };
    expect(differencesOf(slot, [moved], instance).map(({ what }) => what)).toEqual(["row-moved"]);
    expect(
      differencesOf(slot, [{ ...moved, cues: { ...row.cues, fadeIn: null } }], instance).map(({ what }) => what),
    ).toEqual(["row-moved", "cues"]);
  });

  test("do nothing to a webstream, of which playout reads none", () => {
    const relay = aRelay("20:00", "21:00");
    const there = onLibreTime(relay);
    expect(
      differencesOf(
        relay,
        [{ ...there.row, cues: { cueIn: null, cueOut: null, fadeIn: null, fadeOut: null } }],
        there.instance,
      ),
    ).toEqual([]);
  });
});

describe("a live hold", () => {
  const hold = aHold("20:00", "21:00");
  const { instance: home } = onLibreTime(hold);

  test.each([
    ["is whole when its instance is there and empty", [row], home, [], "on-libretime"],
    [
      "is whole with a row in it that never airs",
      [aRow("21:00", "19:00", { instanceId: 41 })],
      home,
      [],
      "on-libretime",
    ],
    ["is gone with its instance", [], undefined, [{ what: "hold-gone" }], "missing"],
    [
      "is gone when LibreTime's own calendar has deleted it",
      [],
      { ...home, modified: true },
      [{ what: "hold-gone" }],
      "missing",
    ],
    [
      "was moved with its instance",
      [],
      { ...home, ...from("19:00", "20:00") },
      [{ what: "instance-moved", ...from("19:00", "20:00") }],
      "changed",
    ],
    [
      "is filled by what somebody puts into it",
      [aRow("20:10", "20:50", { instanceId: 41 })],
      home,
      [{ what: "filled", playoutId: 500, ...from("20:10", "20:50") }],
      "changed",
    ],
    [
      "is filled by a webstream as well",
      [aRow("20:00", "21:00", { instanceId: 41, trackId: null, streamId: 3 })],
      home,
      [{ what: "filled", playoutId: 500, ...from("20:00", "21:00") }],
      "changed",
    ],
  ])("%s", (_what, rows, there, differences, state) => {
    expect(differencesOf(hold, rows, there)).toEqual(differences);
    expect(checkSlot(hold, rows, there)).toBe(state);
  });
});

describe("a relay of a webstream", () => {
  const relay = aRelay("20:00", "21:00");
  const { row: plays, instance: home } = onLibreTime(relay);

  test.each([
    ["is right when its row plays it from end to end", [plays], []],
    ["is missing without its row", [], [{ what: "row-gone" }]],
    ["is missing where its row has another webstream", [{ ...plays, streamId: 4 }], [{ what: "row-gone" }]],
    [
      "is missing where its row has a file, which playout takes first",
      [{ ...plays, trackId: 7 }],
      [{ what: "row-gone" }],
    ],
    ["is missing where its row has nothing any more", [{ ...plays, streamId: null }], [{ what: "row-gone" }]],
    ["ends too early", [{ ...plays, endsAt: at("20:30") }], [{ what: "row-moved", ...from("20:00", "20:30") }]],
    [
      "is there a second time",
      [plays, aRow("20:30", "21:30", { trackId: null, streamId: 3 })],
      [{ what: "twin", playoutId: 500, ...from("20:30", "21:30") }],
    ],
  ])("%s", (_what, rows, differences) => {
    expect(differencesOf(relay, rows, home)).toEqual(differences);
  });
});
