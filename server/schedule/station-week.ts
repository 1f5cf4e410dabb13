import { overlap } from "@/domain/interval";
import type { Slot } from "@/domain/slots";
import type { StationEntry, StationWeek } from "@/domain/station-week";
import { formatInstant, hours, instant, later, type Instant } from "@/domain/time";
import { dayAfter, dayAt, dayInterval, mondayOf, weekInterval, type CalendarDay } from "@/domain/zone";
import { publicTitles } from "@/server/cms/episodes";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { Refusal } from "@/server/refusal";
import type { Deps } from "./deps";
import { listSlots } from "./list-slots";

/** The week that has that day in it (this week unless told), for listeners. */
export async function stationWeek(deps: Deps, wishedDay?: CalendarDay): Promise<StationWeek> {
  const now = deps.now();
  const monday = mondayOf(wishedDay ?? dayAt(deps.zone, now));
  const week = await entriesIn(deps, weekInterval(deps.zone, monday));
  const current = await entriesIn(deps, nowWindow(now));
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
    onAir: current.entries.find((entry) => intervalOf(entry).startsAt <= now && now < intervalOf(entry).endsAt) ?? null,
    next: current.entries.find((entry) => intervalOf(entry).startsAt > now) ?? null,
    days,
  };
}

function nowWindow(now: Instant) {
  const hour = instant(Math.floor(now / 3_600_000) * 3_600_000);
  return { startsAt: later(hour, hours(-24)), endsAt: later(hour, hours(26)) };
}

function intervalOf(entry: StationEntry) {
  return { startsAt: instant(Date.parse(entry.startsAt)), endsAt: instant(Date.parse(entry.endsAt)) };
}

async function entriesIn(deps: Deps, { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }) {
  try {
    const list = await listSlots(deps, { from: startsAt, to: endsAt });
    const heard = list.slots.filter((slot) => slot.state !== "missing");
    const titles = await publicTitles(heard.flatMap((slot) => slot.episodeId ?? []));
    return { entries: heard.map((slot) => entryOf(slot, titles)), asOf: list.asOf, stale: list.stale === true };
  } catch (cause) {
    if (!(cause instanceof Refusal) && !(cause instanceof LibreTimeError)) throw cause;
    return { entries: [], asOf: null, stale: true };
  }
}

function entryOf(slot: Slot, titles: ReadonlyMap<string, string>): StationEntry {
  const { showName, startsAt, endsAt, colour, live } = slot;
  // A foreign slot's title is a file's name in LibreTime, and a live hold's a note among colleagues: listeners get the show's.
  const title = slot.content?.kind === "stream" ? slot.title : slot.episodeId === undefined ? null : (titles.get(slot.episodeId) ?? null);
  return { showName, title, startsAt, endsAt, colour, live };
}
