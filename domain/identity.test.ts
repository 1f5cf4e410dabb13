import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OUR_MARK, aHold, aPicture, aRelay, aSlot, from, ofTrack, onLibreTime } from "./given.test-kit";
import { isHome, isOurShow, isSameHome, markOf, oursOf, UNMARKED, type Claim } from "./identity";
import { occupantsOf } from "./picture";
import type { Instance, Row } from "./station-rows";
import { differencesOf, stateOf } from "./checks";
import { seconds } from "./time";

const slot = aSlot("20:00", "21:00");
const { row, instance } = onLibreTime(slot);
const nobody = { home: null, row: null };
/** The same from before marks were kept: its show is the one that is linked. */
const unmarked = (claim: Claim): Claim => ({
  ...claim,
  mark: { ...UNMARKED, stationShowId: claim.mark.stationShowId },
});

describe("what carries our mark is ours", () => {
  test("whatever has become of its times, its cues and its flags", () => {
    const [moved, edited] = [
      { ...instance, ...from("22:00", "23:30"), modified: true },
      { ...row, ...from("22:10", "22:50"), cues: { ...row.cues, cueIn: seconds(5) } },
    ];
    expect(oursOf(slot, { home: moved, row: edited })).toEqual({ home: moved, row: edited });
  });
  test("the instance also without its row, which is gone or lies elsewhere", () => {
    for (const other of [undefined, null, { ...row, id: 401 }, { ...row, instanceId: 41 }])
      expect(oursOf(slot, { home: instance, row: other })).toEqual({ home: instance, row: null });
  });
  test("a live hold by its instance alone", () => {
    const hold = aHold("20:00", "21:00");
    const home = onLibreTime(hold).instance;
    expect(oursOf(hold, { home })).toEqual({ home, row: null });
  });
});

describe("what has only our numbers is somebody else's", () => {
  test.each<[string, Partial<Instance>]>([
    ["an instance that was made a microsecond later", { createdAt: "2026-11-24T12:00:00.123457Z" }],
    ["an instance of another show", { showId: 5 }],
  ])("%s, with all that lies in it", (_what, over) => {
    expect(oursOf(slot, { home: { ...instance, ...over }, row })).toEqual(nobody);
    expect(isHome({ ...instance, ...over }, slot)).toBe(false);
  });
  test.each([
    ["we", true],
    ["others", false],
  ] as const)(
    "in an instance that %s made, a row with another file or webstream, or with none",
    (_who, ownsInstance) => {
      const track = { ...slot, ownsInstance };
      expect(oursOf(track, { home: instance, row })).toEqual({ home: instance, row });
      for (const over of [{ trackId: 9 }, { trackId: null }, { trackId: null, streamId: 4 }])
        expect(oursOf(track, { home: instance, row: { ...row, ...over } })).toEqual({ home: instance, row: null });
      const relay = aRelay("20:00", "21:00", { ownsInstance });
      const there = onLibreTime(relay);
      for (const over of [{ streamId: 4 }, { streamId: null }, { trackId: 7 }])
        expect(oursOf(relay, { home: there.instance, row: { ...there.row, ...over } })).toEqual({
          home: there.instance,
          row: null,
        });
    },
  );
  test("a show that is called otherwise, or has another colour than it was sent with", () => {
    const sent = { name: "Night Flight", colour: "#1C7ED6" };
    expect(isOurShow(sent, { name: "Night Flight", colour: "#1c7ed6" })).toBe(true);
    expect(isOurShow({ name: "Night Flight" }, { name: "Night Flight", colour: null })).toBe(true);
    expect([
      isOurShow(sent, { name: "Blues Night", colour: "#1c7ed6" }),
      isOurShow(sent, { name: "Night Flight", colour: null }),
    ]).toEqual([false, false]);
  });
});

