import { createHash } from "node:crypto";

import type { GivenRow } from "../world";
import { programmes } from "./programmes";
import type { Programme } from "./programmes";
import { addDays } from "./station-zone";
import type { LocalDate } from "./station-zone";

/** A whole number in [0, below), always the same for the same words. */
export function pick(below: number, ...words: readonly (string | number)[]): number {
  return createHash("sha256").update(words.join("\n")).digest().readUInt32BE(0) % below;
}

const clock = (micros: number): string => {
  const seconds = Math.floor(micros / 1e6);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((n) =>
    String(n).padStart(2, "0"),
  );
  return `${parts.join(":")}.${String(micros % 1e6).padStart(6, "0")}`;
};

const isoDate = ({ year, month, day }: LocalDate): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

type AudioFile = {
  readonly artist: string;
  readonly album: string;
  readonly title: string;
  readonly date: LocalDate;
  readonly seconds: number;
};

/** A file as LibreTime's analyser leaves it: odd microseconds, silence cut off by the cue points. */
export function audioFile({ artist, album, title, date, seconds }: AudioFile, more: GivenRow): GivenRow {
  const length = seconds * 1_000_000 + pick(1_000_000, "micros", artist, title);
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const folder = artist.toLowerCase().replaceAll(" ", "-");
  const importedAt = `${isoDate(date)}T09:${String(pick(60, "minute", title)).padStart(2, "0")}:00Z`;
  return {
    name: `${slug}.mp3`,
    track_title: title,
    artist_name: artist,
    album_title: album,
    date: isoDate(date),
    mime: "audio/mp3",
    format: "mp3",
    bit_rate: 192_000,
    sample_rate: 44_100,
    channels: 2,
    size: Math.round(seconds * 24_000),
    md5: createHash("md5").update(`${artist}/${title}`).digest("hex"),
    filepath: `imported/1/${folder}/${slug}.mp3`,
    length: clock(length),
    cue_in: "00:00:00.350000",
    cue_out: clock(length - 200_000 - pick(900_000, "silence", title)),
    replay_gain: `-${4 + pick(6, "gain", title)}.${10 + pick(90, "gain hundredths", title)}`,
    created_at: importedAt,
    updated_at: importedAt,
    owner: 1,
    ...more,
  };
}

const perSeries = 10;

/** The programmes' episodes: `artist_name` is the programme, `track_title` the episode, `contributor` the host, `label` the station. */
export function episodeFiles(monday: LocalDate): readonly GivenRow[] {
  return programmes.flatMap((programme) =>
    programme.titles.map((title, index) => {
      const weeksAgo = programme.titles.length - index;
      const seconds = programme.minutes * 60 - 25 - pick(150, "shorter", programme.name, title);
      return episode(programme, title, index, addDays(monday, -7 * weeksAgo + pick(5, "day", title)), seconds);
    }),
  );
}

function episode(
  programme: Programme,
  title: string,
  index: number,
  date: LocalDate,
  seconds: number,
  more: GivenRow = {},
): GivenRow {
  const album = `${programme.name}, series ${1 + Math.floor(index / perSeries)}`;
  return audioFile(
    { artist: programme.name, album, title, date, seconds },
    {
      genre: programme.genre,
      mood: programme.mood,
      track_number: (index % perSeries) + 1,
      language: "en",
      contributor: programme.host,
      comment: programme.about,
      label: "Radio Colline",
      ...more,
    },
  );
}

/** Episodes that cannot be planned, each for another reason. */
export function unreadyFiles(monday: LocalDate): readonly GivenRow[] {
  const wrong: readonly (readonly [number, string, GivenRow])[] = [
    [0, "Dial tones", { import_status: 1, length: null, cue_in: null, cue_out: null }],
    [1, "The lift shaft session", { import_status: 1, length: null, cue_in: null, cue_out: null }],
    [7, "Just arrived", { import_status: 1, length: null, cue_in: null, cue_out: null }],
    [3, "Unreadable reel", { import_status: 2 }],
    [6, "Storm, clipped", { import_status: 2, length: null }],
    [2, "The withdrawn tape", { hidden: true }],
    [9, "Not for broadcast", { hidden: true }],
    [4, "Lost at the harbour office", { exists: false }],
    [10, "A disc that went missing", { exists: false }],
    [5, "A page without a number", { length: null, cue_in: null, cue_out: null }],
    [11, "The endless game", { length: null, cue_in: null, cue_out: null }],
  ];
  return wrong.map(([index, title, more]) => {
    const programme = programmes[index]!;
    return episode(programme, title, programme.titles.length, addDays(monday, -1), programme.minutes * 60 - 60, more);
  });
}
