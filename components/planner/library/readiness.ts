import { sentenceOf } from "@/domain/problems";
import type { NotReady } from "@/domain/tracks";

const short: Record<NotReady, string> = {
  "no-track": "no track yet",
  unknown: "track unknown",
  hidden: "track hidden",
  gone: "audio gone",
  "import-pending": "importing",
  "import-failed": "import failed",
  "no-length": "no length",
};

function isNotReady(reason: string): reason is NotReady {
  return Object.hasOwn(short, reason);
}

/** Why it cannot be planned, in the two words that a card has room for. */
export function shortReason(reason: string): string {
  return isNotReady(reason) ? short[reason] : reason;
}

/** Why it cannot be planned, and what to do about it. */
export function reasonSentence(reason: string): string {
  return isNotReady(reason) ? sentenceOf({ code: "TRACK_NOT_READY", reason, trackId: null }) : reason;
}
