import type { Heard } from "./gaps";
import { includes, merge, type Interval } from "./interval";
import type { Instant } from "./time";

/** A stretch of time in which a slot is heard without a break. */
export type Stretch<T extends Heard = Heard> = Interval & { readonly slot: T };

/** What is heard at a moment, and what is heard next. */
export type OnAirAt<T extends Heard = Heard> = {
  /** Everything that is heard then; several lie on top of each other. Live comes first, then what began last. */
  readonly now: readonly Stretch<T>[];
  /** What begins first after that moment; null when nothing does. */
  readonly next: Stretch<T> | null;
};

/**
 * What is heard at that moment, and what is heard next. A time with a slot and no audio is silence: neither an
 * instance without rows nor a slot after its track's end is on air (law 13).
 */
export function onAirAt<T extends Heard & { readonly live: boolean }>(slots: readonly T[], at: Instant): OnAirAt<T> {
  const stretches = slots.flatMap((slot) => merge(slot.heard).map((each) => ({ ...each, slot })));
  const first = (a: Stretch<T>, b: Stretch<T>): number =>
    Number(b.slot.live) - Number(a.slot.live) || b.startsAt - a.startsAt || (a.slot.id < b.slot.id ? -1 : 1);
  const ahead = stretches.filter(({ startsAt }) => startsAt > at);
  const nextAt = Math.min(...ahead.map(({ startsAt }) => startsAt));
  return {
    now: stretches.filter((each) => includes(each, at)).toSorted(first),
    next: ahead.filter(({ startsAt }) => startsAt === nextAt).toSorted(first)[0] ?? null,
  };
}
