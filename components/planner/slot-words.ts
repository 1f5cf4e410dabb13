import { isDrifted } from "@/domain/checks";
import { heardIn } from "@/domain/heard";
import { lengthOf, without, type Interval } from "@/domain/interval";
import { intervalOf, type DifferenceView, type Slot, type SlotState } from "@/domain/slots";
import { DAY } from "@/domain/time";
import type { Doubling } from "@/domain/troubles";
import { NOTED_SECONDS } from "@/domain/warnings";
import { dayAt, type Zone } from "@/domain/zone";
import { airingWords } from "./airing-words";
import { lengthText } from "./library/lengths";
import { reasonSentence, shortReason } from "./library/readiness";
import type { PlacedSlot } from "./placed-slot";
import { clockText, longDay, spokenRange, weekdayOf, whenText } from "./time-words";

type Words = { readonly short: string; readonly sentence: string };

/** How a slot stands, in the words of the block, and in a sentence. */
const stateWords: Record<SlotState, Words> = {
  saving: { short: "saving", sentence: "It is being written to LibreTime; until it is there, it stays as it is." },
  "on-libretime": { short: "on LibreTime", sentence: "It is on LibreTime, read back and checked." },
  checking: {
    short: "being checked",
    sentence: "LibreTime may or may not have it; until that is known, it stays as it is.",
  },
  missing: { short: "not on LibreTime", sentence: "LibreTime does not have it any more. It will not be heard." },
  changed: {
    short: "changed in LibreTime",
    sentence: "Somebody changed it in LibreTime. What is heard is what LibreTime says.",
  },
  duplicate: { short: "twice on LibreTime", sentence: "LibreTime has it more than once." },
  unknown: {
    short: "not checked",
    sentence: "LibreTime gave no answer about it. This is how it was planned, or seen last.",
  },
};

/** Of a row that makes playout drop its whole plan, whoever made it. */
export const silencing: Words = {
  short: "silences the station",
  sentence:
    "Its cues or fades in LibreTime are none that playout can read: no change of the schedule reaches the air because of it.",
};

type Drifted = Interval & { readonly zone: Zone };
type DriftWords = {
  readonly [What in DifferenceView["what"]]: (each: Extract<DifferenceView, { what: What }>, slot: Drifted) => Words;
};

/** Each way in which LibreTime can differ. In this order: a block has room for the first that there is. */
const driftWords: DriftWords = {
  "row-gone": () => stateWords.missing,
  "never-airs": () => ({
    short: "will not be heard",
    sentence: "LibreTime has it outside of its show's time: it will not be heard.",
  }),
  cues: ({ breaksPlayout }) =>
    breaksPlayout
      ? silencing
      : { short: "another part", sentence: "LibreTime plays another part of its track, or fades it otherwise." },
  "hold-gone": () => ({
    short: stateWords.missing.short,
    sentence: "LibreTime does not have it any more: nothing keeps its time free there.",
  }),
  filled: (each, slot) => ({
    short: "not empty",
    sentence: `Somebody put something into it in LibreTime, which will be heard from ${rangeOn(each, slot)}.`,
  }),
  "row-moved": (each, slot) => ({
    short: movedText(each, slot),
    sentence: `LibreTime has it from ${rangeOn(each, slot)}.`,
  }),
  "instance-moved": (each, slot) => ({
    short: `show ${movedText(each, slot)}`,
    sentence: `LibreTime has its show from ${rangeOn(each, slot)}.`,
  }),
  twin: (each, slot) => ({
    short: stateWords.duplicate.short,
    sentence: `LibreTime has the same track a second time, from ${rangeOn(each, slot)}.`,
  }),
};

function wordsOf(zone: Zone, slot: Interval, differences: readonly DifferenceView[]): readonly Words[] {
  const whats = Object.keys(driftWords);
  const together = movedTogether(differences);
  const told = together
    ? differences
        .filter(({ what }) => what !== "instance-moved")
        .map((each) => (each.what === "row-moved" ? { ...each, ...together } : each))
    : differences;
  return told
    .toSorted((a, b) => whats.indexOf(a.what) - whats.indexOf(b.what))
    .map((each) => driftWords[each.what](each as never, { zone, startsAt: slot.startsAt, endsAt: slot.endsAt }));
}

/** The new time of a slot that was moved as a whole, its show with it; that is one news and not two. */
export function movedTogether(
  differences: readonly DifferenceView[],
): { readonly startsAt: string; readonly endsAt: string } | null {
  const row = differences.find((each) => each.what === "row-moved");
  const show = differences.find((each) => each.what === "instance-moved");
  return row && show && row.startsAt === show.startsAt ? { startsAt: show.startsAt, endsAt: show.endsAt } : null;
}

/** "moved to 20:10", "moved to Wed 20:10", "ends at 20:40". */
function movedText(times: { readonly startsAt: string; readonly endsAt: string }, { zone, startsAt }: Drifted): string {
  const to = intervalOf(times);
  if (to.startsAt === startsAt) return `ends at ${clockText(zone, to.endsAt)}`;
  return `moved to ${dayAt(zone, to.startsAt) === dayAt(zone, startsAt) ? clockText(zone, to.startsAt) : whenText(zone, to.startsAt)}`;
}

