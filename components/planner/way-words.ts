import { lengthOf, type Interval } from "@/domain/interval";
import type { Instant } from "@/domain/time";
import { dayAt, type Zone } from "@/domain/zone";
import type { Cargo } from "./cargo";
import { lengthText } from "./library/lengths";
import type { PlacedSlot } from "./placed-slot";
import { clockText, rangeText, spanText, weekdayOf } from "./time-words";
import type { WayOut } from "./ways-out";

/** What is to be said of a way out. */
type Told = {
  readonly zone: Zone;
  readonly cargo: Cargo;
  /** Where it was wished. */
  readonly wish: Interval;
  /** Where it would be. */
  readonly to: Interval;
  /** Who goes back to the library for it. */
  readonly replaced: readonly PlacedSlot[];
};

/** Every way out as its button says it: what would be done, and what that means. */
export const wayWords: Record<WayOut["kind"], (told: Told) => Pick<WayOut, "headline" | "detail">> = {
  nearest: ({ zone, cargo, wish, to }) => ({
    headline: `${cargo.from ? "Move it to" : "Put it at"} ${clockText(zone, to.startsAt)}${dayText(zone, to.startsAt, wish)}`,
    detail: to.startsAt === wish.startsAt ? "free; nothing else moves" : `nearest free time ${to.startsAt < wish.startsAt ? "before" : "after"}; nothing else moves`,
  }),
  trim: ({ zone, cargo, to }) => {
    const lost = (cargo.trackSeconds ?? 0) - lengthOf(to);
    return { headline: `Make it ${spanText(to)}, ${rangeText(zone, to)}`, detail: lost > 0 ? `the last ${lengthText(lost)} would be cut` : "the track still fits; nothing is cut" };
  },
  "another-day": ({ zone, to }) => ({ headline: `Same time on ${weekdayOf(dayAt(zone, to.startsAt))}`, detail: `${clockText(zone, to.startsAt)} is free there` }),
  replace: ({ zone, replaced }) => {
    const [isOne, first] = [replaced.length === 1, replaced[0]?.slot.showName ?? ""];
    const names = isOne ? first : `${first} and ${replaced.length - 1} more`;
    return {
      headline: `Take ${isOne ? "its" : "their"} place`,
      detail: `${names} ${isOne ? "goes" : "go"} back to the library: ${replaced.map((each) => rangeText(zone, each)).slice(0, 2).join(", ")}`,
    };
  },
};

function dayText(zone: Zone, at: Instant, wish: Interval): string {
  const day = dayAt(zone, at);
  return day === dayAt(zone, wish.startsAt) ? "" : ` on ${weekdayOf(day)}`;
}
