import { describe, expect, test } from "vitest";
import { isSameRecording, recordingAfter, recordingOnceRead, type Recording } from "./recording";

const picked: Recording = {
  title: "Night Flight #1",
  seconds: 3480,
  md5: "a".repeat(32),
  createdAt: "2026-01-05T09:12:00.123456Z",
};
const other: Recording = {
  title: "The Harbour",
  seconds: 3000,
  md5: "b".repeat(32),
  createdAt: "2026-11-20T10:00:00.654321Z",
};

function as(over: Partial<Recording>): Recording {
  return { ...picked, ...over };
}

describe("the same recording", () => {
  test.each([
    ["as it was", picked],
    ["with another title", as({ title: "Night Flight, first" })],
    ["recut", as({ seconds: 3420 })],
    ["with a checksum computed anew", as({ md5: other.md5 })],
    [
      "recut and retagged, in the same row, with the same bytes by its checksum",
      as({ seconds: 3420, title: "Night Flight, first" }),
    ],
    ["retagged, which changes its bytes", as({ title: "Night Flight, first", md5: other.md5 })],
    ["recut, which changes its bytes", as({ seconds: 3420, md5: other.md5 })],
    ["without a checksum", as({ md5: null })],
    ["with nothing known but a new title", { title: "Night Flight, first", seconds: null, md5: null, createdAt: null }],
    ["in another row with the same bytes", { ...other, md5: picked.md5 }],
    ["in another row with other bytes, its title and its length", as({ md5: other.md5, createdAt: other.createdAt })],
    ["with its checksum in capitals", { ...other, createdAt: picked.createdAt, md5: "A".repeat(32) }],
    [
      "with its title in other letters and spaces, and other bytes and length",
      as({ title: "  night  FLIGHT #1 ", seconds: 1, md5: other.md5 }),
    ],
    [
      "a second longer, by another analyser, with other bytes and title",
      as({ seconds: 3481, title: other.title, md5: other.md5 }),
    ],
  ])("%s", (_, now) => {
    expect(isSameRecording(picked, now)).toBe(true);
  });

  test("what was picked while LibreTime imported it is the same once that is done", () => {
    const importing: Recording = { title: "night-flight-1.mp3", seconds: null, md5: null, createdAt: picked.createdAt };
    expect(isSameRecording(importing, picked)).toBe(true);
    expect(recordingAfter(importing, picked)).toEqual(picked);
    expect(
      isSameRecording(
        as({ createdAt: null, seconds: null, md5: null, title: "night-flight-1.mp3" }),
        as({ createdAt: null }),
      ),
    ).toBe(true);
  });
});

describe("another recording", () => {
  test.each([
    ["of which everything is another", other],
    ["whose row says that it is the same one", { ...other, createdAt: picked.createdAt }],
    ["whose row does not say when it was made", { ...other, createdAt: null }],
    ["of which LibreTime has no checksum", { ...other, createdAt: null, md5: null }],
    ["with the same title, in another row", { ...other, title: picked.title }],
    ["with the same length, in another row", { ...other, seconds: picked.seconds }],
    [
      "that is still being imported, in another row",
      { title: "harbour.mp3", seconds: null, md5: null, createdAt: other.createdAt },
    ],
    [
      "two seconds longer, with another title and other bytes",
      as({ seconds: 3482, title: other.title, md5: other.md5 }),
    ],
  ])("%s", (_, now) => {
    expect(isSameRecording(picked, now)).toBe(false);
    expect(recordingAfter(picked, now)).toEqual(picked);
  });

  test("also where no checksum was kept", () => {
    expect(isSameRecording(as({ md5: null, createdAt: null }), other)).toBe(false);
  });
});

describe("what is kept", () => {
  test("three edits over months are never another recording", () => {
    const edits = [
      as({ title: "Night Flight, first" }),
      as({ title: "Night Flight, first", md5: other.md5 }),
      { ...other, title: "Night Flight, first", createdAt: picked.createdAt },
    ];
    let kept = picked;
    for (const now of edits) {
      expect(isSameRecording(kept, now)).toBe(true);
      kept = recordingAfter(kept, now);
      expect(kept).toEqual(now);
    }
    // Without a look in between they would be.
    expect(isSameRecording(picked, edits[2]!)).toBe(false);
  });

  test("what LibreTime does not say any more is kept as it was said", () => {
    expect(recordingAfter(picked, as({ title: "Night Flight, first", md5: null }))).toEqual(
      as({ title: "Night Flight, first" }),
    );
  });

  test("a new file under the same id is not let in by the name that it has while it is imported", () => {
    const kept = as({ createdAt: null });
    const importing: Recording = { title: "harbour.mp3", seconds: null, md5: null, createdAt: null };
    expect(recordingAfter(kept, importing)).toEqual(kept);
    expect(isSameRecording(recordingAfter(kept, importing), { ...other, title: "harbour.mp3", createdAt: null })).toBe(
      false,
    );
    const namesake = { ...importing, title: kept.title };
    expect(recordingAfter(kept, namesake)).toEqual(kept);
  });

  test("a file from before such things were kept is taken as it is, if it plays as long as it did", () => {
    expect(recordingOnceRead(picked, { pickedSeconds: 3480, playsSeconds: 3479 })).toEqual(picked);
    expect(recordingOnceRead(picked, { pickedSeconds: null, playsSeconds: 3480 })).toEqual(picked);
    expect(recordingOnceRead(picked, { pickedSeconds: 3000, playsSeconds: 3480 })).toBeNull();
    expect(recordingOnceRead(picked, { pickedSeconds: 3480, playsSeconds: null })).toBeNull();
  });
});
