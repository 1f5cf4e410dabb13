import { isDrifted } from "@/domain/checks";
import { heardIn } from "@/domain/heard";
import { lengthOf, without, type Interval } from "@/domain/interval";
import { intervalOf, type DifferenceView, type Slot, type SlotState } from "@/domain/slots";
import { DAY } from "@/domain/time";
import type { Doubling } from "@/domain/troubles";
import { NOTED_SECONDS } from "@/domain/warnings";
import { dayAt } from "@/domain/zone";
import type { Words } from "@/components/language/words";
import { airingWords } from "./airing-words";
import { lengthText } from "./library/lengths";
import { reasonSentence, shortReason } from "./library/readiness";
import { listed } from "./listed";
import type { PlacedSlot } from "./placed-slot";
import { clockText, longDay, spokenRange, weekdayOf, whenText } from "./time-words";

type Told = { readonly short: string; readonly sentence: string };

/** How a slot stands. */
const stateKeys = {
  saving: "slot.state.saving",
  "on-libretime": "slot.state.onLibreTime",
  checking: "slot.state.checking",
  missing: "slot.state.missing",
  changed: "slot.state.changed",
  duplicate: "slot.state.duplicate",
  unknown: "slot.state.unknown",
} as const satisfies Record<SlotState, string>;

type Plain =
  | (typeof stateKeys)[SlotState]
  | `slot.state.${"silencing" | "foreign"}`
  | `slot.drift.${"neverAirs" | "cues" | "holdGone"}`;

/** In the words of the block, and in a sentence. */
function told({ t }: Words, key: Plain): Told {
  return { short: t(`${key}.short`), sentence: t(`${key}.sentence`) };
}

/** Of a row that makes playout drop its whole plan, whoever made it. */
export function silencing(words: Words): Told {
  return told(words, "slot.state.silencing");
}

type Drifted = Interval & { readonly words: Words };
type DriftTold = {
  readonly [What in DifferenceView["what"]]: (each: Extract<DifferenceView, { what: What }>, slot: Drifted) => Told;
};

/** Each way in which LibreTime can differ. In this order: a block has room for the first that there is. */
const driftTold: DriftTold = {
  "row-gone": (_, { words }) => told(words, "slot.state.missing"),
  "never-airs": (_, { words }) => told(words, "slot.drift.neverAirs"),
  cues: ({ breaksPlayout }, { words }) => (breaksPlayout ? silencing(words) : told(words, "slot.drift.cues")),
  "hold-gone": (_, { words }) => told(words, "slot.drift.holdGone"),
  filled: (each, slot) => ({
    short: slot.words.t("slot.drift.filled.short"),
    sentence: slot.words.t("slot.drift.filled.sentence", rangeOn(each, slot)),
  }),
  "row-moved": (each, slot) => ({
    short: movedText("slot.drift.row", each, slot),
    sentence: slot.words.t("slot.drift.row.sentence", rangeOn(each, slot)),
  }),
  "instance-moved": (each, slot) => ({
    short: movedText("slot.drift.show", each, slot),
    sentence: slot.words.t("slot.drift.show.sentence", rangeOn(each, slot)),
  }),
  twin: (each, slot) => ({
    short: slot.words.t("slot.drift.twin.short"),
    sentence: slot.words.t("slot.drift.twin.sentence", rangeOn(each, slot)),
  }),
};

function driftsOf(words: Words, slot: Interval, differences: readonly DifferenceView[]): readonly Told[] {
  const whats = Object.keys(driftTold);
  const together = movedTogether(differences);
  const said = together
    ? differences
        .filter(({ what }) => what !== "instance-moved")
        .map((each) => (each.what === "row-moved" ? { ...each, ...together } : each))
    : differences;
  return said
    .toSorted((a, b) => whats.indexOf(a.what) - whats.indexOf(b.what))
    .map((each) => driftTold[each.what](each as never, { words, startsAt: slot.startsAt, endsAt: slot.endsAt }));
}

/** The new time of a slot that was moved as a whole, its show with it; that is one news and not two. */
export function movedTogether(
  differences: readonly DifferenceView[],
): { readonly startsAt: string; readonly endsAt: string } | null {
  const row = differences.find((each) => each.what === "row-moved");
  const show = differences.find((each) => each.what === "instance-moved");
  return row && show && row.startsAt === show.startsAt ? { startsAt: show.startsAt, endsAt: show.endsAt } : null;
}

type Times = { readonly startsAt: string; readonly endsAt: string };

/** "moved to 20:10", "moved to Wed 20:10", "ends at 20:40". */
function movedText(key: `slot.drift.${"row" | "show"}`, times: Times, { words, startsAt }: Drifted): string {
  const to = intervalOf(times);
  const { t, zone } = words;
  if (to.startsAt === startsAt) return t(`${key}.ends`, { clock: clockText(words, to.endsAt) });
  const isSameDay = dayAt(zone, to.startsAt) === dayAt(zone, startsAt);
  return t(`${key}.moved`, { when: isSameDay ? clockText(words, to.startsAt) : whenText(words, to.startsAt) });
}

