import { heardIn } from "@/domain/heard";
import { includes, overlap } from "@/domain/interval";
import { intervalOf, onWire, type Slot } from "@/domain/slots";
import type { StationEntry, StationWeek } from "@/domain/station-week";
import { formatInstant, type Instant } from "@/domain/time";
import { dayAfter, dayAt, dayInterval, mondayOf, weekInterval, type CalendarDay } from "@/domain/zone";
import { publicTitles } from "@/server/cms/episodes";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { Refusal } from "@/server/refusal";
import type { Deps } from "./deps";
import { listSlots } from "./list-slots";
import { onAirNow, type HeardThing } from "./on-air-now";

/** The week that has that day in it (this week unless told), for listeners. */
export async function stationWeek(deps: Deps, wishedDay?: CalendarDay): Promise<StationWeek> {
  const now = deps.now();
  const monday = mondayOf(wishedDay ?? dayAt(deps.zone, now));
  const current = await heardNow(deps);
  const week = await entriesIn(deps, weekInterval(deps.zone, monday), current.unreadable ? now : null);
  const days = Array.from({ length: 7 }, (_, index) => dayAfter(monday, index)).map((day) => {
    const within = dayInterval(deps.zone, day);
    return { day, entries: week.entries.filter((entry) => overlap(intervalOf(entry), within)) };
  });
  return {
    stationName: deps.stationName,
    timeZone: deps.zone.name,
    now: formatInstant(now),
    monday,
    asOf: week.asOf,
    stale: week.stale,
    onAir: current.onAir,
    next: current.next,
    ...(current.unreadable ? { unreadable: true as const } : {}),
    days,
  };
}

async function heardNow(deps: Deps) {
  try {
    const {
      now: [onAir],
      next,
      unreadable,
    } = await onAirNow(deps);
    const titles = await publicTitles([onAir, next].flatMap((each) => each?.slot?.episodeId ?? []));
    const entryOf = (each: HeardThing | null | undefined): StationEntry | null =>
      each ? { ...publicFace({ ...each, ...each.slot }, titles), ...onWire(each) } : null;
    return { onAir: entryOf(onAir), next: entryOf(next), unreadable: unreadable !== null };
  } catch (cause) {
    if (!(cause instanceof Refusal) && !(cause instanceof LibreTimeError)) throw cause;
    return { onAir: null, next: null, unreadable: false };
  }
}

/** `unknownAt`: nobody can say what is heard at that moment. */
async function entriesIn(
  deps: Deps,
  { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant },
  unknownAt: Instant | null,
) {
  try {
    const list = await listSlots(deps, { from: startsAt, to: endsAt });
    const announced = list.slots.filter((slot) => slot.state !== "missing");
    const titles = await publicTitles(announced.flatMap((slot) => slot.episodeId ?? []));
    return {
      entries: announced.map((slot) => entryOf(slot, titles, unknownAt)),
      asOf: list.asOf,
      stale: list.stale === true,
    };
  } catch (cause) {
    if (!(cause instanceof Refusal) && !(cause instanceof LibreTimeError)) throw cause;
    return { entries: [], asOf: null, stale: true };
  }
}

function entryOf(slot: Slot, titles: ReadonlyMap<string, string>, unknownAt: Instant | null): StationEntry {
  const { startsAt, endsAt } = slot;
  const stretches = heardIn(slot)
    .filter((each) => unknownAt === null || !includes(each, unknownAt))
    .map(onWire);
  const [first] = stretches;
  const isWhole = stretches.length === 1 && first?.startsAt === startsAt && first.endsAt === endsAt;
  return { ...publicFace(slot, titles), startsAt, endsAt, ...(isWhole ? {} : { heard: stretches }) };
}

type Told = Pick<Slot, "showName" | "title" | "colour" | "live" | "content" | "episodeId">;

/** A foreign slot's title is a file's name in LibreTime, and a live hold's a note among colleagues: listeners get the show's. */
function publicFace(
  { showName, title, colour, live, content, episodeId }: Told,
  titles: ReadonlyMap<string, string>,
): Omit<StationEntry, "startsAt" | "endsAt"> {
  return {
    showName,
    title: content?.kind === "stream" ? title : episodeId === undefined ? null : (titles.get(episodeId) ?? null),
    colour,
    live,
  };
}