/** "20:10 to 21:10 on Tuesday"; with its date when that is not the nearest Tuesday. */
function rangeOn(times: { readonly startsAt: string; readonly endsAt: string }, { zone, startsAt }: Drifted): string {
  const to = intervalOf(times);
  const day = dayAt(zone, to.startsAt);
  const isNear = Math.abs(to.startsAt - startsAt) < 4 * DAY * 1000;
  return `${clockText(zone, to.startsAt)} to ${clockText(zone, to.endsAt)} on ${isNear ? weekdayOf(day) : longDay(day)}`;
}

/** A slot whose state and differences can be told, on the grid or in a list of what differs. */
export type Tellable = Pick<
  Slot,
  "state" | "differences" | "notReady" | "was" | "silencesStation" | "startsAt" | "endsAt"
> & { readonly kind?: Slot["kind"] };

/** What is to be said of how a slot stands: as short as a block has room for, and all of it in sentences. */
export function stateText(zone: Zone, slot: Tellable): { readonly short: string; readonly sentences: string } {
  if (slot.silencesStation)
    return {
      short: silencing.short,
      sentences: `${silencing.sentence} It was made in LibreTime itself, and can be mended or deleted there.`,
    };
  if (slot.kind === "foreign")
    return { short: "made in LibreTime, locked", sentences: "Made in LibreTime itself. Airweek leaves it as it is." };
  // How an act on it stands, or that nobody knows, comes before what is wrong with its track.
  const track =
    slot.notReady === undefined || (slot.state !== "on-libretime" && !isDrifted(slot))
      ? []
      : [{ short: shortReason(slot.notReady), sentence: reasonSentence(slot.notReady, slot.was) }];
  const words = [...(isDrifted(slot) ? wordsOf(zone, intervalOf(slot), slot.differences ?? []) : []), ...track];
  const [first] = words;
  return first
    ? { short: first.short, sentences: words.map(({ sentence }) => sentence).join(" ") }
    : { short: stateWords[slot.state].short, sentences: stateWords[slot.state].sentence };
}

/** What lies over a slot, where that is the first to be told of it: what is wrong with the slot itself comes before. */
export function toldOver(
  { state, notReady }: Pick<Slot, "state" | "notReady">,
  over: Doubling | undefined,
): Doubling | undefined {
  return state === "on-libretime" && notReady === undefined ? over : undefined;
}

/** That another slot lies over it. */
export function overText({ by }: Pick<Doubling, "by">): string {
  return `${by.showName} lies over it`;
}

/** The same in a sentence, with its time. */
export function overSentence(zone: Zone, over: Doubling): string {
  return `${overText(over)}, from ${rangeOn(over.by, { zone, ...intervalOf(over) })}.`;
}

/** How much of the slot is silent at its end, and how much of the track is cut, in seconds. */
export function lackOf({ warnings }: Slot): { readonly deadAir: number; readonly cut: number } {
  const of = (code: "DEAD_AIR" | "TRACK_CUT") =>
    warnings.reduce((sum, each) => (each.code === code ? sum + each.seconds : sum), 0);
  return { deadAir: of("DEAD_AIR"), cut: of("TRACK_CUT") };
}

/** When nothing is heard in a slot, in a sentence; null when something is all the time. */
export function silenceText(zone: Zone, { slot, startsAt, endsAt }: PlacedSlot): string | null {
  const heard = heardIn(slot);
  const silent = without({ startsAt, endsAt }, heard);
  const [only] = silent;
  if (!only) return null;
  if (heard.length === 0) return "Nothing is heard in it: it has no audio in LibreTime.";
  if (silent.length > 1)
    return `Nothing is heard for ${lengthText(silent.reduce((sum, each) => sum + lengthOf(each), 0))} of it, in ${silent.length} places.`;
  return `Nothing is heard from ${clockText(zone, only.startsAt)} to ${clockText(zone, only.endsAt)}.`;
}

/**
 * What is wrong with a slot, as short as a block has room for; a little dead air from rounding is no news, and
 * what was planned to be silent is none while LibreTime has something else, or no audio.
 */
export function lackText(slot: Slot): string | null {
  if (isDrifted(slot) || slot.notReady !== undefined) return null;
  const { deadAir, cut } = lackOf(slot);
  if (cut > 0) return `cut ${lengthText(cut)}`;
  return deadAir >= NOTED_SECONDS ? `dead air ${lengthText(deadAir)}` : null;
}

/** A block for ears: "Night Waves, Tape loops from Leeds, Tuesday 16:30 to 17:30, on LibreTime, premiere". */
export function spokenSlot(
  zone: Zone,
  { slot, startsAt, endsAt }: PlacedSlot,
  { isOnAir, over }: { readonly isOnAir: boolean; readonly over?: Doubling | undefined },
): string {
  return [
    slot.showName,
    slot.title !== slot.showName && slot.title,
    spokenRange(zone, { startsAt, endsAt }),
    isOnAir && "on air now",
    slot.live && "live",
    slot.content?.kind === "stream" && "webstream",
    lackText(slot),
    stateText(zone, slot).short,
    over && overText(over),
    slot.airing && airingWords(zone, startsAt, slot.airing),
  ]
    .filter(Boolean)
    .join(", ");
}
