import { lengthOf, type Interval } from "@/domain/interval";
import type { Instant } from "@/domain/time";
import type { WayKind } from "@/domain/ways-out/option";
import { dayAt, type Zone } from "@/domain/zone";
import type { Cargo } from "./cargo";
import { lengthText } from "./library/lengths";
import type { SlotChange } from "./slot-change";
import { amountText, clockText, rangeText, spanText, spokenRange, weekdayOf, whenText } from "./time-words";

/** What is to be said of a way out. */
type Told = {
  readonly zone: Zone;
  readonly cargo: Cargo;
  /** Where it was wished, and where it would be. */
  readonly wish: Interval;
  readonly to: Interval;
  /** What becomes of the others. */
  readonly others: readonly SlotChange[];
};
type Words = { readonly headline: string; readonly detail: string };

/** Every way out as its button says it: what would be done, and what that means. */
const wayWords: Record<WayKind, (told: Told) => Words> = {
  "as-wished": (told) => ({ headline: putText(told), detail: "free now; nothing else moves" }),
  "nearest-after": (told) => ({ headline: putText(told), detail: "nearest free time after; nothing else moves" }),
  "nearest-before": (told) => ({ headline: putText(told), detail: "nearest free time before; nothing else moves" }),
  "another-day": ({ zone, to }) => ({
    headline: `Same time on ${weekdayOf(dayAt(zone, to.startsAt))}`,
    detail: `${clockText(zone, to.startsAt)} is free there; nothing else moves`,
  }),
  "trim-wish": ({ zone, cargo, wish, to }) => {
    const headline = `Make it ${spanText(to)}, ${rangeText(zone, to)}`;
    if (cargo.trackSeconds === null) return { headline, detail: `instead of ${spanText(wish)}; nothing else moves` };
    const lost = cargo.trackSeconds - lengthOf(to);
    return {
      headline,
      detail: lost > 0 ? `the last ${lengthText(lost)} would be cut` : "the track still fits; nothing is cut",
    };
  },
  "trim-others": ({ zone, wish, others }) => ({
    headline: `End ${namesOf(others)} at ${clockText(zone, wish.startsAt)}`,
    detail:
      others.length === 1
        ? "it loses dead air only; its track still fits"
        : "they lose dead air only; their tracks still fit",
  }),
  swap: (told) => {
    const { zone, to, wish, others } = told;
    const [other] = others;
    const mine = to.startsAt === wish.startsAt ? "" : `; yours starts at ${clockText(zone, to.startsAt)}`;
    return {
      headline: `Swap with ${namesOf(others)}: it goes to ${other?.after ? nearText(told, other.after.startsAt) : ""}`,
      detail: `${movesText(told)}${mine}`,
    };
  },
  "push-later": (told) => ({
    headline: `Push ${namesOf(told.others)} ${shiftText(told.others)} later`,
    detail: movesText(told),
  }),
  "pull-earlier": (told) => ({
    headline: `Pull ${namesOf(told.others)} ${shiftText(told.others)} earlier`,
    detail: movesText(told),
  }),
  "make-room": (told) => {
    const [early, late] = [told.others.filter(isEarlier), told.others.filter((each) => !isEarlier(each))];
    return {
      headline: `Make room: ${namesOf(early)} ${shiftText(early)} earlier, ${namesOf(late)} ${shiftText(late)} later`,
      detail: movesText(told),
    };
  },
  "replace-and-move": (told) => {
    const [only, ...more] = told.others;
    const times =
      more.length > 0
        ? "the nearest free times"
        : `the nearest free time, ${only?.after ? nearText(told, only.after.startsAt) : ""}`;
    return {
      headline: `Give ${namesOf(told.others)} ${times}`,
      detail: `${movesText(told)}; yours takes ${more.length > 0 ? "their" : "its"} place`,
    };
  },
  "replace-to-library": ({ zone, others }) => ({
    headline: `Send ${namesOf(others)} back to the library`,
    detail: `${others
      .flatMap(({ before }) =>
        before ? `${whenText(zone, before.startsAt).slice(0, 3)} ${rangeText(zone, before)}` : [],
      )
      .slice(0, 2)
      .join(", ")}; yours takes ${others.length > 1 ? "their" : "its"} place`,
  }),
};

/** A way out in words, for eyes and for ears. */
export function wayText(
  kind: WayKind,
  { changes, ...told }: Omit<Told, "to" | "others"> & { readonly changes: readonly SlotChange[] },
): Words & { readonly spoken: string } {
  const [mine, ...others] = changes;
  const spoken = changes.map((each) => spokenChange(told.zone, each)).join(". ");
  return { ...wayWords[kind]({ ...told, to: mine?.after ?? told.wish, others }), spoken: `${spoken}.` };
}

/** "Kiln, Cones and draughts, goes from Thursday 16:30 to 17:30 to Thursday 18:00 to 19:00". */
function spokenChange(zone: Zone, { face, before, after }: SlotChange): string {
  const name = `${face.showName}, ${face.title},`;
  if (!after) return before ? `${name} goes back to the library from ${spokenRange(zone, before)}` : name;
  if (!before) return `${name} comes on ${spokenRange(zone, after)}`;
  return before.startsAt === after.startsAt && before.endsAt === after.endsAt
    ? `${name} stays on ${spokenRange(zone, after)}`
    : `${name} goes from ${spokenRange(zone, before)}, to ${spokenRange(zone, after)}`;
}

function putText({ zone, cargo, wish, to }: Told): string {
  const day = dayAt(zone, to.startsAt);
  return `${cargo.from ? "Move it to" : "Put it at"} ${clockText(zone, to.startsAt)}${day === dayAt(zone, wish.startsAt) ? "" : ` on ${weekdayOf(day)}`}`;
}

/** "18:00", and on another day than the wish "Tue 18:00". */
function nearText({ zone, wish }: Told, at: Instant): string {
  return dayAt(zone, at) === dayAt(zone, wish.startsAt) ? clockText(zone, at) : whenText(zone, at);
}

/** "Kiln", "Kiln and Field Notes", "Kiln and 3 more". */
function namesOf(others: readonly SlotChange[]): string {
  const [first, ...more] = others.map(({ face }) => face.showName);
  if (more.length === 1 && more[0] !== first) return `${first} and ${more[0]}`;
  return `${first ?? "nobody"}${more.length > 0 ? ` and ${more.length} more` : ""}`;
}

/** By how much they shift: "30 min", "up to 30 min", "1:30 h". */
function shiftText(others: readonly SlotChange[]): string {
  const shifts = others.flatMap(({ before, after }) =>
    before && after ? [Math.abs(after.startsAt - before.startsAt) / 1000] : [],
  );
  const most = Math.max(0, ...shifts);
  const text = amountText(most);
  return shifts.every((each) => each === most) ? text : `up to ${text}`;
}

/** From when to when each goes, the first two of them: "Kiln: Thu 16:30 → 17:00, and 3 more". */
function movesText({ zone, others }: Told): string {
  const moves = others.flatMap(({ face, before, after }) => {
    if (!before || !after) return [];
    const isSameDay = dayAt(zone, before.startsAt) === dayAt(zone, after.startsAt);
    return [
      `${face.showName}: ${whenText(zone, before.startsAt)} → ${isSameDay ? clockText(zone, after.startsAt) : whenText(zone, after.startsAt)}`,
    ];
  });
  const more = moves.length - 2;
  return `${moves.slice(0, 2).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}

function isEarlier({ before, after }: SlotChange): boolean {
  return before !== null && after !== null && after.startsAt < before.startsAt;
}
