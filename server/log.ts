import pino from "pino";
import { DatabaseUnreachable } from "@/server/database-unreachable";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { env } from "@/server/env";
import { countAct } from "@/server/metrics";
import { cleanValue } from "@/server/logging/clean-text";
import { redactFields } from "@/server/logging/redact";
import { Refusal } from "@/server/refusal";

/** How an act ended. */
export type Outcome = "ok" | "idempotent" | "noop" | "dry_run" | "conflict" | "fail";

/** Ids and codes; also written into the message as `name=value`. */
export type ScheduleFields = { readonly [name: string]: string | number | undefined };

/** Where lines go; a test reads them, the program prints them. */
export type Sink = { write(line: string): void };

const level = {
  ok: "info",
  idempotent: "info",
  noop: "info",
  dry_run: "debug",
  conflict: "info",
  fail: "warn",
} as const satisfies Record<Outcome, pino.Level>;

/**
 * A log that lets no secret out: fields by their name, texts by their look, and the secrets of the settings by heart.
 * Whatever way a text comes (field, message, error, format), it passes here, one line at a time.
 */
export function createLog(sink: Sink, secrets: () => readonly string[] = secretsOfSettings): pino.Logger {
  const formatters = {
    level: (label: string) => ({ level: label }),
    log: (fields: object) => redactFields(fields) as Record<string, unknown>,
  };
  const serializers = { err: (value: unknown) => redactFields(value) };
  // Once more as it is written: a child's fields have passed no formatter.
  const write = (line: string): void =>
    sink.write(`${JSON.stringify(cleanValue(redactFields(JSON.parse(line)), secrets()))}\n`);
  return pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime, formatters, serializers }, { write });
}

/** The server's log: a line of JSON each, on standard output. */
export const log = createLog(process.stdout);

/** The lines about acts, each with its fields and with the same in its message: `[SCHEDULE] schedule_plan_ok episodeId=…`. */
export function scheduleLog(to: pino.Logger) {
  const say = (event: `schedule_${string}_${Outcome}`, fields: ScheduleFields): void => {
    const outcome = event.replace(/^schedule_[^_]+_/, "") as Outcome;
    to[level[outcome]]({ event, ...fields }, ["[SCHEDULE]", event, ...pairs(fields)].join(" "));
  };
  /** What LibreTime or we ourselves failed at, and what of it could not be taken back. */
  const failure = (cause: unknown, left: readonly { readonly what: string; readonly cause: unknown }[]): void => {
    if (cause instanceof LibreTimeError)
      to.error(
        { event: "libretime_failure", what: cause.what, status: cause.status, maybeSaved: cause.maybeSaved },
        sentenceOfFailure(cause),
      );
    else to.error({ event: "failure", err: cause }, `[SCHEDULE] Failed: ${messageOf(cause)}`);
    for (const each of left)
      to.error(
        { event: "left_behind", what: each.what, err: each.cause },
        `[SCHEDULE] Could not take back ${each.what}: ${messageOf(each.cause)}`,
      );
  };
  /** Carries out an act, and says and counts how it ended. */
  const act = async <T extends object>(kind: string, fields: ScheduleFields, work: () => Promise<T>): Promise<T> => {
    const tell = (outcome: Outcome, more: ScheduleFields): void => {
      countAct(kind, outcome);
      say(`schedule_${kind}_${outcome}`, { ...fields, ...more });
    };
    try {
      const answer = await work();
      tell(outcomeOf(answer), idsOf(answer));
      return answer;
    } catch (cause) {
      tell(...endOf(cause));
      if (!(cause instanceof Refusal) && !(cause instanceof DatabaseUnreachable)) failure(cause, []);
      throw cause;
    }
  };
  return Object.assign(say, { act, failure });
}

export const logSchedule = scheduleLog(log);

function endOf(cause: unknown): [Outcome, ScheduleFields] {
  if (cause instanceof LibreTimeError) return ["fail", { code: cause.problemCode }];
  if (cause instanceof DatabaseUnreachable) return ["fail", { code: cause.problem.code }];
  if (!(cause instanceof Refusal)) return ["fail", { code: "INTERNAL" }];
  const { problem } = cause;
  if (!("conflicts" in problem)) return ["fail", { code: problem.code }];
  const first = problem.conflicts[0];
  return ["conflict", { code: problem.code, conflictId: first?.playoutId ?? first?.instanceId ?? undefined }];
}

function outcomeOf(answer: object): Outcome {
  return "dryRun" in answer ? "dry_run" : "noop" in answer ? "noop" : "idempotent" in answer ? "idempotent" : "ok";
}

/** The ids that the answer names. An answer's `showId` is LibreTime's; a line's `showId` is always ours. */
function idsOf(answer: object): ScheduleFields {
  const named = Object.entries(answer).filter(
    ([name, value]) => name.endsWith("Id") && (typeof value === "number" || typeof value === "string"),
  );
  return Object.fromEntries(named.map(([name, value]) => [name === "showId" ? "libretimeShowId" : name, value]));
}

function pairs(fields: ScheduleFields): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
}

function sentenceOfFailure(cause: LibreTimeError): string {
  const made = /^create (.*)$/.exec(cause.what)?.[1];
  const thing = made && (made.endsWith("show") ? "show" : made.endsWith("instance") ? "instance" : "playout");
  return thing ? `[LT] Failed to ensure ${thing}: ${cause.message}` : `[LT] Failed: ${cause.message}`;
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function secretsOfSettings(): readonly string[] {
  try {
    const { PAYLOAD_SECRET, LIBRETIME_API_KEY, WEBHOOK_SECRET, REDIS_URL } = env();
    const ofRedis = REDIS_URL && decodeURIComponent(new URL(REDIS_URL).password);
    return [
      PAYLOAD_SECRET,
      LIBRETIME_API_KEY,
      ...(WEBHOOK_SECRET ? [WEBHOOK_SECRET] : []),
      ...(ofRedis ? [ofRedis] : []),
    ];
  } catch {
    return [];
  }
}
