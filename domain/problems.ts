import type { Conflict } from "./conflicts";
import type { StationChange } from "./fingerprint/judge";
import { formatInstant } from "./time";
import { formerSentence, type Former } from "./identities/former";
import type { NotReady } from "./tracks";

/** Everything that can be wrong with a request or with the world, by its stable code. */
export type Problem =
  | { readonly code: "UNAUTHENTICATED" }
  | { readonly code: "FORBIDDEN"; readonly needs?: string }
  | { readonly code: "MALFORMED_REQUEST"; readonly why: string }
  | { readonly code: "MISSING_FIELDS"; readonly fields: readonly string[] }
  | { readonly code: "INVALID_TIME"; readonly field: string; readonly why: string }
  | { readonly code: "INVALID_TIME_RANGE"; readonly why: string }
  | { readonly code: "SHOW_MISMATCH"; readonly showId: string; readonly episodeId: string }
  | { readonly code: "EPISODE_NOT_FOUND"; readonly episodeId: string }
  | { readonly code: "SHOW_NOT_FOUND"; readonly showId: string }
  | { readonly code: "SLOT_NOT_FOUND"; readonly slotId: string }
  | {
      readonly code: "STREAM_NOT_FOUND";
      readonly streamId: number;
      readonly reason?: "replaced";
      readonly was?: Former;
    }
  | { readonly code: "RULE_NOT_FOUND"; readonly ruleId: string }
  | { readonly code: "TRACK_OVERLAP" | "SLOT_OVERLAP"; readonly conflicts: readonly Conflict[] }
  | { readonly code: "STALE_PLAN"; readonly options?: readonly unknown[] }
  | ({ readonly code: "STATION_CHANGED" } & StationChange)
  | {
      readonly code: "STILL_PLANNED";
      readonly slots: readonly { readonly startsAt: string; readonly endsAt: string }[];
    }
  | {
      readonly code: "TRACK_NOT_READY";
      readonly reason: NotReady;
      readonly trackId: number | null;
      readonly was?: Former;
    }
  | { readonly code: "IN_THE_PAST" }
  | { readonly code: "ON_AIR" }
  | {
      readonly code: "LIBRETIME_UNREACHABLE" | "LIBRETIME_REFUSED_KEY" | "LIBRETIME_TOO_OLD" | "LIBRETIME_ANSWER";
      readonly what: string;
    }
  | { readonly code: "OUTCOME_UNKNOWN"; readonly what: string }
  | { readonly code: "COORDINATION_UNREACHABLE" }
  | { readonly code: "DATABASE_UNREACHABLE" }
  | { readonly code: "SHUTTING_DOWN" }
  | { readonly code: "IDEMPOTENCY_KEY_REUSED" }
  | { readonly code: "NOTHING_TO_UNDO" }
  | { readonly code: "STOPPED" }
  | { readonly code: "PASSWORD_REFUSED"; readonly why: string }
  | { readonly code: "WRONG_PASSWORD" }
  | { readonly code: "TOO_MANY_REQUESTS"; readonly retryAfterSeconds: number }
  | { readonly code: "INTERNAL" };

/** The stable name of a problem. */
export type ProblemCode = Problem["code"];

/** The HTTP status of every problem. The compiler keeps the table complete. */
export const httpStatus = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  MALFORMED_REQUEST: 400,
  MISSING_FIELDS: 400,
  INVALID_TIME: 400,
  INVALID_TIME_RANGE: 400,
  SHOW_MISMATCH: 400,
  EPISODE_NOT_FOUND: 404,
  SHOW_NOT_FOUND: 404,
  SLOT_NOT_FOUND: 404,
  STREAM_NOT_FOUND: 404,
  RULE_NOT_FOUND: 404,
  TRACK_OVERLAP: 409,
  SLOT_OVERLAP: 409,
  STALE_PLAN: 409,
  STATION_CHANGED: 409,
  STILL_PLANNED: 409,
  TRACK_NOT_READY: 422,
  IN_THE_PAST: 422,
  ON_AIR: 422,
  LIBRETIME_UNREACHABLE: 503,
  LIBRETIME_REFUSED_KEY: 502,
  LIBRETIME_TOO_OLD: 502,
  LIBRETIME_ANSWER: 502,
  OUTCOME_UNKNOWN: 502,
  COORDINATION_UNREACHABLE: 503,
  DATABASE_UNREACHABLE: 503,
  SHUTTING_DOWN: 503,
  IDEMPOTENCY_KEY_REUSED: 422,
  NOTHING_TO_UNDO: 422,
  STOPPED: 409,
  PASSWORD_REFUSED: 400,
  WRONG_PASSWORD: 403,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
} as const satisfies Record<ProblemCode, number>;

const notReady: Record<NotReady, string> = {
  "no-track": "The episode has no track yet. Pick one from LibreTime's files.",
  unknown: "LibreTime does not know the episode's track any more. Pick another one.",
  hidden: "The track is hidden in LibreTime, which means deleted there.",
  gone: "LibreTime says that the track's audio is gone.",
  "import-pending": "LibreTime is still importing the track.",
  "import-failed": "LibreTime could not import the track.",
  "no-length":
    "LibreTime has no usable length for this track: it is missing, zero, or 24 hours or more, or its cue points leave nothing to play.",
  replaced: "This is another recording now, under the number of the one that was picked. Pick the track again.",
};

