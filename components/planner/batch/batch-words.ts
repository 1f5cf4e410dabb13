import { instant } from "@/domain/time";
import { dayAt, type Zone } from "@/domain/zone";
import { clockText, shortDate } from "../time-words";
import { takenWords } from "../verdict";
import type { BatchWords } from "./batch";
import type { BatchEnd, RefusedPart } from "./batch-end";
import type { UnderWay } from "./under-way";

/** "5 slots". */
export function slotsText(count: number): string {
  return `${count} ${count === 1 ? "slot" : "slots"}`;
}

/** What an act did, after "Undone:": "moved 5 slots to next week". */
export function didPhrase({ did, where }: BatchWords, count: number): string {
  return `${did} ${slotsText(count)}${where ? ` ${where}` : ""}`;
}

/** The same as a sentence. */
export function didText(words: BatchWords, count: number): string {
  const phrase = didPhrase(words, count);
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`;
}

/** How far it is: "Moving 37 of 200". */
export function progressText({ doing, count, done, isStopping }: UnderWay): string {
  if (isStopping) return "Stopping: what was written is taken back";
  if (count === null) return `${doing}…`;
  return done >= count
    ? `${doing} ${slotsText(count)}: reading back`
    : done === 0
      ? `${doing} ${slotsText(count)}`
      : `${doing} ${done} of ${count}`;
}

/** The headline of the card, and what follows it. */
export function endWords({ batch, problem, parts, rest }: BatchEnd): {
  readonly headline: string;
  readonly words: string;
} {
  const { done } = batch.words;
  const count = batch.changes.length;
  if (!problem)
    return {
      headline: `${parts.length} of ${slotsText(count)} could not be ${done}`,
      words: rest > 0 ? `The other ${rest === 1 ? "one is" : `${rest} are`} on LibreTime.` : "Nothing was changed.",
    };
  if (parts.length === 0) return { headline: `Not ${done}: ${slotsText(count)}`, words: problem.sentence };
  return {
    headline: `Nothing was ${done}`,
    words:
      parts.length === count
        ? `None of the ${count} can be, as it is now.`
        : `${parts.length} of ${slotsText(count)} cannot be, as it is now.`,
  };
}

/** One that could not be: which, when, and why. */
export function partWords(
  zone: Zone,
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
    name: face.title === face.showName ? face.showName : `${face.showName}, “${face.title}”`,
    when: place ? `${shortDate(dayAt(zone, place.startsAt))} ${clockText(zone, instant(place.startsAt))}` : "",
    why:
      place && there.length > 0
        ? `${takenWords(zone, place, there)}.`
        : problem.code === "STALE_PLAN"
          ? "It has been changed since you looked."
          : problem.sentence,
  };
}
