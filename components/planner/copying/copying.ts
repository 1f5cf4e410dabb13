import { holdIn } from "@/domain/content";
import { copyOf, type Copy, type DaysCopied, type Original } from "@/domain/copying/copy-of";
import type { Judged, ManyWish } from "@/domain/copying/judge-many";
import type { Interval } from "@/domain/interval";
import type { Instant } from "@/domain/time";
import { dayAfter, dayInterval, type CalendarDay, type Zone } from "@/domain/zone";
import { cargoOfSlot, type Cargo } from "../cargo";
import { paintedOf, type Painted } from "../painted";
import type { PlacedSlot } from "../placed-slot";
import { changeOf, thingName, type SlotChange } from "../slot-change";

/** A day or a week onto another, and so many weeks in a row. */
export type Copying = DaysCopied & { readonly times: number };

/** A slot that can be copied, whenever it was: what of it stands on the grid, and what it holds. */
type Source = Original & { readonly cargo: Cargo };

/** One slot on one of the days that it is copied onto. */
export type CopyWish = ManyWish & { readonly copy: Copy<Source> };
export type JudgedCopy = Judged<CopyWish>;

/** From midnight to midnight: the days that are copied, or those that they are copied onto. */
export function spanOf(zone: Zone, from: CalendarDay, days: number): Interval {
  return { startsAt: dayInterval(zone, from).startsAt, endsAt: dayInterval(zone, dayAfter(from, days)).startsAt };
}

/** How many days it reaches over at its end: a week into the three weeks that follow is 21. */
export function daysReached({ days, times }: Copying): number {
  return (times - 1) * 7 + days;
}

/** Every slot of ours on the days that are copied, once for each time, to where `there` stands. */
export function copyWishes(
  zone: Zone,
  slots: readonly PlacedSlot[],
  { from, to, days, times }: Copying,
  there: readonly PlacedSlot[] = [],
): CopyWish[] {
  const thingOf = ({ cargo: { episodeId, hold, showId } }: Source): Pick<CopyWish, "episodeId" | "twins"> => {
    if (!hold) return episodeId === undefined ? {} : { episodeId };
    return {
      twins: new Set(
        there
          .filter(({ slot }) => slot.showId === showId && thingName(slot) === thingName({ content: hold }))
          .map(({ id }) => id),
      ),
    };
  };
  const sources = slots.flatMap(sourceOf);
  return Array.from({ length: times }, (_, index) => dayAfter(to, index * 7)).flatMap((onto) =>
    copyOf(zone, sources, { from, to: onto, days }).map((copy): CopyWish => ({
      id: `${copy.of.id}@${onto}`,
      ...thingOf(copy.of),
      trackSeconds: copy.of.cargo.trackSeconds,
      to: copy.to,
      copy,
      ...(copy.otherPass ? { otherPass: copy.otherPass } : {}),
      isElsewhere: copy.start === "never",
      isLonger: copy.endShift > 0,
    })),
  );
}

function sourceOf({ id, slot, startsAt, endsAt }: PlacedSlot): Source[] {
  const { kind, state, episodeId, showId, title, showName, colour, trackSeconds = null } = slot;
  const hold = holdIn(slot);
  if (kind !== "planned" || state === "saving" || state === "checking" || !(hold ?? episodeId) || !showId) return [];
  const thing = hold ? { hold } : { episodeId };
  return [{ id, startsAt, endsAt, cargo: { ...thing, showId, title, showName, colour, trackSeconds, notReady: null } }];
}

/** How many slots that start there are not copied: LibreTime's own. */
export function notCopied(slots: readonly PlacedSlot[], since: Instant): number {
  return slots.filter(({ slot, startsAt }) => slot.kind === "foreign" && startsAt >= since).length;
}

/** All that is sent: the copies that have a place, and what goes back to the library for them. */
export function changesOfCopies(
  judged: readonly JudgedCopy[],
  slotOf: (id: string) => PlacedSlot | undefined,
): SlotChange[] {
  const gone = new Set(judged.flatMap(({ replaces }) => replaces.map(({ id }) => id)));
  const going = [...gone].flatMap((id) => {
    const slot = slotOf(id);
    const cargo = slot && cargoOfSlot(slot);
    return cargo ? [changeOf(cargo, null)] : [];
  });
  return [...judged.flatMap(({ wish, to }) => (to ? [changeOf(wish.copy.of.cargo, to)] : [])), ...going];
}

/** The same for the grid: nobody of them is what is wished more than the others. */
export function paintedChanges(zone: Zone, changes: readonly SlotChange[]): Painted {
  const { pieces, struck } = paintedOf(zone, changes);
  return { pieces: pieces.map((each) => ({ ...each, isOther: false })), struck };
}
