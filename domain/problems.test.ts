import { describe, expect, test } from "vitest";
import { judge } from "./conflicts";
import { aSlot, aWish, anInstance, at, occupants } from "./given.test-kit";
import { httpStatus, problemOnWire, sentenceOf, type Problem, type ProblemCode } from "./problems";
import type { NotReady } from "./tracks";

const conflicts = judge(
  aWish("20:00", "22:00"),
  occupants({ ours: [aSlot("20:00", "21:00")], instances: [anInstance("21:00", "22:00")] }),
).conflicts;

/** One problem of every code: the compiler keeps the table complete. */
const examples: { readonly [Code in ProblemCode]: Problem & { readonly code: Code } } = {
  UNAUTHENTICATED: { code: "UNAUTHENTICATED" },
  FORBIDDEN: { code: "FORBIDDEN", needs: "an admin or a programmer" },
  MALFORMED_REQUEST: { code: "MALFORMED_REQUEST", why: "it is not JSON" },
  MISSING_FIELDS: { code: "MISSING_FIELDS", fields: ["showId", "scheduledEnd"] },
  INVALID_TIME: { code: "INVALID_TIME", field: "scheduledAt", why: "has no offset" },
  INVALID_TIME_RANGE: { code: "INVALID_TIME_RANGE", why: "The end must come after the start" },
  SHOW_MISMATCH: { code: "SHOW_MISMATCH", showId: "show-night", episodeId: "episode-12" },
  EPISODE_NOT_FOUND: { code: "EPISODE_NOT_FOUND", episodeId: "episode-12" },
  SHOW_NOT_FOUND: { code: "SHOW_NOT_FOUND", showId: "show-night" },
  SLOT_NOT_FOUND: { code: "SLOT_NOT_FOUND", slotId: "slot-a" },
  STREAM_NOT_FOUND: { code: "STREAM_NOT_FOUND", streamId: 3 },
  RULE_NOT_FOUND: { code: "RULE_NOT_FOUND", ruleId: "rule-a" },
  TRACK_OVERLAP: { code: "TRACK_OVERLAP", conflicts },
  SLOT_OVERLAP: { code: "SLOT_OVERLAP", conflicts },
  STALE_PLAN: { code: "STALE_PLAN" },
  STATION_CHANGED: {
    code: "STATION_CHANGED",
    station: "another",
    counts: { another: 1, gone: 0, back: 0 },
    examples: [
      {
        what: "another",
        table: "instances",
        id: 12,
        known: "2026-11-24T12:00:00.000001Z",
        there: "2026-11-20T08:00:00.000002Z",
      },
    ],
  },
  STILL_PLANNED: {
    code: "STILL_PLANNED",
    slots: [{ startsAt: "2026-11-24T20:00:00Z", endsAt: "2026-11-24T21:00:00Z" }],
  },
  TRACK_NOT_READY: { code: "TRACK_NOT_READY", reason: "hidden", trackId: 7 },
  IN_THE_PAST: { code: "IN_THE_PAST" },
  ON_AIR: { code: "ON_AIR" },
  LIBRETIME_UNREACHABLE: { code: "LIBRETIME_UNREACHABLE", what: "GET /api/v2/schedule" },
  LIBRETIME_REFUSED_KEY: { code: "LIBRETIME_REFUSED_KEY", what: "GET /api/v2/schedule → 403" },
  LIBRETIME_TOO_OLD: { code: "LIBRETIME_TOO_OLD", what: "POST /api/v2/schedule → 405" },
  LIBRETIME_ANSWER: { code: "LIBRETIME_ANSWER", what: "GET /api/v2/schedule → text/html" },
  OUTCOME_UNKNOWN: { code: "OUTCOME_UNKNOWN", what: "POST /api/v2/schedule → 500" },
  COORDINATION_UNREACHABLE: { code: "COORDINATION_UNREACHABLE" },
  DATABASE_UNREACHABLE: { code: "DATABASE_UNREACHABLE" },
  SHUTTING_DOWN: { code: "SHUTTING_DOWN" },
  IDEMPOTENCY_KEY_REUSED: { code: "IDEMPOTENCY_KEY_REUSED" },
  NOTHING_TO_UNDO: { code: "NOTHING_TO_UNDO" },
  STOPPED: { code: "STOPPED" },
  PASSWORD_REFUSED: { code: "PASSWORD_REFUSED", why: "A password needs at least 10 characters." },
  WRONG_PASSWORD: { code: "WRONG_PASSWORD" },
  TOO_MANY_REQUESTS: { code: "TOO_MANY_REQUESTS", retryAfterSeconds: 30 },
  INTERNAL: { code: "INTERNAL" },
};

