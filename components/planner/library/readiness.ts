import type { Words } from "@/components/language/words";
import type { Former } from "@/domain/identities/former";
import type { NotReady } from "@/domain/tracks";
import { lengthText } from "./lengths";

const names = {
  "no-track": "noTrack",
  unknown: "unknown",
  hidden: "hidden",
  gone: "gone",
  "import-pending": "importPending",
  "import-failed": "importFailed",
  "no-length": "noLength",
  replaced: "replaced",
} as const satisfies Record<NotReady, string>;

function isNotReady(reason: string): reason is NotReady {
  return Object.hasOwn(names, reason);
}

/** Why it cannot be planned, in the two words that a card has room for. */
export function shortReason({ t }: Words, reason: string): string {
  return isNotReady(reason) ? t(`library.readiness.short.${names[reason]}`) : reason;
}

/** Why it cannot be planned, and what to do about it; `was` is what LibreTime has replaced. */
export function reasonSentence(words: Words, reason: string, was?: Former): string {
  if (!isNotReady(reason)) return reason;
  if (!was) return words.t(`library.readiness.sentence.${names[reason]}`);
  const [id, former] = [String(was.id), formerText(words, was)];
  return was.kind === "file"
    ? words.t("library.readiness.replacedFile", { id, former })
    : words.t("library.readiness.replacedStream", { id, former });
}

/** The same in one line: what was replaced is named. */
export function reasonLine(words: Words, reason: string, was?: Former): string {
  const short = shortReason(words, reason);
  return was ? words.t("library.readiness.reasonAndFormer", { reason: short, former: formerText(words, was) }) : short;
}

/** What it was: "“Night Flight #1”, 58:00". */
export function formerText({ t }: Words, { title, lengthSeconds }: Omit<Former, "id">): string {
  return lengthSeconds === null
    ? t("library.readiness.former", { title })
    : t("library.readiness.formerWithLength", { title, length: lengthText(lengthSeconds) });
}
