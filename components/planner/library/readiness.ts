import { sentenceOf } from "@/domain/problems";
import { formerName, type Former } from "@/domain/identities/former";
import type { NotReady } from "@/domain/tracks";

const short: Record<NotReady, string> = {
  "no-track": "no track yet",
  unknown: "track unknown",
  hidden: "track hidden",
  gone: "audio gone",
  "import-pending": "importing",
  "import-failed": "import failed",
  "no-length": "no length",
  replaced: "replaced in LibreTime",
};

function isNotReady(reason: string): reason is NotReady {
  return Object.hasOwn(short, reason);
}

/** Why it cannot be planned, in the two words that a card has room for. */
export function shortReason(reason: string): string {
  return isNotReady(reason) ? short[reason] : reason;
}

/** Why it cannot be planned, and what to do about it; `was` is what LibreTime has replaced. */
export function reasonSentence(reason: string, was?: Former): string {
  return isNotReady(reason)
    ? sentenceOf({ code: "TRACK_NOT_READY", reason, trackId: null, ...(was && { was }) })
    : reason;
}

/** The same in one line: what was replaced is named. */
export function reasonLine(reason: string, was?: Former): string {
  return was ? `${shortReason(reason)}: was ${formerName(was)}` : shortReason(reason);
}