describe("every problem", () => {
  test.each(Object.values(examples))(
    "$code has a sentence for people: no code, no hole in it, a full stop",
    (problem) => {
      expect(sentenceOf(problem)).toMatch(/^[^a-z].+[^.]\.$|^scheduledAt: .+\.$/);
      expect(sentenceOf(problem)).not.toMatch(/undefined|null|\[object|[a-z]+[A-Z]\w*Error/);
    },
  );

  test("no two codes say the same", () => {
    const sentences = Object.values(examples).map(sentenceOf);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  test("names the fields that are missing, and the field whose time is none", () => {
    expect(sentenceOf(examples.MISSING_FIELDS)).toBe("Missing: showId, scheduledEnd.");
    expect(sentenceOf(examples.INVALID_TIME)).toBe("scheduledAt: has no offset.");
  });
});

test("every reason why a track is not ready has a sentence of its own", () => {
  const reasons: Record<NotReady, true> = {
    "no-track": true,
    unknown: true,
    hidden: true,
    gone: true,
    "import-pending": true,
    "import-failed": true,
    "no-length": true,
    replaced: true,
  };
  const sentences = (Object.keys(reasons) as NotReady[]).map((reason) =>
    sentenceOf({ code: "TRACK_NOT_READY", reason, trackId: 7 }),
  );
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].+\.$/);
});

test("what was replaced in LibreTime is named as it was picked", () => {
  const track = { kind: "file", id: 12, title: "X", lengthSeconds: 3480 } as const;
  expect(sentenceOf({ code: "TRACK_NOT_READY", reason: "replaced", trackId: 12, was: track })).toBe(
    "This is another recording now: LibreTime's file 12 was “X”, 58:00; pick the track again.",
  );
  const stream = { kind: "stream", id: 3, title: "World Service", lengthSeconds: null } as const;
  expect(sentenceOf({ code: "STREAM_NOT_FOUND", streamId: 3, reason: "replaced", was: stream })).toBe(
    "This is another webstream now: LibreTime's webstream 3 was “World Service”; pick it again.",
  );
});

describe("a conflict names who is there", () => {
  const called = (title: string, showName = title) => ({
    kind: "slot" as const,
    instanceId: 1,
    showName,
    title,
    startsAt: at("20:00"),
    endsAt: at("21:00"),
    foreign: true,
  });

  test("by show and title, once where both are the same", () => {
    expect(sentenceOf(examples.SLOT_OVERLAP)).toBe("The time is taken: Night Flight, “Night Flight #12”; Jazz Hour.");
  });

  test("each of them once, and the first three when there are more", () => {
    expect(
      sentenceOf({
        code: "SLOT_OVERLAP",
        conflicts: ["News", "Chess", "Opera", "Weather"].map((title) => called(title)),
      }),
    ).toBe("The time is taken: News; Chess; Opera and 1 more.");
    const many = ["News", "News", "Jazz Hour", "Weather", "Chess", "Opera"].map((title) => called(title));
    expect(sentenceOf({ code: "SLOT_OVERLAP", conflicts: many })).toBe(
      "The time is taken: News; Jazz Hour; Weather and 2 more.",
    );
  });
});

test("the status says whose turn it is: 4xx the caller's, 5xx ours, LibreTime's or Redis's", () => {
  const withStatus = (status: number): string[] =>
    Object.entries(httpStatus)
      .filter((entry) => entry[1] === status)
      .map(([code]) => code);
  expect(withStatus(400)).toEqual([
    "MALFORMED_REQUEST",
    "MISSING_FIELDS",
    "INVALID_TIME",
    "INVALID_TIME_RANGE",
    "SHOW_MISMATCH",
    "PASSWORD_REFUSED",
  ]);
  expect(withStatus(401)).toEqual(["UNAUTHENTICATED"]);
  expect(withStatus(403)).toEqual(["FORBIDDEN", "WRONG_PASSWORD"]);
  expect(withStatus(404)).toEqual([
    "EPISODE_NOT_FOUND",
    "SHOW_NOT_FOUND",
    "SLOT_NOT_FOUND",
    "STREAM_NOT_FOUND",
    "RULE_NOT_FOUND",
  ]);
  expect(withStatus(409)).toEqual([
    "TRACK_OVERLAP",
    "SLOT_OVERLAP",
    "STALE_PLAN",
    "STATION_CHANGED",
    "STILL_PLANNED",
    "STOPPED",
  ]);
  expect(withStatus(422)).toEqual([
    "TRACK_NOT_READY",
    "IN_THE_PAST",
    "ON_AIR",
    "IDEMPOTENCY_KEY_REUSED",
    "NOTHING_TO_UNDO",
  ]);
  expect(withStatus(500)).toEqual(["INTERNAL"]);
  expect(withStatus(502)).toEqual([
    "LIBRETIME_REFUSED_KEY",
    "LIBRETIME_TOO_OLD",
    "LIBRETIME_ANSWER",
    "OUTCOME_UNKNOWN",
  ]);
  expect(withStatus(503)).toEqual([
    "LIBRETIME_UNREACHABLE",
    "COORDINATION_UNREACHABLE",
    "DATABASE_UNREACHABLE",
    "SHUTTING_DOWN",
  ]);
});

describe("on the wire", () => {
  test("a conflict lists all who are there, with ISO instants, and the first one again for older clients", () => {
    const wire = problemOnWire(examples.TRACK_OVERLAP);
    expect(wire).toEqual({
      code: "TRACK_OVERLAP",
      error: sentenceOf(examples.TRACK_OVERLAP),
      details: {
        conflicts: [
          {
            kind: "track",
            playoutId: 400,
            instanceId: 40,
            showName: "Night Flight",
            title: "Night Flight #12",
            startsAt: "2026-11-24T20:00:00Z",
            endsAt: "2026-11-24T21:00:00Z",
            foreign: false,
            slotId: "slot-a",
          },
          {
            kind: "instance",
            instanceId: 50,
            showName: "Jazz Hour",
            title: "Jazz Hour",
            startsAt: "2026-11-24T21:00:00Z",
            endsAt: "2026-11-24T22:00:00Z",
            foreign: true,
          },
        ],
        conflictingPlayoutId: 400,
        conflictingStart: "2026-11-24T20:00:00Z",
        conflictingEnd: "2026-11-24T21:00:00Z",
      },
    });
  });

  test("everything else carries what only it has: the reason of a track, the slots that are still planned", () => {
    expect(problemOnWire(examples.TRACK_NOT_READY).details).toEqual({ reason: "hidden", trackId: 7 });
    expect(problemOnWire(examples.STILL_PLANNED).details).toEqual({
      slots: [{ startsAt: "2026-11-24T20:00:00Z", endsAt: "2026-11-24T21:00:00Z" }],
    });
    expect(problemOnWire(examples.INTERNAL).details).toEqual({});
  });

  test("nothing is lost as JSON", () => {
    for (const problem of Object.values(examples))
      expect(JSON.parse(JSON.stringify(problemOnWire(problem)))).toEqual(problemOnWire(problem));
  });
});
