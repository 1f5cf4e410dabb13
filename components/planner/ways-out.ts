import { inTheWay } from "@/domain/conflicts";
import { nearestFreeTimes } from "@/domain/free-time";
import { without, type Interval } from "@/domain/interval";
import type { SlotId } from "@/domain/ids";
import { instant, later, seconds, timeBetween, type Duration, type Instant } from "@/domain/time";
import { dayAt, type Zone } from "@/domain/zone";
import { STEP_SECONDS, type Cargo } from "./cargo";
import { sameTimeAfter } from "./grid-place";
import { lengthText } from "./library/lengths";
import type { PlacedSlot } from "./placed-slot";
import { clockText, rangeText, spanText, weekdayOf } from "./time-words";

/** A way out of a conflict: what would be done, in words, and where it would be. */
export type WayOut = {
  readonly kind: "nearest" | "trim" | "another-day" | "replace";
  readonly headline: string;
  readonly detail: string;
  readonly to: Interval;
  /** Slots of ours that go back to the library for it. */
  readonly replaces: readonly SlotId[];
};

/** What a wish lies in. */
export type WishAround = { readonly zone: Zone; readonly slots: readonly PlacedSlot[]; readonly now: Instant; /** Free time is looked for in here. */ readonly within: Interval };

/** A trimmed slot shorter than this is none. */
const SHORTEST = seconds(STEP_SECONDS);
const AT_MOST = 4;

/**
 * The ways out of a place that is taken, those first that disturb least: a length that costs nothing, the
 * nearest free time, the same time on another day, the other's place, a cut. None touches what is not ours.
 */
export function waysOut(cargo: Cargo, wish: Interval, around: WishAround): WayOut[] {
  const held = around.slots.filter((each) => each.id !== cargo.from?.slotId);
  const blockers = inTheWay(wish, held);
  const trims = trimmed(cargo, wish, blockers, around);
  const free = trims.filter((each) => each.costsNothing);
  const cut = trims.filter((each) => !each.costsNothing);
  return [...free, ...itself(cargo, wish, blockers, around), ...nearest(cargo, wish, held, around), ...replacing(wish, blockers, around), ...cut, ...otherDays(wish, held, around)]
    .map(({ kind, headline, detail, to, replaces }) => ({ kind, headline, detail, to, replaces }))
    .slice(0, AT_MOST);
}

/** The place itself, when it was refused for a time of the clock that never comes, and is shown where the clock goes on. */
function itself(cargo: Cargo, wish: Interval, blockers: readonly PlacedSlot[], { zone, now }: WishAround): WayOut[] {
  if (blockers.length > 0 || wish.startsAt < now) return [];
  return [{ kind: "nearest", headline: `${cargo.from ? "Move it to" : "Put it at"} ${clockText(zone, wish.startsAt)}`, detail: "free; nothing else moves", to: wish, replaces: [] }];
}

function nearest(cargo: Cargo, wish: Interval, held: readonly PlacedSlot[], { zone, now, within }: WishAround): WayOut[] {
  const step = seconds(STEP_SECONDS);
  const from = instant(Math.max(within.startsAt, Math.ceil(now / 60_000) * 60_000));
  if (from >= within.endsAt) return [];
  const near = nearestFreeTimes(wish, held, { startsAt: from, endsAt: within.endsAt }, step);
  return [near.after, near.before]
    .filter((at): at is Instant => at !== null)
    .toSorted((a, b) => Math.abs(a - wish.startsAt) - Math.abs(b - wish.startsAt))
    .map((at) => ({
      kind: "nearest",
      headline: `${cargo.from ? "Move it to" : "Put it at"} ${clockText(zone, at)}${dayText(zone, at, wish)}`,
      detail: `nearest free time ${at < wish.startsAt ? "before" : "after"}; nothing else moves`,
      to: stretch(at, lengthIn(wish)),
      replaces: [],
    }));
}

function replacing(wish: Interval, blockers: readonly PlacedSlot[], { zone }: WishAround): WayOut[] {
  const ours = blockers.every(({ slot }) => slot.kind === "planned" && !slot.locked && slot.state !== "saving");
  const [first, ...others] = blockers;
  if (!ours || !first) return [];
  const names = others.length === 0 ? first.slot.showName : `${first.slot.showName} and ${others.length} more`;
  return [{
    kind: "replace",
    headline: `Take ${others.length === 0 ? "its" : "their"} place`,
    detail: `${names} ${others.length === 0 ? "goes" : "go"} back to the library: ${blockers.map((each) => rangeText(zone, each)).slice(0, 2).join(", ")}`,
    to: wish,
    replaces: blockers.map((each) => each.id),
  }];
}

/** The longest free piece of the wish that begins where it begins, or ends where it ends. */
function trimmed(cargo: Cargo, wish: Interval, blockers: readonly PlacedSlot[], { zone, now }: WishAround): (WayOut & { costsNothing: boolean })[] {
  if (blockers.length === 0) return [];
  return without(wish, blockers)
    .filter((piece) => timeBetween(piece.startsAt, piece.endsAt) >= SHORTEST && piece.startsAt >= now)
    .toSorted((a, b) => (b.endsAt - b.startsAt) - (a.endsAt - a.startsAt))
    .slice(0, 1)
    .map((to) => {
      const lost = (cargo.trackSeconds ?? 0) - lengthIn(to);
      return {
        kind: "trim",
        headline: `Make it ${spanText(to)}, ${rangeText(zone, to)}`,
        detail: lost > 0 ? `the last ${lengthText(lost)} would be cut` : "the track still fits; nothing is cut",
        to, replaces: [], costsNothing: lost <= 0,
      };
    });
}

function otherDays(wish: Interval, held: readonly PlacedSlot[], { zone, now, within }: WishAround): WayOut[] {
  for (const days of [1, -1, 2, -2, 3, -3]) {
    const at = sameTimeAfter(zone, wish.startsAt, days);
    if (at === null || at < now || at < within.startsAt) continue;
    const to = stretch(at, lengthIn(wish));
    if (to.endsAt > within.endsAt || inTheWay(to, held).length > 0) continue;
    return [{ kind: "another-day", headline: `Same time on ${weekdayOf(dayAt(zone, at))}`, detail: `${clockText(zone, at)} is free there`, to, replaces: [] }];
  }
  return [];
}

function dayText(zone: Zone, at: Instant, wish: Interval): string {
  const day = dayAt(zone, at);
  return day === dayAt(zone, wish.startsAt) ? "" : ` on ${weekdayOf(day)}`;
}

function lengthIn({ startsAt, endsAt }: Interval): Duration {
  return timeBetween(startsAt, endsAt);
}

function stretch(startsAt: Instant, length: Duration): Interval {
  return { startsAt, endsAt: later(startsAt, length) };
}
