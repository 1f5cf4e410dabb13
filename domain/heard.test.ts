import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aFile, anInstance, aRow, at, from } from "./given.test-kit";
import { heardIn, heardOf, isHeardAt, unreadableAt, type Audio } from "./heard";
import { onAirAt } from "./on-air";
import { hours, minutes, seconds } from "./time";
import { trackOf } from "./tracks";

const hour = aRow("20:00", "21:00");
const ofFile = (audio: Audio) => () => audio;

describe("when a row is heard", () => {
  test.each([
    ["a file as long as its row", { length: minutes(60) }, from("20:00", "21:00")],
    ["a longer file stops with its row", { length: minutes(90) }, from("20:00", "21:00")],
    ["a file of 50 minutes, whatever the row's cue_out says", { length: minutes(50) }, from("20:00", "20:50")],
    ["a second that has begun is heard", { length: seconds(3000.2) }, from("20:00", "20:50:01")],
    ["a file without audio", { length: seconds(0) }, null],
    ["a file of unknown length plays to the row's cue_out", { length: null }, from("20:00", "21:00")],
    ["a file whose audio is gone", { exists: false }, null],
    ["a hidden file, which playout does not look at", { hidden: true }, from("20:00", "21:00")],
  ] as const)("%s", (_what, over, heard) => {
    expect(heardOf(hour, ofFile(aFile(over)))).toEqual(heard);
  });

  test("a file that LibreTime does not have is not heard; one that nobody could ask for is believed to be", () => {
    expect(heardOf(hour, ofFile(undefined))).toBeNull();
    expect(heardOf(hour, ofFile("unread"))).toEqual(from("20:00", "21:00"));
  });

  test.each([
    [
      "a row that begins ten minutes into a file of 50",
      { cueIn: minutes(10), cueOut: minutes(70) },
      from("20:00", "20:40"),
    ],
    ["a row whose start skips the whole file", { cueIn: minutes(50), cueOut: minutes(60) }, null],
    ["a cue_out before the row's end", { cueOut: minutes(30) }, from("20:00", "20:30")],
    [
      "a cue_out that LibreTime has clamped without its cue_in (R214)",
      { cueIn: seconds(10), cueOut: minutes(30) },
      from("20:00", "20:29:50"),
    ],
    ["a cue_in of 0.35 s", { cueIn: seconds(0.35), cueOut: seconds(1800.35) }, from("20:00", "20:30")],
    ["cues that playout cannot read", { fadeIn: null }, null],
  ] as const)("%s", (_what, cues, heard) => {
    expect(heardOf({ ...hour, cues: { ...hour.cues, ...cues } }, ofFile(aFile({ length: minutes(50) })))).toEqual(
      heard,
    );
  });

  test("a webstream is heard as long as its row, whose cues nobody reads", () => {
    expect(
      heardOf(
        { ...hour, trackId: null, streamId: 3, cues: { cueIn: null, cueOut: null, fadeIn: null, fadeOut: null } },
        ofFile(undefined),
      ),
    ).toEqual(from("20:00", "21:00"));
  });

  test("a row of 30 hours comes into playout's sight, and on the air, 24 hours before its end", () => {
    expect(heardOf(aRow("20:00", "50:00", { trackId: null, streamId: 3 }), ofFile(undefined))).toEqual(
      from("26:00", "50:00"),
    );
    expect(heardOf({ ...aRow("20:00", "50:00"), cues: hour.cues }, ofFile(aFile()))).toBeNull();
  });

  test("a row whose stored end lies behind its instance's comes into sight 24 hours before the stored end", () => {
    const relay = aRow("20:00", "21:00", { trackId: null, streamId: 3, length: hours(24.5) });
    expect(heardOf(relay, ofFile(undefined))).toEqual(from("20:30", "21:00"));
    expect(heardOf({ ...relay, length: hours(25) }, ofFile(undefined))).toBeNull();
  });

  test("an overbooked row is never heard", () => {
    expect(heardOf(aRow("21:00", "20:30"), ofFile(aFile()))).toBeNull();
  });

  test("what is planned of any file is heard to its last second: track and row are judged alike", () => {
    const micros = fc.option(fc.integer({ min: -60e6, max: 7200e6 }).map((each) => seconds(each / 1e6)));
    fc.assert(
      fc.property(micros, micros, micros, (cueIn, cueOut, length) => {
        const file = aFile({ cueIn, cueOut, length });
        const track = trackOf(file);
        fc.pre(track.ok);
        const { cueIn: start, length: plays } = track.value;
        const row = {
          ...hour,
          endsAt: (hour.startsAt + plays * 1000) as never,
          cues: { ...hour.cues, cueIn: start, cueOut: seconds(start + plays) },
        };
        expect(heardOf(row, ofFile(file))).toEqual({ startsAt: row.startsAt, endsAt: row.endsAt });
      }),
    );
  });
});

