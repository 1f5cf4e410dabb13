import type { Instant } from "../time";
import { anotherDay, asWished, nearest } from "./another-place";
import { weighed } from "./disturbance";
import { makeRoom } from "./make-room";
import type { Option, PlaceWish, Policy, Way } from "./option";
import { replaceAndMove, replaceToLibrary } from "./replace";
import { situationOf, type Situation } from "./situation";
import { swap } from "./swap";
import { trimOthers, trimWish } from "./trim";
import type { Week } from "./week";

/** Of two options that come to the same, or cost the same, the one made earlier comes first. */
const makers: readonly ((situation: Situation) => Way[])[] = [
  asWished,
  trimWish,
  trimOthers,
  nearest,
  swap,
  makeRoom,
  replaceAndMove,
  anotherDay,
  replaceToLibrary,
];

/** What a way out must keep to, and when it is looked for. */
type Terms = { readonly policy: Policy; readonly now: Instant };

/**
 * Every way out of a conflict, those first that disturb least. Run in the browser for the preview and again on
 * the server for truth. After any of them nothing that it touches overlaps anything, nothing is lost, what is
 * foreign, live, on air or past is where it was, and nothing new starts before `now`. None for a wish that is
 * no slot, or for a slot that may not move. `week` is everything that holds time in `policy.within` and around
 * the wish, and what moves.
 */
export function proposeWaysOut(week: Week, wish: PlaceWish, on: Terms): Option[] {
  const situation = situationOf(week, wish, on);
  if (!situation) return [];
  const ways = makers.flatMap((make) => make(situation)).filter((way) => !leavesTheWish(way));
  return distinct(ways)
    .map((way) => weighed(wish, way))
    .toSorted((a, b) => a.cost - b.cost);
}

/** To stay where one is is no way out. */
function leavesTheWish({ effects: [wish] }: Way): boolean {
  return wish?.before?.startsAt === wish?.after?.startsAt && wish?.before?.endsAt === wish?.after?.endsAt;
}

/** Of several that come to the same, the first: to push one slot later may be to move it to the nearest free time. */
function distinct(ways: readonly Way[]): Way[] {
  const seen = new Map<string, Way>();
  for (const way of ways) {
    const sameness = JSON.stringify(way.effects);
    if (!seen.has(sameness)) seen.set(sameness, way);
  }
  return [...seen.values()];
}