describe("a slot from before marks were kept", () => {
  test.each<[string, Claim]>([
    ["a track", slot],
    ["a webstream", aRelay("20:00", "21:00")],
    ["a live hold", aHold("20:00", "21:00")],
    ["a track that is shorter", aSlot("20:00", "21:00", { content: ofTrack(7, 3480) })],
  ])("%s is known when LibreTime has it just so", (_what, claim) => {
    const there = onLibreTime(claim as typeof slot);
    const played =
      claim.content.kind === "track"
        ? { ...there.row, endsAt: claim.content.trackSeconds < 3600 ? from("20:00", "20:58").endsAt : there.row.endsAt }
        : there.row;
    expect(
      oursOf(unmarked(claim), { home: there.instance, row: claim.playoutId === null ? null : played }).home,
    ).toEqual(there.instance);
  });
  test.each<[string, { home?: Instance; row?: Row }]>([
    ["its show", { home: { ...instance, showId: 5 } }],
    ["the times of its instance", { home: { ...instance, ...from("20:00", "22:00") } }],
    ["the times of its row", { row: { ...row, ...from("20:10", "21:00") } }],
    ["its file", { row: { ...row, trackId: 9 } }],
    ["its row's number", { row: { ...row, id: 401 } }],
    ["its instance's number", { home: { ...instance, id: 41 } }],
  ])("is not known when %s is another", (_what, over) => {
    expect(oursOf(unmarked(slot), { home: instance, row, ...over })).toEqual(nobody);
  });
  test("is not known without a show that is linked, nor without its row", () => {
    expect(oursOf({ ...slot, mark: UNMARKED }, { home: instance, row })).toEqual(nobody);
    expect(oursOf(unmarked(slot), { home: instance, row: null })).toEqual(nobody);
  });
  test("is the same home as the one whose mark was learned since", () => {
    expect(isSameHome(unmarked(slot), slot)).toBe(true);
    expect(isSameHome({ ...slot, mark: { ...OUR_MARK, createdAt: "2026-11-24T12:00:00.000001Z" } }, slot)).toBe(false);
  });
});

/** Any station that has given our numbers to others: each instance with a mark of its own. */
const anyMark = fc
  .integer({ min: 0, max: 999_999 })
  .filter((micros) => micros !== 123_456)
  .map((micros) => `2026-11-24T12:00:00.${String(micros).padStart(6, "0")}Z`);
const anyTimes = fc
  .tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 4 }))
  .map(([start, length]) => from(`${start}:00`, `${start + length}:00`));
const anyInstance = fc
  .record({
    id: fc.constantFrom(40, 41, 50),
    showId: fc.constantFrom(4, 5),
    times: anyTimes,
    createdAt: anyMark,
    modified: fc.boolean(),
  })
  .map(({ times, ...rest }): Instance => ({ ...rest, ...times }));
const anyRow = fc
  .record({
    id: fc.constantFrom(400, 401),
    instanceId: fc.constantFrom(40, 41, 50),
    times: anyTimes,
    trackId: fc.constantFrom(7, 9),
  })
  .map(({ times, ...rest }): Row => ({ ...row, ...rest, ...times }));

describe("at a station where nothing carries our mark", () => {
  const anyStation = fc.record({
    instances: fc.uniqueArray(anyInstance, { selector: ({ id }) => id }),
    rows: fc.uniqueArray(anyRow, { selector: ({ id }) => id }),
    owns: fc.boolean(),
  });
  test("nothing is ours, our slot is missing, and everything that holds time is drawn as foreign", () => {
    fc.assert(
      fc.property(anyStation, ({ instances, rows, owns }) => {
        const ours = { ...slot, ownsInstance: owns };
        const home = instances.find(({ id }) => id === 40);
        expect(oursOf(ours, { home, row: rows.find(({ id }) => id === 400) })).toEqual(nobody);
        expect(stateOf(differencesOf(ours, rows, home))).toBe("missing");
        const others = (all: ReturnType<typeof occupantsOf>) => all.filter(({ origin }) => origin !== "ours");
        const [withOurs, without] = [aPicture({ instances, rows, ours: [ours] }), aPicture({ instances, rows })].map(
          occupantsOf,
        );
        expect(others(withOurs!)).toEqual(without);
        expect(withOurs!.filter(({ origin }) => origin === "ours")).toMatchObject([{ id: "slot-a", rows: [] }]);
      }),
    );
  });
});

test("a mark is the instance's show and its moment", () => {
  expect(markOf(instance)).toEqual(OUR_MARK);
});
