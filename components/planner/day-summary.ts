import { isDrifted } from "@/domain/checks";
import { gapsOfDay, programmedOf, type Gap } from "@/domain/gaps";
import { isHeardAt } from "@/domain/heard";
import { overlap } from "@/domain/interval";
import type { Instant } from "@/domain/time";
import { dayInterval, type CalendarDay } from "@/domain/zone";
import type { Words } from "@/components/language/words";
import type { PlacedSlot } from "./placed-slot";
import { clockText, hoursText } from "./time-words";

/** What a day's head says of it, and the gaps that it counts. */
export type DaySummary = {
  readonly words: string;
  readonly tone: "plain" | "red";
  /** Between the day's first and last slot, and dead air inside slots. */
  readonly gaps: readonly Gap[];
  /** Those of them that are drawn by themselves: dead air is drawn in its block. */
  readonly free: readonly Gap[];
  readonly isEmpty: boolean;
};

/** A day without a gap is "full" when it is programmed for most of its waking hours; a lone evening is not. */
const FULL_DAY = 12 * 3_600_000;

type Looked = {
  readonly slots: readonly PlacedSlot[];
  /** The week's, as LibreTime's window has them. */
  readonly silences?: readonly Gap[];
  readonly now: Instant;
};

/** Sums up a day: what needs looking at first, then what is on air, live, free; "full" when there is nothing to say. */
export function daySummary(words: Words, day: CalendarDay, { slots, silences = [], now }: Looked): DaySummary {
  const { t, zone } = words;
  const whole = dayInterval(zone, day);
  const here = slots.filter((each) => overlap(each, whole));
  if (here.length === 0) return { words: t("day.empty"), tone: "plain", gaps: [], free: [], isEmpty: true };
  const begun = here.filter((each) => each.startsAt >= whole.startsAt);
  const programmed = programmedOf(whole, here);
  const gaps = gapsOfDay(whole, here, silences);
  // The same track a second time lies over ours in most cases: that is one thing to look at, and no conflict of two shows.
  const twice = here.filter(({ slot }) => slot.state === "duplicate").length;
  const conflicts = Math.max(0, conflictsIn(here) - twice);
  const broken = here.filter(
    ({ slot }) => (isDrifted(slot) && slot.state !== "duplicate") || slot.notReady !== undefined,
  ).length;
  const live = here.find(({ slot, endsAt, startsAt }) => slot.live && endsAt > now && startsAt >= whole.startsAt);
  const onAir = here.some(({ slot }) => isHeardAt(slot, now));
  const hours = hoursText(gaps.reduce((sum, gap) => sum + (gap.endsAt - gap.startsAt), 0) / 1000);
  const count = gaps.length;
  const parts = [
    conflicts > 0 && t("day.conflicts", { count: conflicts }),
    twice > 0 && t("day.twice", { count: twice }),
    broken > 0 && t("day.toLookAt", { count: broken }),
    onAir && t("day.onAir"),
    live && !onAir && t("day.live", { clock: clockText(words, live.startsAt) }),
    // A column's head has room for one number beside "live 20:00".
    count > 0 && (live && !onAir ? t("day.gaps", { count }) : t("day.gapsAndHours", { count, hours })),
  ].filter((part) => part !== false && part !== undefined);
  const isRed = conflicts > 0 || twice > 0 || broken > 0;
  const planned = programmed.endsAt - programmed.startsAt;
  const quiet =
    begun.length === 0
      ? t("day.nothingBegins")
      : planned >= FULL_DAY
        ? t("day.full")
        : t("day.slotsAndHours", { count: begun.length, hours: hoursText(planned / 1000) });
  const [first, second] = parts;
  return {
    words: first && second && !isRed ? t("day.both", { first, second }) : (first ?? quiet),
    tone: isRed ? "red" : "plain",
    gaps,
    free: gaps.filter(({ inside }) => inside === undefined),
    isEmpty: false,
  };
}

/** How many slots begin while another still lasts. */
function conflictsIn(slots: readonly PlacedSlot[]): number {
  const sorted = slots.toSorted((a, b) => a.startsAt - b.startsAt);
  let until = -Infinity;
  let count = 0;
  for (const slot of sorted) {
    if (slot.startsAt < until) count += 1;
    until = Math.max(until, slot.endsAt);
  }
  return count;
}
