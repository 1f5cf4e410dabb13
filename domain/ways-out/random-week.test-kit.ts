import fc from "fast-check";
import { zone } from "../given.test-kit";
import type { Interval } from "../interval";
import { instant, later, minutes, seconds, type Instant } from "../time";
import type { PlaceWish, Policy } from "./option";
import { stretch } from "./situation";
import { isMovable, type Week, type WeekSlot } from "./week";

/** What somebody meets who wishes a place. */
export type Met = { readonly week: Week; readonly wish: PlaceWish; readonly policy: Policy; readonly now: Instant };

/** Sunday 25 October 2026, 00:00 in Paris: the clock goes back that night. */
const midnight = Date.UTC(2026, 9, 24, 22) / 60_000;
const minute = (count: number): Instant => instant((midnight + count) * 60_000);
const DAY = 36 * 60;

type Drawn = {
  readonly gap: number;
  readonly length: number;
  readonly what: Partial<WeekSlot>;
  readonly track: number;
  readonly version: number;
};

/** Half of them may be touched. */
const kinds: readonly Partial<WeekSlot>[] = [
  {},
  {},
  {},
  {},
  {},
  {},
  { state: "missing" },
  { state: "saving" },
  { state: "checking" },
  { locked: true },
  { kind: "foreign" },
  { live: true },
];

const anySlot: fc.Arbitrary<Drawn> = fc.record({
  gap: fc.constantFrom(0, 0, 0, 0, 5, 15, 37, 60, 240),
  length: fc.oneof(fc.constantFrom(15, 30, 60, 90), fc.integer({ min: 1, max: 150 })),
  what: fc.constantFrom(...kinds),
  track: fc.integer({ min: 1, max: 9000 }),
  version: fc.nat(3),
});

/** Anywhere, or from around the end of a slot, where collisions are. */
const anyPlace = fc.record({
  around: fc.option(fc.nat(), { freq: 4 }),
  start: fc.integer({ min: -30, max: DAY }),
  offset: fc.integer({ min: -12, max: 6 }),
  length: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(15, 30, 60, 90)),
});

function span(start: number, length: number): Interval {
  return { startsAt: minute(start), endsAt: later(minute(start), minutes(length)) };
}

/** Neighbours that meet are the normal case of a radio. Ours never overlap each other; what is foreign may overlap anything, as it does in LibreTime. */
function weekOf(slots: readonly Drawn[]): Week {
  let next = -60;
  return slots.map(({ gap, length, what, track, version }, index): WeekSlot => {
    const isForeign = what.kind === "foreign";
    const place = span(next + gap - (isForeign ? version * 5 : 0), length);
    if (!isForeign) next += gap + length;
    return {
      id: `slot-${index}`,
      kind: "planned",
      state: "on-libretime",
      locked: false,
      live: false,
      version,
      ...(isForeign || what.live ? {} : { episodeId: `episode-${index}`, trackSeconds: track }),
      ...place,
      ...what,
    };
  });
}

/** A day and a half around a change of the clock, crowded or not, with one or several collisions, at any time of it. */
export const anyMeeting: fc.Arbitrary<Met> = fc
  .record({
    slots: fc.array(anySlot, { maxLength: 30 }),
    place: anyPlace,
    moves: fc.option(fc.nat()),
    trackSeconds: fc.option(fc.integer({ min: 1, max: 9000 })),
    now: fc.oneof(fc.integer({ min: -120, max: 0 }), fc.integer({ min: -120, max: DAY })),
    second: fc.constantFrom(0, 0, 1, 59),
    step: fc.constantFrom(1, 5, 15),
    zoneName: fc.constantFrom("Europe/Paris", "UTC", "Australia/Lord_Howe"),
  })
  .map(({ slots, place: { around, start, offset, length }, moves, trackSeconds, now, second, step, zoneName }) => {
    const week = weekOf(slots);
    const at = later(minute(now), seconds(second));
    const beside = around === null ? undefined : week[around % Math.max(1, week.length)];
    const to = beside ? stretch(later(beside.endsAt, minutes(offset * 5)), minutes(length)) : span(start, length);
    const movable = week.filter((each) => isMovable(each, at));
    const mover = moves === null ? undefined : movable[moves % Math.max(1, movable.length)];
    const wish: PlaceWish = {
      ...(mover?.live ? {} : { episodeId: mover?.episodeId ?? "wished" }),
      trackSeconds,
      to,
      ...(mover ? { from: { slotId: mover.id } } : {}),
    };
    return {
      week,
      wish,
      now: at,
      policy: { zone: zone(zoneName), within: span(0, DAY), step: minutes(step), shortest: minutes(step) },
    };
  });
