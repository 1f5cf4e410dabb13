import { lengthOf, type Interval } from "@/domain/interval";
import type { Instant } from "@/domain/time";
import type { WayKind } from "@/domain/ways-out/option";
import { dayAt } from "@/domain/zone";
import type { Words } from "@/components/language/words";
import type { Cargo } from "./cargo";
import { lengthText } from "./library/lengths";
import { listed } from "./listed";
import type { SlotChange } from "./slot-change";
import { amountText, clockText, rangeText, shortRange, spanText, spokenRange, weekdayOf, whenText } from "./time-words";

/** What is to be said of a way out. */
type Told = {
  readonly words: Words;
  readonly cargo: Cargo;
  /** Where it was wished, and where it would be. */
  readonly wish: Interval;
  readonly to: Interval;
  /** What becomes of the others. */
  readonly others: readonly SlotChange[];
};
type Said = { readonly headline: string; readonly detail: string };

/** Every way out as its button says it: what would be done, and what that means. */
const wayWords: Record<WayKind, (told: Told) => Said> = {
  "as-wished": (told) => ({ headline: putText(told), detail: told.words.t("way.detail.asWished") }),
  "nearest-after": (told) => ({ headline: putText(told), detail: told.words.t("way.detail.after") }),
  "nearest-before": (told) => ({ headline: putText(told), detail: told.words.t("way.detail.before") }),
  "another-day": ({ words, to }) => ({
    headline: words.t("way.anotherDay", { weekday: weekdayOf(words, dayAt(words.zone, to.startsAt)) }),
    detail: words.t("way.detail.anotherDay", { clock: clockText(words, to.startsAt) }),
  }),
  "trim-wish": (told) => ({
    headline: told.words.t("way.trimWish", { span: spanText(told.to), range: rangeText(told.words, told.to) }),
    detail: trimmedText(told),
  }),
  "trim-others": ({ words, wish, others }) => ({
    headline: words.t("way.trimOthers", { names: namesOf(words, others), clock: clockText(words, wish.startsAt) }),
    detail: words.t("way.detail.trimOthers", { count: others.length }),
  }),
  swap: (told) => ({ headline: swapText(told), detail: swappedText(told) }),
  "push-later": (told) => ({
    headline: told.words.t("way.pushLater", shiftOf(told.words, told.others)),
    detail: movesText(told),
  }),
  "pull-earlier": (told) => ({
    headline: told.words.t("way.pullEarlier", shiftOf(told.words, told.others)),
    detail: movesText(told),
  }),
  "make-room": (told) => {
    const early = shiftOf(told.words, told.others.filter(isEarlier));
    const late = shiftOf(
      told.words,
      told.others.filter((each) => !isEarlier(each)),
    );
    return {
      headline: told.words.t("way.makeRoom", {
        early: early.names,
        earlyAmount: early.amount,
        late: late.names,
        lateAmount: late.amount,
      }),
      detail: movesText(told),
    };
  },
  "replace-and-move": (told) => {
    const { words, others } = told;
    const [only, ...more] = others;
    const names = namesOf(words, others);
    return {
      headline:
        more.length > 0
          ? words.t("way.giveTimes", { names })
          : words.t("way.giveTime", { names, when: only?.after ? nearText(told, only.after.startsAt) : "" }),
      detail: words.t("way.detail.replaced", { what: movesText(told), count: others.length }),
    };
  },
  "replace-to-library": ({ words, others }) => {
    const places = others.flatMap(({ before }) => (before ? [shortRange(words, before)] : [])).slice(0, 2);
    return {
      headline: words.t("way.sendBack", { names: namesOf(words, others) }),
      detail: words.t("way.detail.replaced", { what: listed(words, places), count: others.length }),
    };
  },
};

/** A way out in words, for eyes and for ears. */
export function wayText(
  words: Words,
  kind: WayKind,
  { changes, ...told }: Omit<Told, "words" | "to" | "others"> & { readonly changes: readonly SlotChange[] },
): Said & { readonly spoken: string } {
  const [mine, ...others] = changes;
  const spoken = changes.map((each) => spokenChange(words, each)).join(" ");
  return { ...wayWords[kind]({ words, ...told, to: mine?.after ?? told.wish, others }), spoken };
}

