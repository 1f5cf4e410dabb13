import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aFile, at, aTrack, from } from "./given.test-kit";
import { lengthOf } from "./interval";
import { err, ok } from "./result";
import { DAY, hours, instant, later, minutes, seconds, timeBetween, type Duration } from "./time";
import { fitTrack, trackOf } from "./tracks";

describe("whether a file can be planned", () => {
  test.each([
    ["an episode without a track", null, "no-track"],
    ["a file that LibreTime does not know", undefined, "unknown"],
    ["a hidden file", aFile({ hidden: true }), "hidden"],
    ["a file whose audio is gone", aFile({ exists: false }), "gone"],
    ["a file that is being imported", aFile({ importStatus: "pending" }), "import-pending"],
    ["a file whose import failed", aFile({ importStatus: "failed" }), "import-failed"],
    ["a file without a length", aFile({ length: null, cueIn: null, cueOut: null }), "no-length"],
    ["a file of half a second", aFile({ length: seconds(0.5), cueOut: seconds(0.5) }), "no-length"],
    [
      "a file whose start skips all of it",
      aFile({ length: minutes(60), cueIn: minutes(60), cueOut: null }),
      "no-length",
    ],
    ["a file of which only cue_out is known", aFile({ length: null, cueOut: minutes(60) }), "no-length"],
    [
      "a file without audio, whatever its cue_out says",
      aFile({ length: seconds(0), cueOut: minutes(60) }),
      "no-length",
    ],
    [
      "a file of 50 minutes that starts after 55",
      aFile({ length: minutes(50), cueIn: minutes(55), cueOut: minutes(60) }),
      "no-length",
    ],
    [
      "a file whose cue_out lies before its cue_in",
      aFile({ length: minutes(1), cueIn: seconds(10), cueOut: seconds(5) }),
      "no-length",
    ],
    [
      "a file whose cue_out is its first moment",
      aFile({ length: minutes(1), cueIn: seconds(0), cueOut: seconds(0) }),
      "no-length",
    ],
    [
      "a file that starts half a second before its end",
      aFile({ length: minutes(50), cueIn: seconds(2999.5), cueOut: minutes(60) }),
      "no-length",
    ],
    ["a file of a negative length", aFile({ length: seconds(-10) }), "no-length"],
    [
      "a file of 24 hours, whose cue_out would stop the whole station (R226)",
      aFile({ length: DAY, cueOut: DAY }),
      "no-length",
    ],
    ["a file that ends at 24 hours", aFile({ length: DAY, cueIn: hours(23), cueOut: DAY }), "no-length"],
  ] as const)("%s cannot: %#", (_what, file, reason) => {
    expect(trackOf(file)).toEqual(err(reason));
  });

  test("a file that LibreTime never looked for can: null is no “gone”", () => {
    expect(trackOf(aFile({ exists: null, hidden: null })).ok).toBe(true);
  });
});

describe("how long a track is", () => {
  test.each([
    [
      "from cue_in to cue_out",
      { cueIn: seconds(0.35), cueOut: seconds(184.9), length: minutes(60) },
      { cueIn: 0.35, length: 184 },
    ],
    [
      "cue_in is kept with its fraction, the length is whole",
      { cueIn: seconds(2.123456), cueOut: seconds(62.123456) },
      { cueIn: 2.123456, length: 60 },
    ],
    [
      "64 s from 0.1 s on are 64 s, whatever 64.1 - 0.1 is to a computer",
      { cueIn: seconds(0.1), cueOut: seconds(64.1) },
      { cueIn: 0.1, length: 64 },
    ],
    ["59 minutes and 59.999999 seconds are 3599 s", { cueOut: seconds(3599.999999) }, { cueIn: 0, length: 3599 }],
    [
      "its own length where it has no cue points",
      { cueIn: null, cueOut: null, length: seconds(90.9) },
      { cueIn: 0, length: 90 },
    ],
    [
      "to its end, less what its start skips, where it has no cue_out",
      { cueIn: seconds(10), cueOut: null, length: seconds(60) },
      { cueIn: 10, length: 50 },
    ],
    [
      "to the end of the file, where cue_out lies behind it (law 13)",
      { cueOut: minutes(60), length: minutes(50) },
      { cueIn: 0, length: 3000 },
    ],
    [
      "from cue_in to the end of the file, where cue_out lies behind it",
      { cueIn: minutes(10), cueOut: minutes(60), length: seconds(3000.9) },
      { cueIn: 600, length: 2400 },
    ],
    ["an hour of a file of 30 hours", { cueOut: minutes(60), length: hours(30) }, { cueIn: 0, length: 3600 }],
    ["a negative cue_in is none (R226)", { cueIn: seconds(-10), cueOut: seconds(60) }, { cueIn: 0, length: 60 }],
  ])("%s", (_what, over, { cueIn, length }) => {
    expect(trackOf(aFile(over))).toEqual(ok({ id: 7, cueIn, length }));
  });
});

