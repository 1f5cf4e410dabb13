import { isAlarming, isDrifted } from "./checks";
import { freeIn, gapId } from "./gaps";
import type { SlotId } from "./ids";
import { lengthOf, overlap, type Interval } from "./interval";
import { intervalOf, type Slot, type SlotList } from "./slots";
import { formatInstant, hours, instant, later, type Instant } from "./time";
import { NOTED_SECONDS } from "./warnings";
import { dayAfter, dayAt, dayInterval, type Zone } from "./zone";

/** Where a trouble is. `blockId` leads to it: a slot's id, or a gap's name. Instants are ISO strings in UTC: they travel as JSON. */
type Place = {
  /** The same trouble has the same id whenever it is looked for. */
  readonly id: string;
  readonly blockId: SlotId;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly showName: string;
  readonly title: string;
  /** Will something be silent, be heard twice, or be heard over something else? What is no danger is only less than it could be. */
  readonly danger: boolean;
};

/** One thing that is wrong in the coming weeks. */
export type Trouble = Place &
  /** LibreTime has a slot of ours otherwise. */
  (
    | ({ readonly what: "drift" } & Pick<Slot, "state" | "differences">)
    /** Somebody else's slot lies over it: both are heard, or may be. */
    | { readonly what: "doubled"; readonly by: Pick<Slot, "startsAt" | "endsAt" | "showName" | "title"> }
    /** A row in somebody else's slot makes playout drop the whole plan of the station. */
    | { readonly what: "silences" }
    /** Its track was fine when it was planned, and would not play now. */
    | {
        readonly what: "track";
        readonly reason: NonNullable<Slot["notReady"]>;
        readonly was?: NonNullable<Slot["was"]>;
      }
    /** So many seconds of its track will not be heard. */
    | { readonly what: "cut"; readonly seconds: number }
    /** So many seconds of silence after its track. */
    | { readonly what: "dead-air"; readonly seconds: number }
    /** So many seconds without any slot, on a day that has some before and after. */
    | { readonly what: "gap"; readonly seconds: number }
  );

/** Somebody else's slot that lies over one. */
export type Doubling = Extract<Trouble, { readonly what: "doubled" }>;

/** A trouble, and when it was first seen. */
export type KnownTrouble = Trouble & { readonly since: string };

/** All of them as they were looked for last; null while they never were. */
export type Inbox = { readonly asOf: string | null; readonly troubles: readonly KnownTrouble[] };

/** Silence between slots is looked for so far ahead: later than that, a week is still being filled. */
const GAPS_AHEAD = hours(14 * 24);

type Looked = { readonly zone: Zone; readonly within: Interval; readonly now: Instant };

/**
 * Everything that is wrong in what is listed of a window and not over yet. What nobody knows the state of at
 * this moment, since an act on it is under way, is no trouble; neither is what LibreTime's own slots do with
 * their own time. A foreign slot over another one is told, although it is not ours to mend: both will be heard. So is one that
 * silences all of the station.
 * Silence is told between the first and the last slot of a day, for the next fourteen days: a day with nothing on
 * it is not begun, and would be one line for each. The dead air that rounding leaves is none, as on the grid.
 */
export function troublesOf({ slots }: Pick<SlotList, "slots">, looked: Looked): Trouble[] {
  const settled = settledOf(slots, looked);
  const ours = settled.filter(({ kind }) => kind === "planned");
  const silencing = settled
    .filter(({ silencesStation }) => silencesStation)
    .map((slot): Trouble => ({
      ...faceOf(slot),
      id: `silences:${slot.id}`,
      blockId: slot.id,
      danger: true,
      what: "silences",
    }));
  return [...ours.flatMap(ofOurs), ...silencing, ...doublingsOf(slots, looked), ...gaps(slots, looked)];
}

/** Who lies over whom in what is not over yet, whatever else is wrong with it. */
export function doublingsOf(slots: readonly Slot[], looked: Pick<Looked, "now">): Doubling[] {
  return doubled(settledOf(slots, looked));
}

function settledOf(slots: readonly Slot[], { now }: Pick<Looked, "now">): Slot[] {
  return slots.filter(({ endsAt, state }) => Date.parse(endsAt) > now && state !== "saving" && state !== "checking");
}