/** From when to when, on which day; with its date when that is not the nearest day of that name. */
function rangeOn(times: Times, { words, startsAt }: Drifted) {
  const to = intervalOf(times);
  const day = dayAt(words.zone, to.startsAt);
  const isNear = Math.abs(to.startsAt - startsAt) < 4 * DAY * 1000;
  return {
    from: clockText(words, to.startsAt),
    to: clockText(words, to.endsAt),
    day: isNear ? weekdayOf(words, day) : longDay(words, day),
  };
}

/** A slot whose state and differences can be told, on the grid or in a list of what differs. */
export type Tellable = Pick<
  Slot,
  "state" | "differences" | "notReady" | "was" | "silencesStation" | "startsAt" | "endsAt"
> & { readonly kind?: Slot["kind"] };

/** What is to be said of how a slot stands: as short as a block has room for, and all of it in sentences. */
export function stateText(words: Words, slot: Tellable): { readonly short: string; readonly sentences: string } {
  if (slot.silencesStation) {
    const { short, sentence } = silencing(words);
    return { short, sentences: `${sentence} ${words.t("slot.state.silencing.whose")}` };
  }
  const all = slot.kind === "foreign" ? [told(words, "slot.state.foreign")] : wrongOf(words, slot);
  const [first = told(words, stateKeys[slot.state])] = all;
  return { short: first.short, sentences: (all.length > 0 ? all : [first]).map(({ sentence }) => sentence).join(" ") };
}

/** What is wrong with a slot of ours, first what LibreTime has otherwise, then its track. */
function wrongOf(words: Words, slot: Tellable): readonly Told[] {
  const drifts = isDrifted(slot) ? driftsOf(words, intervalOf(slot), slot.differences ?? []) : [];
  // How an act on it stands, or that nobody knows, comes before what is wrong with its track.
  if (slot.notReady === undefined || (slot.state !== "on-libretime" && !isDrifted(slot))) return drifts;
  return [
    ...drifts,
    { short: shortReason(words, slot.notReady), sentence: reasonSentence(words, slot.notReady, slot.was) },
  ];
}

/** What lies over a slot, where that is the first to be told of it: what is wrong with the slot itself comes before. */
export function toldOver(
  { state, notReady }: Pick<Slot, "state" | "notReady">,
  over: Doubling | undefined,
): Doubling | undefined {
  return state === "on-libretime" && notReady === undefined ? over : undefined;
}

/** That another slot lies over it. */
export function overText({ t }: Words, { by }: Pick<Doubling, "by">): string {
  return t("slot.over.short", { show: by.showName });
}

/** The same in a sentence, with its time. */
export function overSentence(words: Words, over: Doubling): string {
  const range = rangeOn(over.by, { words, ...intervalOf(over) });
  return words.t("slot.over.sentence", { show: over.by.showName, ...range });
}

/** How much of the slot is silent at its end, and how much of the track is cut, in seconds. */
export function lackOf({ warnings }: Slot): { readonly deadAir: number; readonly cut: number } {
  const of = (code: "DEAD_AIR" | "TRACK_CUT") =>
    warnings.reduce((sum, each) => (each.code === code ? sum + each.seconds : sum), 0);
  return { deadAir: of("DEAD_AIR"), cut: of("TRACK_CUT") };
}

/** When nothing is heard in a slot, in a sentence; null when something is all the time. */
export function silenceText(words: Words, { slot, startsAt, endsAt }: PlacedSlot): string | null {
  const { t } = words;
  const heard = heardIn(slot);
  const silent = without({ startsAt, endsAt }, heard);
  const [only] = silent;
  if (!only) return null;
  if (heard.length === 0) return t("slot.silence.whole");
  if (silent.length > 1) {
    const length = lengthText(silent.reduce((sum, each) => sum + lengthOf(each), 0));
    return t("slot.silence.places", { length, count: silent.length });
  }
  return t("slot.silence.once", { from: clockText(words, only.startsAt), to: clockText(words, only.endsAt) });
}

/**
 * What is wrong with a slot, as short as a block has room for; a little dead air from rounding is no news, and
 * what was planned to be silent is none while LibreTime has something else, or no audio.
 */
export function lackText({ t }: Words, slot: Slot): string | null {
  if (isDrifted(slot) || slot.notReady !== undefined) return null;
  const { deadAir, cut } = lackOf(slot);
  if (cut > 0) return t("slot.lack.cut", { length: lengthText(cut) });
  return deadAir >= NOTED_SECONDS ? t("slot.lack.deadAir", { length: lengthText(deadAir) }) : null;
}

/** A block for ears: "Night Waves, Tape loops from Leeds, Tuesday 16:30 to 17:30, on LibreTime, premiere". */
export function spokenSlot(
  words: Words,
  { slot, startsAt, endsAt }: PlacedSlot,
  { isOnAir, over }: { readonly isOnAir: boolean; readonly over?: Doubling | undefined },
): string {
  const { t } = words;
  const parts = [
    slot.showName,
    slot.title !== slot.showName && slot.title,
    spokenRange(words, { startsAt, endsAt }),
    isOnAir && t("slot.spoken.onAir"),
    slot.live && t("slot.spoken.live"),
    slot.content?.kind === "stream" && t("slot.spoken.stream"),
    lackText(words, slot),
    stateText(words, slot).short,
    over && overText(words, over),
    slot.airing && airingWords(words, startsAt, slot.airing),
  ];
  return listed(
    words,
    parts.flatMap((part) => part || []),
  );
}