/** "Kiln, Cones and draughts, goes from Thursday 16:30 to 17:30 to Thursday 18:00 to 19:00." */
function spokenChange(words: Words, { face, before, after }: SlotChange): string {
  const { t } = words;
  const named = { show: face.showName, title: face.title };
  if (!after) {
    return before
      ? t("way.spoken.goesBack", { ...named, from: spokenRange(words, before) })
      : t("way.spoken.nothing", named);
  }
  const to = spokenRange(words, after);
  if (!before) return t("way.spoken.comes", { ...named, to });
  return before.startsAt === after.startsAt && before.endsAt === after.endsAt
    ? t("way.spoken.stays", { ...named, to })
    : t("way.spoken.goes", { ...named, from: spokenRange(words, before), to });
}

function putText({ words, cargo, wish, to }: Told): string {
  const { t, zone } = words;
  const [day, clock] = [dayAt(zone, to.startsAt), clockText(words, to.startsAt)];
  if (day === dayAt(zone, wish.startsAt)) return cargo.from ? t("way.move", { clock }) : t("way.put", { clock });
  const weekday = weekdayOf(words, day);
  return cargo.from ? t("way.moveOnDay", { clock, weekday }) : t("way.putOnDay", { clock, weekday });
}

function trimmedText({ words: { t }, cargo, wish, to }: Told): string {
  if (cargo.trackSeconds === null) return t("way.detail.shorter", { span: spanText(wish) });
  const lost = cargo.trackSeconds - lengthOf(to);
  return lost > 0 ? t("way.detail.cut", { length: lengthText(lost) }) : t("way.detail.notCut");
}

function swapText(told: Told): string {
  const [other] = told.others;
  const when = other?.after ? nearText(told, other.after.startsAt) : "";
  return told.words.t("way.swap", { names: namesOf(told.words, told.others), when });
}

function swappedText(told: Told): string {
  const { words, to, wish } = told;
  const moves = movesText(told);
  return to.startsAt === wish.startsAt
    ? moves
    : words.t("way.detail.swapped", { moves, clock: clockText(words, to.startsAt) });
}

/** "18:00", and on another day than the wish "Tue 18:00". */
function nearText({ words, wish }: Told, at: Instant): string {
  return dayAt(words.zone, at) === dayAt(words.zone, wish.startsAt) ? clockText(words, at) : whenText(words, at);
}

/** "Kiln", "Kiln and Field Notes", "Kiln and 3 more". */
function namesOf({ t }: Words, others: readonly SlotChange[]): string {
  const [first, ...more] = others.map(({ face }) => face.showName);
  const [second] = more;
  if (first === undefined) return t("way.names.none");
  if (second === undefined) return first;
  return more.length === 1 && second !== first
    ? t("way.names.two", { first, second })
    : t("way.names.more", { first, count: more.length });
}

/** Who they are, and by how much they shift: "30 min", "up to 30 min", "1:30 h". */
function shiftOf(words: Words, others: readonly SlotChange[]): { readonly names: string; readonly amount: string } {
  const shifts = others.flatMap(({ before, after }) =>
    before && after ? [Math.abs(after.startsAt - before.startsAt) / 1000] : [],
  );
  const most = Math.max(0, ...shifts);
  const amount = amountText(words, most);
  return {
    names: namesOf(words, others),
    amount: shifts.every((each) => each === most) ? amount : words.t("way.upTo", { amount }),
  };
}

/** From when to when each goes, the first two of them: "Kiln: Thu 16:30 → 17:00, and 3 more". */
function movesText({ words, others }: Told): string {
  const { t, zone } = words;
  const moves = others.flatMap(({ face, before, after }) => {
    if (!before || !after) return [];
    const isSameDay = dayAt(zone, before.startsAt) === dayAt(zone, after.startsAt);
    const to = isSameDay ? clockText(words, after.startsAt) : whenText(words, after.startsAt);
    return [t("way.goes", { show: face.showName, from: whenText(words, before.startsAt), to })];
  });
  const [told, more] = [listed(words, moves.slice(0, 2)), moves.length - 2];
  return more > 0 ? t("way.goesMore", { moves: told, count: more }) : told;
}

function isEarlier({ before, after }: SlotChange): boolean {
  return before !== null && after !== null && after.startsAt < before.startsAt;
}
