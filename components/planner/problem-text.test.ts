import { expect, test } from "vitest";
import { wordsIn } from "@/components/language/words.test-kit";
import { httpStatus, problemOnWire, type Problem, type ProblemCode, type ProblemOnWire } from "@/domain/problems";
import { instant } from "@/domain/time";
import { problemText } from "./problem-text";

const words = wordsIn("Europe/Paris");
const conflict = (showName: string, title = showName) =>
  ({
    kind: "slot",
    instanceId: 1,
    showName,
    title,
    startsAt: instant(0),
    endsAt: instant(3_600_000),
    foreign: false,
  }) as const;
const was = { kind: "file", id: 12, title: "X", lengthSeconds: 3480 } as const;
const conflicts = [conflict("Kiln", "Cones"), conflict("News"), conflict("Jazz"), conflict("Rooms"), conflict("Sea")];

/** What only some problems have; of those that are not here the code is all. */
const withDetails: readonly Problem[] = [
  { code: "FORBIDDEN" },
  { code: "FORBIDDEN", needs: "admins" },
  { code: "MALFORMED_REQUEST", why: "`to` is missing" },
  { code: "MISSING_FIELDS", fields: ["showId", "episodeId", "to"] },
  { code: "INVALID_TIME", field: "to", why: "is no time" },
  { code: "INVALID_TIME_RANGE", why: "A slot is shorter than a day" },
  { code: "STREAM_NOT_FOUND", streamId: 3 },
  { code: "STREAM_NOT_FOUND", streamId: 3, reason: "replaced", was: { ...was, kind: "stream", lengthSeconds: null } },
  { code: "TRACK_OVERLAP", conflicts: conflicts.slice(0, 2) },
  { code: "SLOT_OVERLAP", conflicts },
  { code: "STATION_CHANGED", station: "another", counts: { another: 1, gone: 0, back: 0 }, examples: [] },
  { code: "STATION_CHANGED", station: "earlier", counts: { another: 1, gone: 0, back: 0 }, examples: [] },
  ...(
    ["no-track", "unknown", "hidden", "gone", "import-pending", "import-failed", "no-length", "replaced"] as const
  ).map((reason): Problem => ({ code: "TRACK_NOT_READY", reason, trackId: 12 })),
  { code: "TRACK_NOT_READY", reason: "replaced", trackId: 12, was },
  { code: "LIBRETIME_ANSWER", what: "GET /files: 500" },
  { code: "PASSWORD_REFUSED", why: "It is too short." },
  ...[1, 30, 121].map((retryAfterSeconds): Problem => ({ code: "TOO_MANY_REQUESTS", retryAfterSeconds })),
];
const told = new Set(withDetails.map(({ code }) => code));
const plain = (Object.keys(httpStatus) as ProblemCode[])
  .filter((code) => !told.has(code))
  .map((code) => ({ code }) as Problem);

test.each([...withDetails, ...plain].map((problem) => [problem.code, problem] as const))(
  "%s is said in English as the API says it",
  (_, problem) => {
    const wire = problemOnWire(problem);
    expect(problemText(words, wire)).toBe(wire.error);
  },
);

test("a code of a newer server is said in the server's own sentence", () => {
  const wire = { code: "OF_TOMORROW", error: "Something new.", details: {} } as unknown as ProblemOnWire;
  expect(problemText(words, wire)).toBe("Something new.");
});
