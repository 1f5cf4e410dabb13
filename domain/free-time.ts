import { overlap, type Interval, without } from "./interval";
import { instant, later, type Duration, type Instant } from "./time";

/** The free stretches of a window that hold at least `length`, in order. */
export function freeStretches(window: Interval, held: readonly Interval[], length: Duration): Interval[] {
  return without(window, held).filter((free) => free.endsAt - free.startsAt >= length * 1000);
}

/**
 * The nearest start before and after `wished` at which a slot of that length is free, both on the snap of
 * `step` where the free stretch allows it, else at the stretch's own edge; null where there is none.
 */
export function nearestFreeTimes(
  wished: Interval,
  held: readonly Interval[],
  within: Interval,
  step: Duration,
): { readonly before: Instant | null; readonly after: Instant | null } {
  const length = ((wished.endsAt - wished.startsAt) / 1000) as Duration;
  const starts = freeStretches(within, held, length).map((free) => ({
    first: snapped(free.startsAt, step, "up", free, length),
    last: snapped(instant(free.endsAt - length * 1000), step, "down", free, length),
  }));
  const before = starts.filter(({ first }) => first < wished.startsAt).map(({ last }) => last < wished.startsAt ? last : wished.startsAt).at(-1) ?? null;
  const after = starts.filter(({ last }) => last > wished.startsAt).map(({ first }) => first > wished.startsAt ? first : wished.startsAt)[0] ?? null;
  const isOther = (at: Instant | null): at is Instant => at !== null && !held.some((each) => overlap(each, { startsAt: at, endsAt: later(at, length) })) && at !== wished.startsAt;
  return { before: isOther(before) ? before : null, after: isOther(after) ? after : null };
}

function snapped(at: Instant, step: Duration, way: "up" | "down", free: Interval, length: Duration): Instant {
  const grid = step * 1000;
  const onGrid = instant((way === "up" ? Math.ceil(at / grid) : Math.floor(at / grid)) * grid);
  const fits = onGrid >= free.startsAt && onGrid + length * 1000 <= free.endsAt;
  return fits ? onGrid : at;
}