describe("a row that playout cannot read", () => {
  const broken = { ...hour, cues: { ...hour.cues, fadeOut: null } };

  test("makes it drop its whole plan from 24 hours before the row's end until then", () => {
    const asked = (clock: string) => unreadableAt([broken], [anInstance("20:00", "21:00")], at(clock))?.id ?? null;
    expect(["-4:59:59", "-3:00", "20:30", "21:00", "21:00:01"].map(asked)).toEqual([null, 500, 500, 500, null]);
  });

  test("does so until its stored end, which LibreTime does not show where the instance ends before", () => {
    const overrun = { ...broken, length: minutes(90) };
    const asked = (clock: string) => unreadableAt([overrun], [anInstance("20:00", "21:00")], at(clock))?.id ?? null;
    expect(["-3:29:59", "-3:30", "21:30", "21:30:01"].map(asked)).toEqual([null, 500, 500, null]);
  });

  test("does nothing when it is overbooked, or a webstream", () => {
    const overbooked = { ...broken, startsAt: at("21:30"), endsAt: at("21:00") };
    expect(
      unreadableAt(
        [overbooked, { ...broken, trackId: null, streamId: 3 }],
        [anInstance("20:00", "21:00")],
        at("20:30"),
      ),
    ).toBeNull();
  });

  test("does it in a row that ends before it starts as well, which playout is handed", () => {
    const inverted = { ...broken, startsAt: at("20:30"), endsAt: at("20:10") };
    expect(unreadableAt([inverted], [anInstance("20:00", "21:00")], at("20:00"))?.id).toBe(500);
  });
});

describe("when a listed slot is heard", () => {
  const slot = { startsAt: "2026-11-24T20:00:00Z", endsAt: "2026-11-24T21:00:00Z", warnings: [] };

  test("all the time, until its dead air begins, or as it says itself", () => {
    expect(heardIn(slot)).toEqual([from("20:00", "21:00")]);
    expect(heardIn({ ...slot, warnings: [{ code: "DEAD_AIR", seconds: 600 }] })).toEqual([from("20:00", "20:50")]);
    expect(heardIn({ ...slot, warnings: [{ code: "DEAD_AIR", seconds: 3600 }] })).toEqual([]);
    expect(heardIn({ ...slot, heard: [] })).toEqual([]);
  });

  test("the moment at which its audio ends is silent", () => {
    const short = { ...slot, warnings: [{ code: "DEAD_AIR", seconds: 600 }] } as const;
    expect([at("20:49:59"), at("20:50")].map((each) => isHeardAt(short, each))).toEqual([true, false]);
  });
});

describe("on air", () => {
  const jazz = {
    id: "instance:50",
    ...from("20:00", "22:00"),
    live: false,
    heard: [from("20:00", "20:30"), from("20:30", "21:00"), from("21:10", "22:00")],
  };
  const news = { id: "instance:51", ...from("22:30", "23:00"), live: false, heard: [from("22:30", "22:35")] };
  const face = (slots: readonly (typeof jazz)[], clock: string) => {
    const { now, next } = onAirAt(slots, at(clock));
    return [
      now.map(({ slot }) => slot.id),
      next && { id: next.slot.id, ...from("00:00", "00:00"), startsAt: next.startsAt, endsAt: next.endsAt },
    ];
  };

  test("rows back to back are one stretch", () => {
    expect(onAirAt([jazz, news], at("20:15")).now).toMatchObject([{ ...from("20:00", "21:00") }]);
  });

  test("silence inside a slot is nothing on air, and what comes next is the rest of it", () => {
    expect(face([jazz, news], "21:05")).toEqual([[], { id: "instance:50", ...from("21:10", "22:00") }]);
  });

  test("an instance without rows is nothing, now or next", () => {
    const empty = { ...jazz, id: "instance:52", heard: [] };
    expect(face([empty, news], "20:15")).toEqual([[], { id: "instance:51", ...from("22:30", "22:35") }]);
    expect(face([empty], "20:15")).toEqual([[], null]);
  });

  test("of several that are heard, live comes first, then what began last", () => {
    const live = { ...jazz, id: "instance:60", live: true, heard: [from("19:00", "22:00")] };
    const late = { ...jazz, id: "instance:61", heard: [from("20:10", "20:20")] };
    expect(face([jazz, late, live], "20:15")[0]).toEqual(["instance:60", "instance:61", "instance:50"]);
  });
});
