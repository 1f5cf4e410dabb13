import { heardOf, unreadableAt } from "@/domain/heard";
import { includes, type Interval } from "@/domain/interval";
import { onAirAt, type Stretch } from "@/domain/on-air";
import type { Row } from "@/domain/station-rows";
import type { Slot, SlotList } from "@/domain/slots";
import { earlier, hours, instant, later, type Instant } from "@/domain/time";
import { audioIn } from "@/server/library/audio";
import type { Deps } from "./deps";
import type { HeardOccupant } from "./heard-occupants";
import { listHeard, type Joined } from "./list-slots";

/** Something that is heard from one time to another without a break, as far as people see it. */
export type HeardThing = Interval & {
  readonly title: string;
  readonly showName: string;
  readonly colour: string | null;
  readonly live: boolean;
  /** Our slot. */
  readonly slot?: Slot | undefined;
};

/** What playout plays now, by the one function of the domain. */
export type OnAirNow = {
  readonly list: SlotList;
  /** Everything that is heard now; several lie on top of each other. */
  readonly now: readonly HeardThing[];
  readonly next: HeardThing | null;
  /** Because of this row playout cannot read the schedule: nobody can say what is heard. */
  readonly unreadable: { readonly row: Row; readonly thing: Pick<HeardThing, "title" | "showName"> } | null;
};

/** Far enough back that a night of one programme has its start, and so far ahead as playout looks. A window that changes only by the hour, so that everybody who looks shares one request. */
function nowWindow(now: Instant): Interval {
  const hour = instant(Math.floor(now / 3_600_000) * 3_600_000);
  return { startsAt: earlier(hour, hours(6)), endsAt: later(hour, hours(26)) };
}

/** What is heard now and next. Fails as `listSlots` does. */
export async function onAirNow(deps: Deps): Promise<OnAirNow> {
  const now = deps.now();
  const joined = await listHeard(deps, nowWindow(now));
  const { list, heard, picture } = joined;
  const row = unreadableAt(picture.rows, picture.instances, now);
  if (row)
    return {
      list,
      now: [],
      next: null,
      unreadable: {
        row,
        thing: thingOf(heard.find(({ occupant }) => occupant.rows.some(({ id }) => id === row.id))?.occupant),
      },
    };
  const { now: sounding, next } = onAirAt(heard, now);
  return {
    list,
    now: sounding.map((each) => asThing(deps, joined, each, now)),
    next: next && asThing(deps, joined, next, next.startsAt),
    unreadable: null,
  };
}

function thingOf(occupant: HeardOccupant["occupant"] | undefined): Pick<HeardThing, "title" | "showName"> {
  return { title: occupant?.title ?? "", showName: occupant?.showName ?? "" };
}

/** A foreign instance of many tracks is called as the one that is heard at that moment. */
function asThing(
  deps: Deps,
  { list, picture }: Joined,
  { slot: { occupant }, startsAt, endsAt }: Stretch<HeardOccupant>,
  at: Instant,
): HeardThing {
  const slot = occupant.ours && list.slots.find(({ id }) => id === occupant.id);
  const row = occupant.rows.findLast((each) => {
    const heard = heardOf(each, audioIn(deps.mirror));
    return heard !== null && includes(heard, at);
  });
  const rowTitle = row?.trackId == null ? undefined : picture.trackTitles.get(row.trackId);
  const { showName, live, stationShowId } = occupant;
  return {
    title: slot?.title ?? (occupant.strayOf ? undefined : rowTitle) ?? occupant.title,
    showName,
    live,
    startsAt,
    endsAt,
    colour: slot ? slot.colour : stationShowId === null ? null : (deps.mirror.shows.get(stationShowId)?.colour ?? null),
    slot,
  };
}
