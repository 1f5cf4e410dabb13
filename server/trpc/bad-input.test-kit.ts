export const times = { scheduledAt: "2026-11-24T20:00:00Z", scheduledEnd: "2026-11-24T21:00:00Z" };

export const ids = { showId: "a", episodeId: "b" };

export const noObject = [
  ["a list", [], "MALFORMED_REQUEST"],
  ["a text", '"x"', "MALFORMED_REQUEST"],
  ["null", "null", "MALFORMED_REQUEST"],
] as const;

const notTimes = [
  ["no offset", { scheduledAt: "2026-11-24T20:00:00" }, "INVALID_TIME"],
  ["a fraction", { scheduledAt: "2026-11-24T20:00:00.5Z" }, "INVALID_TIME"],
  ["no such day", { scheduledAt: "2026-02-30T20:00:00Z" }, "INVALID_TIME"],
  ["an end before its start", { scheduledEnd: "2026-11-24T19:00:00Z" }, "INVALID_TIME_RANGE"],
  ["a whole day", { scheduledEnd: "2026-11-25T20:00:00Z" }, "INVALID_TIME_RANGE"],
] as const;

export const badTimes = (rest: object) =>
  notTimes.map(([what, over, code]) => [what, { ...rest, ...times, ...over }, code] as const);

const strange = ["x".repeat(10_000), "a\0b", "\ud800", { $ne: 1 }, ["a"], 1.5, true];

export const badIds = (input: object, field: string) =>
  strange.map(
    (value) =>
      [`${field} of ${JSON.stringify(value).slice(0, 12)}`, { ...input, [field]: value }, "MALFORMED_REQUEST"] as const,
  );

export const keys = (input: object) =>
  ["", "x".repeat(201), "a\0b", {}, 5].map(
    (idempotencyKey) =>
      [
        `a key of ${JSON.stringify(idempotencyKey).slice(0, 12)}`,
        { ...input, idempotencyKey },
        idempotencyKey === "" ? "MISSING_FIELDS" : "MALFORMED_REQUEST",
      ] as const,
  );
