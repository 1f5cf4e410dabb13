import type { Interval } from "./interval";
import type { Problem } from "./problems";
import { LIST_LIMIT_DAYS } from "./slots";
import { DAY, type Instant } from "./time";

/** Why that stretch cannot be a slot: it ends before it has begun, or lasts a whole day; null when it can. */
export function slotRangeProblem({ startsAt, endsAt }: Interval): Problem | null {
  if (endsAt <= startsAt) return { code: "INVALID_TIME_RANGE", why: "The end must come after the start" };
  if (endsAt - startsAt >= DAY * 1000)
    return { code: "INVALID_TIME_RANGE", why: "A slot must be shorter than 24 hours" };
  return null;
}

/** Why that stretch cannot be listed at once; null when it can. */
export function listRangeProblem({ startsAt, endsAt }: Interval): Problem | null {
  const days = (endsAt - startsAt) / (DAY * 1000);
  if (days <= 0) return { code: "INVALID_TIME_RANGE", why: "`to` must come after `from`" };
  return days > LIST_LIMIT_DAYS ? { code: "INVALID_TIME_RANGE", why: `At most ${LIST_LIMIT_DAYS} days at once` } : null;
}

/** Why a slot may not be touched any more: the past is history, and what is on air stays on air; null before it begins. */
export function begunProblem(slot: Interval, now: Instant): Problem | null {
  if (slot.endsAt <= now) return { code: "IN_THE_PAST" };
  return slot.startsAt <= now ? { code: "ON_AIR" } : null;
}
