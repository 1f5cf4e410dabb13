import { instant, timeBetween, type Duration, type Instant } from "./time";

/** A half-open stretch of time `[startsAt, endsAt)`: its end belongs to what comes next. */
export type Interval = { readonly startsAt: Instant; readonly endsAt: Instant };

/** The thirteen ways in which two intervals can lie to each other (Allen). */
export type Relation =
  | "before"
  | "meets"
  | "overlaps"
  | "starts"
  | "during"
  | "finishes"
  | "equal"
  | "finished-by"
  | "contains"
  | "started-by"
  | "overlapped-by"
  | "met-by"
  | "after";

/** How `a` lies to `b`; both must have a length. For [10, 20) and [20, 30): "meets". */
export function relation(a: Interval, b: Interval): Relation {
  if (a.endsAt < b.startsAt) return "before";
  if (a.endsAt === b.startsAt) return "meets";
  if (a.startsAt > b.endsAt) return "after";
  if (a.startsAt === b.endsAt) return "met-by";
  if (a.startsAt === b.startsAt && a.endsAt === b.endsAt) return "equal";
  if (a.startsAt === b.startsAt) return a.endsAt < b.endsAt ? "starts" : "started-by";
  if (a.endsAt === b.endsAt) return a.startsAt > b.startsAt ? "finishes" : "finished-by";
  if (a.startsAt < b.startsAt) return a.endsAt > b.endsAt ? "contains" : "overlaps";
  return a.endsAt < b.endsAt ? "during" : "overlapped-by";
}

/** Do they share a moment? Back to back they do not, and nothing shares a moment with an empty interval. */
export function overlap(a: Interval, b: Interval): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt && a.startsAt < a.endsAt && b.startsAt < b.endsAt;
}

/** What they share: for [10, 20) and [15, 30) it is [15, 20); null when they share nothing. */
export function intersection(a: Interval, b: Interval): Interval | null {
  if (!overlap(a, b)) return null;
  return { startsAt: instant(Math.max(a.startsAt, b.startsAt)), endsAt: instant(Math.min(a.endsAt, b.endsAt)) };
}

/** Does `outer` cover all of `inner`? An interval covers itself. */
export function covers(outer: Interval, inner: Interval): boolean {
  return outer.startsAt <= inner.startsAt && inner.endsAt <= outer.endsAt;
}

/** Is the moment inside? The start is, the end is not. */
export function includes(interval: Interval, at: Instant): boolean {
  return interval.startsAt <= at && at < interval.endsAt;
}

/** How long it is; zero or less for an empty or inverted one. */
export function lengthOf(interval: Interval): Duration {
  return timeBetween(interval.startsAt, interval.endsAt);
}

/** The union as disjoint intervals in order; intervals that meet become one, empty ones vanish. */
export function merge(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const next of intervals
    .filter((each) => each.startsAt < each.endsAt)
    .toSorted((a, b) => a.startsAt - b.startsAt)) {
    const last = merged.at(-1);
    if (last && next.startsAt <= last.endsAt) {
      merged[merged.length - 1] = { startsAt: last.startsAt, endsAt: instant(Math.max(last.endsAt, next.endsAt)) };
    } else merged.push({ startsAt: next.startsAt, endsAt: next.endsAt });
  }
  return merged;
}

/** What is left of `whole` without `parts`, in order: for [0, 60) without [10, 20) it is [0, 10) and [20, 60). */
export function without(whole: Interval, parts: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  let from = whole.startsAt;
  for (const part of merge(parts)) {
    if (part.endsAt <= from) continue;
    if (part.startsAt >= whole.endsAt) break;
    if (part.startsAt > from) left.push({ startsAt: from, endsAt: part.startsAt });
    from = part.endsAt;
  }
  if (from < whole.endsAt) left.push({ startsAt: from, endsAt: whole.endsAt });
  return left;
}