function ofOurs(slot: Slot): Trouble[] {
  const { state, differences, notReady, was } = slot;
  const place = (what: Trouble["what"], danger: boolean) => ({
    ...faceOf(slot),
    id: `${what}:${slot.id}`,
    blockId: slot.id,
    danger,
  });
  const lacks =
    isDrifted(slot) || notReady !== undefined
      ? []
      : slot.warnings.flatMap((each): Trouble[] => {
          if (each.code === "TRACK_CUT") return [{ ...place("cut", false), what: "cut", seconds: each.seconds }];
          return each.code === "DEAD_AIR" && each.seconds >= NOTED_SECONDS
            ? [{ ...place("dead-air", false), what: "dead-air", seconds: each.seconds }]
            : [];
        });
  return [
    ...(isDrifted(slot)
      ? [{ ...place("drift", isAlarming({ state, differences })), what: "drift" as const, state, differences }]
      : []),
    ...(notReady === undefined
      ? []
      : [{ ...place("track", true), what: "track" as const, reason: notReady, ...(was && { was }) }]),
    ...lacks,
  ];
}

/** Who lies over whom, told at ours, or else at the one that begins later. What is missing is not heard over anything. */
function doubled(slots: readonly Slot[]): Doubling[] {
  const heard = slots
    .filter(({ state }) => state !== "missing")
    .map((slot) => ({ slot, ...intervalOf(slot) }))
    .toSorted((a, b) => a.startsAt - b.startsAt);
  let lasting: typeof heard = [];
  return heard.flatMap((later) => {
    const over = (lasting = lasting.filter((each) => overlap(each, later)));
    lasting = [...over, later];
    return over.flatMap((earlier) =>
      doubledBy(
        ...(earlier.slot.kind === "planned"
          ? ([earlier.slot, later.slot] as const)
          : ([later.slot, earlier.slot] as const)),
      ),
    );
  });
}

function doubledBy(at: Slot, by: Slot): Doubling[] {
  if (isSame(at, by) || (at.kind === "foreign" && !(isHeard(at) && isHeard(by)))) return [];
  return [
    {
      ...faceOf(at),
      id: `doubled:${at.id}:${by.id}`,
      blockId: at.id,
      danger: isHeard(by),
      what: "doubled",
      by: faceOf(by),
    },
  ];
}

/** Our own row where somebody moved it, the same track a second time, and what lies in a live hold, are told as drift. */
function isSame(at: Slot, by: Slot): boolean {
  const told = (at.differences ?? []).flatMap((each) =>
    each.what === "twin" || each.what === "filled" ? [each.playoutId] : [],
  );
  return by.playoutIds.some((id) => at.playoutIds.includes(id) || told.includes(id));
}

function isHeard({ live, playoutIds }: Slot): boolean {
  return live || playoutIds.length > 0;
}

function gaps(slots: readonly Slot[], { zone, within, now }: Looked): Trouble[] {
  const held = slots.map(intervalOf);
  const until = later(now, GAPS_AHEAD);
  const found: Trouble[] = [];
  for (
    let day = dayAt(zone, instant(Math.max(within.startsAt, now)));
    dayInterval(zone, day).startsAt < Math.min(within.endsAt, until);
    day = dayAfter(day)
  ) {
    const whole = dayInterval(zone, day);
    for (const gap of freeIn(
      whole,
      held.filter((each) => overlap(each, whole)),
    )) {
      const id = gapId(gap);
      if (gap.endsAt > now)
        found.push({
          id,
          blockId: id,
          startsAt: formatInstant(gap.startsAt),
          endsAt: formatInstant(gap.endsAt),
          showName: "",
          title: "",
          danger: false,
          what: "gap",
          seconds: lengthOf(gap),
        });
    }
  }
  return found;
}

function faceOf({ startsAt, endsAt, showName, title }: Slot) {
  return { startsAt, endsAt, showName, title };
}

/** The order of a list of troubles: the newest first, or what airs soonest. */
export type TroubleOrder = "newest" | "airs";

/**
 * The troubles in order. "Newest": what was seen last for the first time comes first, whatever it is; of what was
 * seen together, the dangers, then what airs soonest. "Airs": by when it airs, the dangers first.
 */
export function inOrder<T extends Trouble & { readonly since: string | null }>(
  troubles: readonly T[],
  order: TroubleOrder,
): T[] {
  // What the server has not seen yet is newer than what it has.
  const seen = ({ since }: T) => (since === null ? Infinity : Date.parse(since));
  const byNews = (a: T, b: T) => (seen(a) === seen(b) ? 0 : seen(b) > seen(a) ? 1 : -1);
  const byDanger = (a: T, b: T) => Number(b.danger) - Number(a.danger);
  const byAir = (a: T, b: T) => Date.parse(a.startsAt) - Date.parse(b.startsAt);
  return troubles.toSorted(
    (a, b) =>
      (order === "newest" ? byNews(a, b) || byDanger(a, b) || byAir(a, b) : byAir(a, b) || byDanger(a, b)) ||
      (a.id < b.id ? -1 : 1),
  );
}
