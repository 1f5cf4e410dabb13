import { overlap, type Interval } from "@/domain/interval";
import type { Zone } from "@/domain/zone";
import type { PlacedSlot } from "./placed-slot";
import { segmentsOf, type Segment } from "./segments";
import { dateOn } from "./wall-clock-arithmetic";

/** Why a block looks unlike itself: it is being written, or it was refused and its card is open. */
export type BlockNote = "on-air" | "refused" | null;

/** One piece of a slot as the calendar gets it: within one day of the wall clock, so it never meets the all-day row (R1). */
export type GridEvent = Segment & {
  readonly id: string;
  readonly placed: PlacedSlot;
  readonly note: BlockNote;
  /** Is it the piece that says what it is? Pieces after midnight or after the clock's jump are told apart. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly start: Date;
  /** A millisecond before the end: an end at 24:00 would be another date. */
  readonly end: Date;
};

/** Cuts slots into the calendar's events, and gives the same object again for a slot that did not change. */
export function eventMaker(
  zone: Zone,
): (slots: readonly PlacedSlot[], week: Interval, notes: ReadonlyMap<string, BlockNote>) => GridEvent[] {
  let known = new Map<PlacedSlot, { note: BlockNote; events: GridEvent[] }>();
  return (slots, week, notes) => {
    const next: typeof known = new Map();
    const all = slots
      .filter((slot) => overlap(slot, week))
      .flatMap((slot) => {
        const note = notes.get(slot.id) ?? null;
        const before = known.get(slot);
        const made = before && before.note === note ? before : { note, events: eventsOf(zone, slot, note) };
        next.set(slot, made);
        return made.events;
      });
    known = next;
    return all;
  };
}

function eventsOf(zone: Zone, slot: PlacedSlot, note: BlockNote): GridEvent[] {
  const segments = segmentsOf(zone, slot);
  return segments.map((segment, index) => ({
    ...segment,
    id: index === 0 ? slot.id : `${slot.id}+${index}`,
    placed: slot,
    note,
    isFirst: index === 0,
    isLast: index === segments.length - 1,
    start: dateOn(segment.day, segment.from),
    end: new Date(+dateOn(segment.day, segment.to) - 1),
  }));
}
