import type { Interval } from "@/domain/interval";
import { earlier, later, seconds, type Instant } from "@/domain/time";
import type { Zone } from "@/domain/zone";
import { FINE_SECONDS, lengthOfCargo, STEP_SECONDS, type Cargo, type CarryMode } from "./cargo";
import { endAt, instantAt, snap, type GridPlace } from "./grid-place";

/** What is held, and by which end. */
export type Held = {
  readonly cargo: Cargo;
  readonly mode: CarryMode;
  /** A drag, a click that waits for its second click, or keys. */
  readonly by: "drag" | "click" | "keys";
  /** Was it a finger that took it? */
  readonly byTouch?: boolean;
  /** What is carried along, each with where it was; they go as far as this one goes. */
  readonly rest?: readonly Cargo[];
  /** Are they to stay, and copies to go? */
  readonly copies?: boolean;
};

/** All that is held, that first which is held by the hand. */
export function cargosOf({ cargo, rest = [] }: Pick<Held, "cargo" | "rest">): readonly Cargo[] {
  return [cargo, ...rest];
}

/** Where it would go; null where the clock jumps and the time never comes. */
export type Wish =
  { readonly to: Interval; readonly twice: boolean } | { readonly to: null; readonly skippedAt: Instant };

/** The keys held meanwhile: minutes instead of five, and a slot exactly as long as its track. */
export type Fineness = { readonly fine: boolean; readonly exact: boolean };

/**
 * Where a thing that is held over a place of the grid would go. `grip` is how many seconds below its start
 * it was taken. An end never passes the other end.
 */
export function wishAt(
  zone: Zone,
  { cargo, mode }: Pick<Held, "cargo" | "mode">,
  place: GridPlace,
  grip: number,
  { fine, exact }: Fineness,
): Wish {
  const step = fine ? FINE_SECONDS : STEP_SECONDS;
  const { from } = cargo;
  if (mode === "whole" || !from) {
    const meant = instantAt(zone, place.day, snap(place.second - grip, step), place.half);
    if (meant.at === null) return { to: null, skippedAt: meant.skippedAt };
    return { to: { startsAt: meant.at, endsAt: later(meant.at, lengthOfCargo(cargo, exact)) }, twice: meant.twice };
  }
  const at = endAt(zone, place.day, snap(place.second, step), place.half);
  const shortest = seconds(step);
  if (mode === "end")
    return { to: { startsAt: from.startsAt, endsAt: latest(at, later(from.startsAt, shortest)) }, twice: false };
  return { to: { startsAt: earliest(at, earlier(from.endsAt, shortest)), endsAt: from.endsAt }, twice: false };
}

function latest(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

function earliest(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}
