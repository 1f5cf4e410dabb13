import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wantedRow } from "@/domain/content";
import { instant, minutes, seconds } from "@/domain/time";
import { fitTrack } from "@/domain/tracks";
import { instanceFor, rowFor, showFor } from "./rows";
import { readDuration } from "./values";

const at = Date.UTC(2026, 10, 24, 20);
const hour = { startsAt: instant(at), endsAt: instant(at + 3_600_000) };

describe("a row", () => {
  test("of a 62-minute track in a 60-minute slot says everything that playout needs", () => {
    const fit = fitTrack({ cueIn: seconds(0.35), length: minutes(62) }, hour);
    expect(rowFor({ fit, instanceId: 3, trackId: 7, streamId: null })).toEqual({
      instance: 3,
      file: 7,
      starts_at: "2026-11-24T20:00:00Z",
      ends_at: "2026-11-24T21:00:00Z",
      length: "01:00:00",
      cue_in: "00:00:00.350000",
      cue_out: "01:00:00.350000",
      fade_in: "00:00:00.500000",
      fade_out: "00:00:00.500000",
      position: 0,
      broadcasted: 0,
    });
  });

  test("of a webstream lasts as long as its slot, and says the same besides", () => {
    const { trackId, streamId, ...fit } = wantedRow({ ...hour, content: { kind: "stream", streamId: 4 } })!;
    expect(rowFor({ fit, instanceId: 3, trackId, streamId })).toEqual({
      instance: 3,
      file: null,
      stream: 4,
      starts_at: "2026-11-24T20:00:00Z",
      ends_at: "2026-11-24T21:00:00Z",
      length: "01:00:00",
      cue_in: "00:00:00",
      cue_out: "01:00:00",
      fade_in: "00:00:00.500000",
      fade_out: "00:00:00.500000",
      position: 0,
      broadcasted: 0,
    });
  });

  test("that plays nothing, or a track and a webstream, is never sent", () => {
    const fit = fitTrack({ cueIn: seconds(0), length: minutes(60) }, hour);
    for (const media of [
      { trackId: null, streamId: null },
      { trackId: 7, streamId: 4 },
    ])
      expect(() => rowFor({ fit, instanceId: 3, ...media })).toThrow(RangeError);
  });

  test("is on air for as long as its cues leave of the track, lies in its slot, and has no null and no 24 hours", () => {
    const slots = fc.record({ from: fc.integer({ min: 0, max: 1e6 }), length: fc.integer({ min: 1, max: 86_399 }) });
    const tracks = fc.record({ cueIn: fc.integer({ min: 0, max: 60e6 }), length: fc.integer({ min: 1, max: 86_300 }) });
    fc.assert(
      fc.property(slots, tracks, ({ from, length }, track) => {
        const slot = { startsAt: instant(at + from * 1000), endsAt: instant(at + (from + length) * 1000) };
        const row = rowFor({
          fit: fitTrack({ cueIn: seconds(track.cueIn / 1e6), length: seconds(track.length) }, slot),
          instanceId: 1,
          trackId: 1,
          streamId: null,
        });
        const [cueIn, cueOut, plays] = [row.cue_in, row.cue_out, row.length].map((text) =>
          Number(readDuration(text)),
        ) as [number, number, number];
        expect(plays).toBe(Math.min(length, track.length));
        expect(seconds(cueOut - cueIn)).toBe(plays);
        expect((Date.parse(row.ends_at) - Date.parse(row.starts_at)) / 1000).toBe(plays);
        expect(Date.parse(row.ends_at)).toBeLessThanOrEqual(slot.endsAt);
        expect(cueOut).toBeLessThan(86_400);
        expect(Object.values(row)).not.toContain(null);
      }),
    );
  });

  test.each([
    ["starts within a second", { startsAt: instant(at + 500), endsAt: instant(at + 3_600_500) }],
    ["plays nothing", { endsAt: instant(at), cueOut: seconds(0) }],
    ["plays longer than it is on air", { cueOut: minutes(62) }],
    ["starts before its track", { cueIn: seconds(-1), cueOut: seconds(3599) }],
    ["ends at 24:00:00 of its track", { cueIn: seconds(82_800), cueOut: seconds(86_400) }],
  ])("that %s is never sent", (_, wrong) => {
    const fit = { ...hour, cueIn: seconds(0), cueOut: minutes(60), cut: seconds(0), deadAir: seconds(0), ...wrong };
    expect(() => rowFor({ fit, instanceId: 1, trackId: 1, streamId: null })).toThrow(RangeError);
  });
});

describe("an instance", () => {
  test("says what LibreTime's own pages would, in whole seconds", () => {
    expect(instanceFor({ showId: 4, slot: hour, now: instant(at) })).toEqual({
      show: 4,
      starts_at: "2026-11-24T20:00:00Z",
      ends_at: "2026-11-24T21:00:00Z",
      created_at: expect.stringMatching(/^2026-11-24T20:00:00\.\d{6}Z$/),
      filled_time: "00:00:00",
      description: "",
      modified: false,
      rebroadcast: 0,
      record_enabled: 0,
      auto_playlist_built: true,
    });
  });

  test("has a mark that no other act's has, within the same millisecond too", () => {
    const marks = Array.from(
      { length: 20_000 },
      () => instanceFor({ showId: 4, slot: hour, now: instant(at) }).created_at,
    );
    expect(new Set(marks).size).toBe(marks.length);
  });

  test("with a fraction of a second, or without a length, is never sent", () => {
    expect(() => instanceFor({ showId: 4, slot: { ...hour, startsAt: instant(at + 1) }, now: instant(at) })).toThrow(
      RangeError,
    );
    expect(() => instanceFor({ showId: 4, slot: { ...hour, endsAt: hour.startsAt }, now: instant(at) })).toThrow(
      RangeError,
    );
  });
});

describe("a show", () => {
  test("has colours without #, and text that can be read on them", () => {
    expect(showFor({ name: " Jazz ", description: "", colour: "#FFEE88" })).toMatchObject({
      name: "Jazz",
      background_color: "ffee88",
      foreground_color: "000000",
      linked: false,
    });
    expect(showFor({ name: "Jazz", description: "", colour: "#1c3050" })).toMatchObject({
      background_color: "1c3050",
      foreground_color: "ffffff",
    });
    expect(showFor({ name: "Jazz", description: "", colour: "red" })).toMatchObject({
      background_color: null,
      foreground_color: null,
    });
  });

  test("is cut to what LibreTime holds, in whole characters", () => {
    const { name, description } = showFor({
      name: "🎷".repeat(300),
      description: `a\0${"b".repeat(9000)}`,
      colour: "",
    });
    expect(name).toBe("🎷".repeat(255));
    expect(description).toHaveLength(8192);
    expect(description).not.toContain("\0");
  });

  test.each([
    ["  Kiln\t", "Kiln"],
    ["\0 Kiln \0", "Kiln"],
    ["Kiln\u001f\u0085", "Kiln"],
    [`${"x".repeat(254)} y`, "x".repeat(254)],
  ])("is called as LibreTime will store it: %j", (name, stored) => {
    expect(showFor({ name, description: "", colour: "" }).name).toBe(stored);
  });
});
