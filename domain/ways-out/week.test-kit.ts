import { from, zone } from "../given.test-kit";
import { formatInstant, minutes, type Instant } from "../time";
import type { Effect, Option, PlaceWish, Policy } from "./option";
import { proposeWaysOut } from "./propose";
import type { Week, WeekSlot } from "./week";

/** A slot of ours that Tuesday, called by its show, with the episode `<show>-1`. */
export function ours(id: string, startsAt: string, endsAt: string, over: Partial<WeekSlot> = {}): WeekSlot {
  return {
    id,
    kind: "planned",
    state: "on-libretime",
    episodeId: `${id}-1`,
    ...from(startsAt, endsAt),
    locked: false,
    live: false,
    version: 1,
    ...over,
  };
}

/** A slot that somebody made in LibreTime itself. */
export function foreign(id: string, startsAt: string, endsAt: string, over: Partial<WeekSlot> = {}): WeekSlot {
  return {
    id,
    kind: "foreign",
    state: "on-libretime",
    ...from(startsAt, endsAt),
    locked: false,
    live: false,
    version: 0,
    ...over,
  };
}

/** An hour-long episode of "Deep Rooms" from the library, wished for that time. */
export function fromLibrary(startsAt: string, endsAt: string, over: Partial<PlaceWish> = {}): PlaceWish {
  return { episodeId: "rooms-1", trackSeconds: 3600, to: from(startsAt, endsAt), ...over };
}

/** Free time is looked for from 06:00 to midnight, in steps of five minutes, at a station that keeps UTC. */
export function aPolicy(over: Partial<Policy> = {}): Policy {
  return { zone: zone("UTC"), within: from("06:00", "24:00"), step: minutes(5), shortest: minutes(5), ...over };
}

/** The ways out at 05:00 that Tuesday. */
export function waysOutOf(
  week: Week,
  wish: PlaceWish,
  { now = from("05:00", "06:00").startsAt, policy = aPolicy() }: { now?: Instant; policy?: Policy } = {},
): Option[] {
  return proposeWaysOut(week, wish, { policy, now });
}

/** An option as two people would say it: "rooms-1 library → 20:00–21:00". */
export function told(option: Option | undefined): string[] | undefined {
  return option?.effects.map((each) => `${each.slotId ?? each.episodeId} ${place(each.before)} → ${place(each.after)}`);
}

function place(at: Effect["before"]): string {
  return at ? `${clock(at.startsAt)}–${clock(at.endsAt)}` : "library";
}

function clock(at: Instant): string {
  return formatInstant(at).slice(11, 16);
}
