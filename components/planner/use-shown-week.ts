import { useMemo, useState } from "react";
import type { Words } from "@/components/language/words";
import type { Gap } from "@/domain/gaps";
import { isHeardAt } from "@/domain/heard";
import type { Interval } from "@/domain/interval";
import { intervalOf, type SlotList } from "@/domain/slots";
import type { SlotId } from "@/domain/ids";
import type { Instant } from "@/domain/time";
import { doublingsOf, type Doubling } from "@/domain/troubles";
import { dayAfter, dayAt, type CalendarDay } from "@/domain/zone";
import { withAttempts, type Drawn } from "./attempts";
import { daySummary, type DaySummary } from "./day-summary";
import { eventMaker, type BlockNote } from "./grid-event";
import { useMomentOf } from "./use-moment-of";

type Needs = {
  readonly words: Words;
  readonly list: SlotList | null;
  readonly window: Interval;
  /** What is being written, or taken back. */
  readonly drawn: readonly Drawn[];
  readonly moment: Instant;
};

const NONE: readonly never[] = [];

/** The week as it is drawn: LibreTime's, with what is being written; as the calendar's events; and day by day. */
export function useShownWeek({ words, list, window, drawn, moment }: Needs) {
  const { zone } = words;
  const slots = useMemo(() => withAttempts(list?.slots ?? NONE, drawn), [list, drawn]);
  // A text, so that what depends on it is computed anew only when somebody else is on air.
  const onAirIds = slots
    .filter(({ slot }) => isHeardAt(slot, moment))
    .map((slot) => slot.id)
    .join("\n");
  // The second does not change what a day sums up to, what goes on air does.
  const now = useMomentOf(moment, list, slots, window, onAirIds);
  const [toEvents] = useState(() => eventMaker(zone));
  const events = useMemo(() => {
    const notes = new Map<string, BlockNote>(onAirIds.split("\n").map((id) => [id, "on-air"]));
    return toEvents(slots, window, notes);
  }, [toEvents, slots, window, onAirIds]);
  const days = useMemo(() => {
    const summaries = new Map<CalendarDay, DaySummary>();
    if (!list) return summaries;
    const monday = dayAt(zone, window.startsAt);
    const silences = list.gaps.map((gap): Gap => ({
      ...intervalOf(gap),
      ...(gap.inside === undefined ? {} : { inside: gap.inside }),
    }));
    for (let index = 0; index < 7; index += 1) {
      const day = dayAfter(monday, index);
      summaries.set(day, daySummary(words, day, { slots, silences, now }));
    }
    return summaries;
  }, [words, zone, list, window, slots, now]);
  const over = useMemo(() => {
    const ours = new Set(slots.filter(({ slot }) => slot.kind === "planned").map(({ id }) => id));
    // The first that will be heard comes before one that is empty.
    const all = doublingsOf(
      slots.map(({ slot }) => slot),
      { now },
    )
      .filter(({ blockId }) => ours.has(blockId))
      .toSorted((a, b) => Number(a.danger) - Number(b.danger) || (a.by.startsAt < b.by.startsAt ? 1 : -1));
    return new Map<SlotId, Doubling>(all.map((each) => [each.blockId, each]));
  }, [slots, now]);
  const isOnAir = useMemo(() => {
    const ids = new Set(onAirIds.split("\n"));
    return (id: string) => ids.has(id);
  }, [onAirIds]);
  return { slots, events, days, over, isOnAir };
}
