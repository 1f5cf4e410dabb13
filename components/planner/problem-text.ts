import type { Words } from "@/components/language/words";
import type { ConflictOnWire, Problem, ProblemOnWire } from "@/domain/problems";
import { reasonSentence } from "./library/readiness";
import { listed, listedApart } from "./listed";
import { slotName } from "./slot-name";

type OfConflicts = Extract<Problem, { readonly conflicts: unknown }>["code"];

/** A problem with what only it has, as it comes off the wire. */
type Told =
  | Exclude<Problem, { readonly code: OfConflicts }>
  | { readonly code: OfConflicts; readonly conflicts: readonly ConflictOnWire[] };

/** More than this many conflicts are counted, not named. */
const NAMED = 3;

/** The sentence of a problem, in the language of the page; of a code that this page does not know, the server's own. */
export function problemText(words: Words, { code, error, details }: ProblemOnWire): string {
  const { t } = words;
  const problem = { ...details, code } as Told;
  switch (problem.code) {
    case "FORBIDDEN":
      return problem.needs ? t("problem.FORBIDDEN.others", { needs: problem.needs }) : t("problem.FORBIDDEN.you");
    case "MALFORMED_REQUEST":
    case "INVALID_TIME_RANGE":
    case "PASSWORD_REFUSED":
      return t(`problem.${problem.code}`, { why: problem.why });
    case "MISSING_FIELDS":
      return t("problem.MISSING_FIELDS", { fields: listed(words, problem.fields) });
    case "INVALID_TIME":
      return t("problem.INVALID_TIME", { field: problem.field, why: problem.why });
    case "STREAM_NOT_FOUND":
      return problem.was ? reasonSentence(words, "replaced", problem.was) : t("problem.STREAM_NOT_FOUND");
    case "TRACK_NOT_READY":
      return reasonSentence(words, problem.reason, problem.was);
    case "TRACK_OVERLAP":
    case "SLOT_OVERLAP":
      return t(`problem.${problem.code}`, { conflicts: conflictsText(words, problem.conflicts) });
    case "STATION_CHANGED":
      return t(`problem.STATION_CHANGED.${problem.station}`);
    case "LIBRETIME_ANSWER":
      return t("problem.LIBRETIME_ANSWER", { what: problem.what });
    case "TOO_MANY_REQUESTS":
      return problem.retryAfterSeconds < 120
        ? t("problem.TOO_MANY_REQUESTS.seconds", { count: problem.retryAfterSeconds })
        : t("problem.TOO_MANY_REQUESTS.minutes", { count: Math.ceil(problem.retryAfterSeconds / 60) });
    case "UNAUTHENTICATED":
    case "SHOW_MISMATCH":
    case "EPISODE_NOT_FOUND":
    case "SHOW_NOT_FOUND":
    case "SLOT_NOT_FOUND":
    case "RULE_NOT_FOUND":
    case "STALE_PLAN":
    case "STILL_PLANNED":
    case "IN_THE_PAST":
    case "ON_AIR":
    case "LIBRETIME_UNREACHABLE":
    case "LIBRETIME_REFUSED_KEY":
    case "LIBRETIME_TOO_OLD":
    case "OUTCOME_UNKNOWN":
    case "COORDINATION_UNREACHABLE":
    case "DATABASE_UNREACHABLE":
    case "SHUTTING_DOWN":
    case "IDEMPOTENCY_KEY_REUSED":
    case "NOTHING_TO_UNDO":
    case "STOPPED":
    case "WRONG_PASSWORD":
    case "INTERNAL":
      return t(`problem.${problem.code}`);
    default:
      return error;
  }
}

function conflictsText(words: Words, conflicts: readonly ConflictOnWire[]): string {
  const names = [...new Set(conflicts.map((each) => slotName(words, each)))];
  const list = listedApart(words, names.slice(0, NAMED));
  return names.length > NAMED ? words.t("problem.more", { list, count: names.length - NAMED }) : list;
}
