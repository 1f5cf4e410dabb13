import type { Held, Wish } from "../wish";
import type { ShownHole } from "./use-holes";

/** This much before a hole its show is meant for it. */
const NEAR_MS = 15 * 60_000;

/** An episode of the library that is carried to a hole of its show goes into it, start and length; by keys it goes where they say. */
export function snappedToHole(
  holes: readonly ShownHole[],
  { cargo, by }: Pick<Held, "cargo" | "by">,
  wish: Wish,
): Wish {
  if (wish.to === null || cargo.from || by === "keys") return wish;
  const { startsAt } = wish.to;
  const hole = holes.find(
    ({ rule, blockers, ...each }) =>
      rule.showId === cargo.showId &&
      blockers.length === 0 &&
      each.startsAt - NEAR_MS <= startsAt &&
      startsAt < each.endsAt,
  );
  return hole ? { to: { startsAt: hole.startsAt, endsAt: hole.endsAt }, twice: false } : wish;
}