describe("a track in a slot", () => {
  test("a 60-minute track fills a 60-minute slot", () => {
    expect(fitTrack(aTrack(), from("20:00", "21:00"))).toEqual({
      ...from("20:00", "21:00"),
      cueIn: 0,
      cueOut: minutes(60),
      cut: 0,
      deadAir: 0,
    });
  });

  test("a 62-minute track in a 60-minute slot stops with the slot", () => {
    expect(fitTrack(aTrack({ length: minutes(62) }), from("20:00", "21:00"))).toEqual({
      ...from("20:00", "21:00"),
      cueIn: 0,
      cueOut: minutes(60),
      cut: minutes(2),
      deadAir: 0,
    });
  });

  test("a 58-minute track in a 60-minute slot leaves two minutes of silence", () => {
    expect(fitTrack(aTrack({ length: minutes(58) }), from("20:00", "21:00"))).toEqual({
      ...from("20:00", "20:58"),
      cueIn: 0,
      cueOut: minutes(58),
      cut: 0,
      deadAir: minutes(2),
    });
  });

  test("a track that starts at 0.35 s of its file ends as much later in it", () => {
    const fit = fitTrack(aTrack({ cueIn: seconds(0.35), length: seconds(184) }), from("20:00", "21:00"));
    expect([fit.cueIn, fit.cueOut, fit.endsAt]).toEqual([0.35, 184.35, at("20:03:04")]);
  });
});

test("law 4: every row airs. It has the length of its audio, lies in its slot, in whole seconds, and its cue points stay below 24 hours", () => {
  const micros = (max: number): fc.Arbitrary<Duration> =>
    fc.integer({ min: 0, max: max * 1e6 }).map((each) => seconds(each / 1e6));
  const file = fc.record({
    cueIn: fc.option(micros(30)),
    cueOut: fc.option(micros(86_400)),
    length: fc.option(micros(86_400)),
  });
  const slot = fc
    .tuple(fc.integer({ min: 0, max: 4e9 }), fc.integer({ min: 1, max: 86_399 }))
    .map(([start, length]) => {
      const startsAt = instant(start * 1000);
      return { startsAt, endsAt: later(startsAt, seconds(length)) };
    });
  fc.assert(
    fc.property(file, slot, (cues, where) => {
      const track = trackOf(aFile(cues));
      fc.pre(track.ok);
      const fit = fitTrack(track.value, where);
      const plays = timeBetween(fit.startsAt, fit.endsAt);
      expect(plays).toBe(Math.min(track.value.length, lengthOf(where)));
      expect(seconds(fit.cueOut - fit.cueIn)).toBe(plays);
      expect(fit.startsAt).toBe(where.startsAt);
      expect(fit.endsAt).toBeLessThanOrEqual(where.endsAt);
      expect(Number.isInteger(fit.startsAt / 1000) && Number.isInteger(fit.endsAt / 1000)).toBe(true);
      expect(0 <= fit.cueIn && fit.cueIn < fit.cueOut && fit.cueOut < DAY).toBe(true);
      // Nothing of the track and nothing of the slot goes unaccounted for.
      expect(plays + fit.cut).toBe(track.value.length);
      expect(plays + fit.deadAir).toBe(lengthOf(where));
      expect(Math.min(fit.cut, fit.deadAir)).toBe(0);
      // What LibreTime keeps is the microsecond.
      expect(fit.cueOut).toBe(seconds(fit.cueOut));
    }),
  );
});

test("a track never plays past the end of its file, whatever its cue points say", () => {
  const micros = fc.integer({ min: 0, max: 7200e6 }).map((each) => seconds(each / 1e6));
  fc.assert(
    fc.property(micros, micros, fc.option(micros), (cueIn, length, cueOut) => {
      const track = trackOf(aFile({ cueIn, length, cueOut }));
      if (track.ok) expect(track.value.cueIn + track.value.length).toBeLessThanOrEqual(length + 1e-6);
    }),
  );
});
