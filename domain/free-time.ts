import { lengthOf, without, type Interval } from "./interval";
import { earlier, instant, type Duration, type Instant } from "./time";

/** The free stretches of a window that hold at least `length`, in order. */
export function freeStretches(window: Interval, held: readonly Interval[], length: Duration): Interval[] {
  return without(window, held).filter((free) => lengthOf(free) >= length);
}

/**
 * The nearest start before and after `wished` at which a slot of that length is free. A free stretch with
 * room for a start on the `step` offers only such; one without offers its edges: for [20:01, 21:03) and an
 * hour, 20:01 and 20:03. Null where there is none.
 */
export function nearestFreeTimes(
  wished: Interval,
  held: readonly Interval[],
  { within, step }: { readonly within: Interval; readonly step: Duration },
): { readonly before: Instant | null; readonly after: Instant | null } {
  const starts = startsNear(wished, without(within, held), step);
  return {
    before: starts.findLast((at) => at < wished.startsAt) ?? null,
    after: starts.find((at) => at > wished.startsAt) ?? null,
  };
}

/** Of the free stretches, the start nearest to `wished` at which a slot of that length fits; of two, the later. Null where none does. */
export function nearestFreeStart(wished: Interval, free: readonly Interval[], step: Duration): Instant | null {
  const starts = startsNear(wished, free, step);
  return starts.toSorted((a, b) => Math.abs(a - wished.startsAt) - Math.abs(b - wished.startsAt) || b - a)[0] ?? null;
}

function startsNear(wished: Interval, free: readonly Interval[], step: Duration): Instant[] {
  const length = lengthOf(wished);
  return free
    .filter((each) => lengthOf(each) >= length)
    .flatMap((each) => startsIn({ first: each.startsAt, last: earlier(each.endsAt, length) }, wished.startsAt, step))
    .toSorted((a, b) => a - b);
}

/** Of the starts from `first` to `last`, the ones that can be nearest to `wished`. */
function startsIn(
  { first, last }: { readonly first: Instant; readonly last: Instant },
  wished: Instant,
  step: Duration,
): Instant[] {
  const grid = step * 1000;
  const onStep = { first: Math.ceil(first / grid) * grid, last: Math.floor(last / grid) * grid };
  if (onStep.first > onStep.last) return [first, last];
  const around = [(Math.ceil(wished / grid) - 1) * grid, (Math.floor(wished / grid) + 1) * grid];
  return [onStep.first, onStep.last, ...around.filter((at) => onStep.first < at && at < onStep.last)].map(instant);
}
