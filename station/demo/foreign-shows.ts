import type { GivenRow } from "../world";
import { audioFile, pick } from "./demo-files";
import { addDays } from "./station-zone";
import type { LocalDate } from "./station-zone";

export const foreignShow = { bulletin: 1, news: 2, jazz: 3, live: 4, relay: 5 } as const;

/** Shows that were made in LibreTime itself. */
export const foreignShows: readonly GivenRow[] = [
  {
    id: foreignShow.bulletin,
    name: "Bulletin",
    description: "Ten minutes on the hour",
    genre: "News",
    background_color: "495057",
    foreground_color: "ffffff",
  },
  {
    id: foreignShow.news,
    name: "News and weather",
    description: "The morning in a quarter of an hour",
    genre: "News",
    background_color: "495057",
    foreground_color: "ffffff",
  },
  {
    id: foreignShow.jazz,
    name: "Saturday Jazz Archive",
    description: "Concerts from the cellar",
    genre: "Jazz",
    background_color: "5f3dc4",
    foreground_color: "ffffff",
  },
  {
    id: foreignShow.live,
    name: "Saturday live",
    description: "From the studio, with guests",
    genre: "Talk",
    background_color: "c92a2a",
    foreground_color: "ffffff",
    live_enabled: true,
  },
  {
    id: foreignShow.relay,
    name: "Night relay",
    description: "Overnight, from elsewhere",
    genre: "Various",
    background_color: "343a40",
    foreground_color: "ffffff",
  },
];

/** The day's bulletins. */
export const bulletinHours = ["Early", "Noon", "Evening"] as const;
const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** News of a week, weather, and eight concerts. */
export function foreignFiles(monday: LocalDate): readonly GivenRow[] {
  const news = { genre: "News", mood: "Neutral", label: "Newsroom", language: "en" };
  const bulletins = weekdays.flatMap((weekday, day) =>
    bulletinHours.map((hour) =>
      audioFile(
        {
          artist: "Bulletin",
          album: "Bulletin",
          title: `${hour} bulletin, ${weekday}`,
          date: addDays(monday, day - 7),
          seconds: 190 + pick(400, weekday, hour),
        },
        news,
      ),
    ),
  );
  const weather = ["Clear", "Showers", "Wind"].map((title) =>
    audioFile(
      {
        artist: "News and weather",
        album: "Weather",
        title: `${title}, and the roads`,
        date: addDays(monday, -7),
        seconds: 185 + pick(60, title),
      },
      news,
    ),
  );
  const concerts = [
    "Quintet, first set",
    "Quintet, second set",
    "The Namur trio",
    "A pianist alone",
    "Vibraphone and voice",
    "Big band, small room",
    "The guitar evening",
    "Encore",
  ].map((title, index) =>
    audioFile(
      {
        artist: "Saturday Jazz Archive",
        album: "Concerts from the cellar",
        title,
        date: addDays(monday, -70 - 7 * index),
        seconds: 1650 + pick(400, title),
      },
      { genre: "Jazz", mood: "Live", label: "Archive", track_number: index + 1 },
    ),
  );
  return [...bulletins, ...weather, ...concerts];
}
