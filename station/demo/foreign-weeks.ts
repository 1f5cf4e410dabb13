import type { GivenRow, World } from "../world";
import { bulletinHours, foreignShow } from "./foreign-shows";
import { addDays, instantAt } from "./station-zone";
import type { LocalDate } from "./station-zone";

type Item = { readonly file: GivenRow } | { readonly stream: number; readonly minutes: number };
type Broadcast = {
  readonly show: number;
  readonly day: number;
  readonly from: number;
  readonly minutes: number;
  readonly items: readonly Item[];
};

/** Their instances and rows in this week and the next, as the legacy pages write them. */
export function foreignWeeks(monday: LocalDate, timeZone: string, files: readonly GivenRow[]): World {
  const of = (artist: string, album = artist): readonly GivenRow[] =>
    files.filter((file) => file.artist_name === artist && file.album_title === album);
  const broadcasts = broadcastsOf(
    of("Bulletin"),
    of("News and weather", "Weather"),
    of("Saturday Jazz Archive", "Concerts from the cellar"),
  );
  const instances: GivenRow[] = [];
  const schedule: GivenRow[] = [];
  for (const [index, broadcast] of broadcasts.entries()) {
    const starts = instantAt(addDays(monday, broadcast.day), broadcast.from, timeZone).getTime();
    const ends = starts + broadcast.minutes * 60_000;
    const rows = rowsOfItems(index + 1, starts, ends, broadcast.items);
    const filled = rows.reduce((sum, row) => sum + Number(row.length), 0);
    schedule.push(...rows);
    instances.push({
      id: index + 1,
      show: broadcast.show,
      starts_at: iso(starts),
      ends_at: iso(ends),
      created_at: iso(instantAt(addDays(monday, -14), 600, timeZone).getTime()),
      filled_time: seconds(filled),
    });
  }
  return { "show-instances": instances, schedule };
}

function broadcastsOf(
  bulletins: readonly GivenRow[],
  weather: readonly GivenRow[],
  concerts: readonly GivenRow[],
): readonly Broadcast[] {
  const item = (rows: readonly GivenRow[], index: number): Item => ({ file: rows[index % rows.length]! });
  const days = Array.from({ length: 14 }, (_, day) => day);
  const daily = days.flatMap((day): Broadcast[] => {
    const first = (day % 7) * bulletinHours.length;
    return [
      { show: foreignShow.bulletin, day, from: 7 * 60, minutes: 10, items: [item(bulletins, first)] },
      { show: foreignShow.news, day, from: 8 * 60, minutes: 15, items: [item(bulletins, first), item(weather, day)] },
      { show: foreignShow.bulletin, day, from: 12 * 60, minutes: 10, items: [item(bulletins, first + 1)] },
      { show: foreignShow.bulletin, day, from: 18 * 60, minutes: 10, items: [item(bulletins, first + 2)] },
    ];
  });
  const saturdays = [5, 12].flatMap((day, week): Broadcast[] => [
    { show: foreignShow.live, day, from: 14 * 60, minutes: 120, items: [] },
    {
      show: foreignShow.jazz,
      day,
      from: 21 * 60,
      minutes: 120,
      items: [0, 1, 2, 3].map((n) => item(concerts, 4 * week + n)),
    },
  ]);
  return [
    ...daily,
    ...saturdays,
    { show: foreignShow.relay, day: 9, from: 2 * 60, minutes: 180, items: [{ stream: 1, minutes: 180 }] },
  ];
}

/** One after the other, to the microsecond, as the legacy pages do; what overruns is cut when it is read. */
function rowsOfItems(instance: number, starts: number, ends: number, items: readonly Item[]): readonly GivenRow[] {
  let at = starts;
  return items.map((item, position) => {
    const length =
      "stream" in item
        ? item.minutes * 60
        : Math.round((clockSeconds(item.file.cue_out) - clockSeconds(item.file.cue_in)) * 1000) / 1000;
    const cueIn = "stream" in item ? 0 : clockSeconds(item.file.cue_in);
    const row: GivenRow = {
      instance,
      position,
      starts_at: iso(at),
      ends_at: iso(at + length * 1000),
      length: seconds(length),
      cue_in: seconds(cueIn),
      cue_out: seconds(cueIn + length),
      position_status: at + length * 1000 > ends ? 2 : 1,
      ...("stream" in item ? { stream: item.stream } : { file: item.file.id ?? null }),
    };
    at += Math.round(length * 1000);
    return row;
  });
}

function clockSeconds(length: GivenRow[string]): number {
  const [hours = 0, minutes = 0, rest = 0] = String(length).split(":").map(Number);
  return hours * 3600 + minutes * 60 + rest;
}

const iso = (ms: number): string => new Date(Math.round(ms)).toISOString();
const seconds = (length: number): string => length.toFixed(6);