/** The sentence that a person reads, as one programmer to another. Times are left to who knows the zone. */
export function sentenceOf(problem: Problem): string {
  switch (problem.code) {
    case "UNAUTHENTICATED":
      return "Sign in, or send an API key.";
    case "FORBIDDEN":
      return problem.needs ? `Only ${problem.needs} may do this.` : "You may not do this.";
    case "MALFORMED_REQUEST":
      return `The request cannot be read: ${problem.why}.`;
    case "MISSING_FIELDS":
      return `Missing: ${problem.fields.join(", ")}.`;
    case "INVALID_TIME":
      return `${problem.field}: ${problem.why}.`;
    case "INVALID_TIME_RANGE":
      return `${problem.why}.`;
    case "SHOW_MISMATCH":
      return "The episode belongs to another show.";
    case "EPISODE_NOT_FOUND":
      return "There is no such episode.";
    case "SHOW_NOT_FOUND":
      return "There is no such show.";
    case "SLOT_NOT_FOUND":
      return "There is no such slot any more.";
    case "STREAM_NOT_FOUND":
      return problem.was
        ? formerSentence(problem.was)
        : "LibreTime does not know that webstream any more. Pick another one.";
    case "RULE_NOT_FOUND":
      return "There is no such regular slot any more.";
    case "TRACK_OVERLAP":
      return `The same track is already there: ${named(problem.conflicts)}.`;
    case "SLOT_OVERLAP":
      return `The time is taken: ${named(problem.conflicts)}.`;
    case "STALE_PLAN":
      return "The week has changed since you looked. Look again.";
    case "STATION_CHANGED":
      return problem.station === "another"
        ? "This is another LibreTime than the one that was planned on. Nothing is planned until an admin has looked."
        : "This LibreTime is in an earlier state than the one that was planned on. Nothing is planned until an admin has looked.";
    case "STILL_PLANNED":
      return "It is still planned. Take it off the grid first.";
    case "TRACK_NOT_READY":
      return problem.was ? formerSentence(problem.was) : notReady[problem.reason];
    case "IN_THE_PAST":
      return "That time has passed.";
    case "ON_AIR":
      return "It is on air now, and stays as it is.";
    case "LIBRETIME_UNREACHABLE":
      return "LibreTime does not answer. Nothing was changed.";
    case "LIBRETIME_REFUSED_KEY":
      return "LibreTime refuses our key. Whoever runs the server must check LIBRETIME_API_KEY.";
    case "LIBRETIME_TOO_OLD":
      return "This LibreTime cannot be planned from outside: 4.3 or later is needed.";
    case "LIBRETIME_ANSWER":
      return `LibreTime answered something unexpected (${problem.what}).`;
    case "OUTCOME_UNKNOWN":
      return "LibreTime may or may not have saved it; it is being checked.";
    case "COORDINATION_UNREACHABLE":
      return "Redis, through which several Airweek processes agree, does not answer. Nothing was changed.";
    case "DATABASE_UNREACHABLE":
      return "The database does not answer, or cannot be written. Nothing was changed.";
    case "SHUTTING_DOWN":
      return "Airweek is shutting down. Nothing was changed; try again in a moment.";
    case "IDEMPOTENCY_KEY_REUSED":
      return "This idempotency key was used for something else.";
    case "NOTHING_TO_UNDO":
      return "There is nothing of it to undo.";
    case "STOPPED":
      return "Stopped. What had been written is taken back.";
    case "PASSWORD_REFUSED":
      return problem.why;
    case "WRONG_PASSWORD":
      return "The old password is wrong.";
    case "TOO_MANY_REQUESTS":
      return `Too many attempts. Try again in ${waitInWords(problem.retryAfterSeconds)}.`;
    case "INTERNAL":
      return "Something broke on our side. It is in the log.";
  }
}

/** "1 second", "30 seconds", and from two minutes on whole minutes, rounded up. */
export function waitInWords(seconds: number): string {
  const [count, unit] = seconds < 120 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** What a refusal is sent with beside its body: for how long to wait. */
export function problemHeaders(problem: Problem): Readonly<Record<string, string>> {
  if (problem.code === "SHUTTING_DOWN") return { "retry-after": "10" };
  return problem.code === "TOO_MANY_REQUESTS" ? { "retry-after": String(problem.retryAfterSeconds) } : {};
}

function named(conflicts: readonly Conflict[]): string {
  const names = [
    ...new Set(
      conflicts.map((each) => (each.title === each.showName ? each.showName : `${each.showName}, “${each.title}”`)),
    ),
  ];
  return names.length > 3 ? `${names.slice(0, 3).join("; ")} and ${names.length - 3} more` : names.join("; ");
}

/** A conflict as it travels: with ISO instants. */
export type ConflictOnWire = Omit<Conflict, "startsAt" | "endsAt"> & {
  readonly startsAt: string;
  readonly endsAt: string;
};

/** A problem as it travels, over tRPC and REST alike: the code, the sentence, and what only this problem has. */
export type ProblemOnWire = {
  readonly code: ProblemCode;
  readonly error: string;
  readonly details: {
    readonly conflicts?: readonly ConflictOnWire[];
    readonly conflictingPlayoutId?: number;
    readonly conflictingStart?: string;
    readonly conflictingEnd?: string;
    readonly reason?: string;
    readonly [detail: string]: unknown;
  };
};

/** Writes a problem for the wire. Older clients read the first conflict from the three `conflicting…` fields. */
export function problemOnWire(problem: Problem): ProblemOnWire {
  const { code, ...rest } = problem;
  if (!("conflicts" in problem))
    return { code, error: sentenceOf(problem), details: { ...(rest as Record<string, unknown>) } };
  const conflicts = problem.conflicts.map((each) => ({
    ...each,
    startsAt: formatInstant(each.startsAt),
    endsAt: formatInstant(each.endsAt),
  }));
  const first = conflicts[0];
  return {
    code,
    error: sentenceOf(problem),
    details: {
      conflicts,
      ...(first && {
        conflictingPlayoutId: first.playoutId,
        conflictingStart: first.startsAt,
        conflictingEnd: first.endsAt,
      }),
    },
  };
}
