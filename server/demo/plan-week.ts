import type { Hold } from "@/domain/content";
import { type Interval } from "@/domain/interval";
import { intervalOf } from "@/domain/slots";
import { instant, later, minutes, type Instant } from "@/domain/time";
import { dayAfter, dayAt, firstInstantFrom, mondayOf, wallClockOn, type CalendarDay } from "@/domain/zone";
import type { Actor } from "@/server/cms/records";
import { Refusal } from "@/server/refusal";
import type { Deps } from "@/server/schedule/deps";
import { listSlots } from "@/server/schedule/list-slots";
import { planHold, planOne } from "@/server/schedule/plan-one";

/** An episode that the demo may plan. */
export type DemoEpisode = { readonly id: string; readonly showId: string; readonly seconds: number };

const QUARTER = 15 * 60;
const FIVE = 5 * 60;
/** Until when each day of the week is planned, in hours; "half planned" is what a Monday morning looks like. */
const PLANNED_UNTIL = [24, 24, 23, 21, 14, 11, 11] as const;
const FIRST_HOUR = 7;

/**
 * Plans what is left of this week and half of the next, through the act that programmers use: back to back in
 * slots of quarters of an hour, with one track that is cut, one slot that ends in dead air, an hour that is kept
 * for a live programme, and a webstream.
 */
export async function planDemoWeek(
  deps: Deps,
  actors: readonly Actor[],
  episodes: readonly DemoEpisode[],
): Promise<number> {
  const thisMonday = mondayOf(dayAt(deps.zone, deps.now()));
  const nextMonday = dayAfter(thisMonday, 7);
  const free = [...episodes];
  let planned = 0;
  for (const [monday, isNext] of [
    [thisMonday, false],
    [nextMonday, true],
  ] as const) {
    for (const [index, until] of PLANNED_UNTIL.entries()) {
      planned += await planDay(deps, actors[index % actors.length]!, dayAfter(monday, index), {
        until: isNext ? until : 24,
        free,
      });
    }
  }
  return planned + (await planOddities(deps, actors[0]!, nextMonday, free));
}

type Day = { readonly until: number; readonly free: DemoEpisode[] };

async function planDay(deps: Deps, actor: Actor, day: CalendarDay, { until, free }: Day): Promise<number> {
  const at = (hour: number): Instant => firstInstantFrom(deps.zone, wallClockOn(day, hour * 3600));
  const whole = { startsAt: at(0), endsAt: at(24) };
  const held = (await listSlots(deps, { from: whole.startsAt, to: whole.endsAt })).slots.map(intervalOf);
  const soon = later(deps.now(), minutes(20));
  let planned = 0;
  let lastShow = "";
  for (let start = at(FIRST_HOUR); start < at(until);) {
    const inTheWay = held.find((each) => each.startsAt <= start && start < each.endsAt);
    if (inTheWay || start < soon) {
      start = inTheWay ? quarterFrom(inTheWay.endsAt) : later(start, minutes(15));
      continue;
    }
    const room = Math.min(...held.filter((each) => each.startsAt > start).map((each) => each.startsAt), at(24)) - start;
    const index = free.findIndex(
      (each) => each.showId !== lastShow && fitsWell(each) && slotSeconds(each) * 1000 <= room,
    );
    const [episode] = index < 0 ? [] : free.splice(index, 1);
    if (!episode) {
      start = later(start, minutes(30));
      continue;
    }
    const slot = { startsAt: start, endsAt: instant(start + slotSeconds(episode) * 1000) };
    planned += await plan(deps, actor, episode, slot);
    lastShow = episode.showId;
    start = slot.endsAt;
  }
  return planned;
}

/** On Friday evening of the planned week: a slot that its track overruns, an hour that a track does not fill, and what holds no episode. */
async function planOddities(
  deps: Deps,
  actor: Actor,
  monday: CalendarDay,
  free: readonly DemoEpisode[],
): Promise<number> {
  const evening = (hour: number, seconds: number): Interval => {
    const startsAt = firstInstantFrom(deps.zone, wallClockOn(dayAfter(monday, 4), hour * 3600));
    return { startsAt, endsAt: instant(startsAt + seconds * 1000) };
  };
  const long = free.find((each) => each.seconds > 50 * 60 && each.seconds < 65 * 60 && each.seconds % FIVE > 90);
  const short = free.find((each) => each !== long && each.seconds > 42 * 60 && each.seconds < 50 * 60);
  const cut = long ? await plan(deps, actor, long, evening(19, Math.floor(long.seconds / FIVE) * FIVE)) : 0;
  const dead = short ? await plan(deps, actor, short, evening(20, 3600)) : 0;
  const [streamId] = deps.mirror.streams.keys();
  const live = long
    ? await hold(deps, actor, long.showId, { kind: "live", title: "Live from studio 1" }, evening(21, 3600))
    : 0;
  return (
    cut +
    dead +
    live +
    (short && streamId !== undefined
      ? await hold(deps, actor, short.showId, { kind: "stream", streamId }, evening(22, 7200))
      : 0)
  );
}

function slotSeconds(episode: DemoEpisode): number {
  return Math.ceil(episode.seconds / QUARTER) * QUARTER;
}

function fitsWell(episode: DemoEpisode): boolean {
  return slotSeconds(episode) - episode.seconds < 5 * 60;
}

function quarterFrom(at: Instant): Instant {
  return instant(Math.ceil(at / (QUARTER * 1000)) * QUARTER * 1000);
}

function plan(
  deps: Deps,
  actor: Actor,
  { showId, id: episodeId }: DemoEpisode,
  { startsAt, endsAt }: Interval,
): Promise<number> {
  return planned(planOne(deps, actor, { showId, episodeId, scheduledAt: startsAt, scheduledEnd: endsAt }));
}

function hold(
  deps: Deps,
  actor: Actor,
  showId: string,
  content: Hold,
  { startsAt, endsAt }: Interval,
): Promise<number> {
  return planned(planHold(deps, actor, { showId, content, scheduledAt: startsAt, scheduledEnd: endsAt }));
}

async function planned(act: Promise<unknown>): Promise<number> {
  try {
    await act;
    return 1;
  } catch (cause) {
    // A demo that meets a taken hour leaves it: the week is only an example.
    if (cause instanceof Refusal && "conflicts" in cause.problem) return 0;
    throw cause;
  }
}
