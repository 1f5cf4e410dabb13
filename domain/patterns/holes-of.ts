import { inTheWay } from "../conflicts";
import type { ShowId, SlotId } from "../ids";
import type { Interval } from "../interval";
import type { Instant } from "../time";
import type { Zone } from "../zone";
import { occurrencesOf, type Occurrence, type Rule } from "./rule";

/** Whoever stands on the grid, as far as holes go; a foreign slot has no show of ours. */
export type Standing = Interval & { readonly id: SlotId; readonly showId?: ShowId };

/** A time of a rule at which nothing of its show stands yet. */
export type Hole<S extends Standing = Standing> = Occurrence & {
  readonly id: string;
  /** Who else is there, in order: then it is no hole to fill, but one that is blocked. */
  readonly blockers: readonly S[];
};

/**
 * The holes of a window, in order: where a rule wants its show and none of that show's slots stands. What has
 * begun by now is none. Where somebody else holds a moment of it, it is told with who that is.
 */
export function holesOf<S extends Standing>(
  rules: readonly Rule[],
  slots: readonly S[],
  { window, zone, now }: { readonly window: Interval; readonly zone: Zone; readonly now: Instant },
): Hole<S>[] {
  const ordered = slots.toSorted((a, b) => a.startsAt - b.startsAt);
  return rules
    .flatMap((rule) => occurrencesOf(rule, window, zone))
    .filter(({ startsAt }) => startsAt >= now)
    .map((each) => ({ ...each, id: holeId(each), blockers: inTheWay(each, ordered) }))
    .filter(({ rule, blockers }) => !blockers.some(({ showId }) => showId === rule.showId))
    .toSorted((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1));
}

/** What a hole is called among blocks: by its rule and its day. */
export function holeId({ rule, day }: Pick<Occurrence, "rule" | "day">): string {
  return `hole:${rule.id}@${day}`;
}

/** Is that a hole's name, and not a slot's? */
export function isHoleId(id: string): boolean {
  return id.startsWith("hole:");
}
