import type { Words } from "@/components/language/words";
import { slotName } from "../slot-name";
import { dateAndClockText } from "../time-words";
import { takenSentence } from "../verdict";
import type { BatchWords } from "./batch";
import type { BatchEnd, RefusedPart } from "./batch-end";
import type { UnderWay } from "./under-way";

/** What an act did, after "Undone:": "moved 5 slots to next week". */
export function didPhrase({ t }: Words, { verb, did, where }: BatchWords, count: number): string {
  return where
    ? t("batch.didWhere", { verb: did ?? verb, count, where })
    : t("batch.did", { verb: did ?? verb, count });
}

/** The same as a sentence. */
export function didText({ t }: Words, { verb, did, where }: BatchWords, count: number): string {
  return where
    ? t("batch.doneWhere", { verb: did ?? verb, count, where })
    : t("batch.done", { verb: did ?? verb, count });
}

/** How far it is: "Moving 37 of 200". */
export function progressText(words: Words, { doing, count, done, isStopping }: UnderWay): string {
  const { t } = words;
  if (isStopping) return t("batch.stopping");
  if (count === null) return t("batch.waiting", { doing });
  if (done >= count) return t("batch.readingBack", { doing, count });
  return done === 0 ? t("batch.begun", { doing, count }) : t("batch.progress", { doing, count, done });
}

/** What is under way, however far it is: "Moving 200 slots". */
export function doingText({ t }: Words, { doing, count }: Pick<UnderWay, "doing" | "count">): string {
  return count === null ? t("batch.doing", { doing }) : t("batch.begun", { doing, count });
}

/** The headline of the card, and what follows it. */
export function endWords(
  { t }: Words,
  { batch, problem, parts, rest }: BatchEnd,
): { readonly headline: string; readonly words: string } {
  const { verb } = batch.words;
  const [count, refused] = [batch.changes.length, parts.length];
  if (!problem)
    return {
      headline: t("batch.end.some", { verb, refused, count }),
      words: rest > 0 ? t("batch.end.others", { count: rest }) : t("batch.end.nothingChanged"),
    };
  if (refused === 0) return { headline: t("batch.end.all", { verb, count }), words: problem.sentence };
  return {
    headline: t("batch.end.nothing", { verb }),
    words: refused === count ? t("batch.end.none", { verb, count }) : t("batch.end.cannot", { verb, refused, count }),
  };
}

/** One that could not be: which, when, and why. */
export function partWords(
  words: Words,
  { change, problem }: RefusedPart,
): { readonly name: string; readonly when: string; readonly why: string } {
  const { face, before, after } = change;
  const place = after ?? before;
  const there = problem.conflicts.map((each) => ({
    startsAt: Date.parse(each.startsAt),
    endsAt: Date.parse(each.endsAt),
    slot: each,
  }));
  return {
    name: slotName(words, face),
    when: place ? dateAndClockText(words, place.startsAt) : "",
    why:
      place && there.length > 0
        ? takenSentence(words, place, there)
        : problem.code === "STALE_PLAN"
          ? words.t("batch.end.changed")
          : problem.sentence,
  };
}
