import type { GivenRow, World } from "../world";
import { episodeFiles, unreadyFiles } from "./demo-files";
import { foreignFiles, foreignShows } from "./foreign-shows";
import { foreignWeeks } from "./foreign-weeks";
import { mondayOf } from "./station-zone";

/**
 * "Radio Colline": the library of twelve programmes, and what LibreTime's own pages made of this week and the
 * next. The programmes have no LibreTime show yet: who plans them makes it. Same `now`, same world.
 */
export function demoWorld(now: Date, timeZone: string): World {
  const monday = mondayOf(now, timeZone);
  const files: readonly GivenRow[] = [...episodeFiles(monday), ...unreadyFiles(monday), ...foreignFiles(monday)].map(
    (file, index) => ({ id: index + 1, ...file }),
  );
  return {
    users: [
      { id: 1, username: "admin", password: "admin", role: "A", first_name: "Radio", last_name: "Colline" },
      { id: 2, username: "newsroom", password: "newsroom", role: "P", first_name: "Hélène", last_name: "Aubry" },
    ],
    preferences: [
      { id: 1, key: "station_name", value: "Radio Colline" },
      { id: 2, key: "off_air_meta", value: "Radio Colline - off air" },
      { id: 3, key: "timezone", value: timeZone },
    ],
    files,
    webstreams: [
      {
        id: 1,
        name: "Océane nuit",
        description: "Overnight relay of a friendly station",
        url: "http://relay.example.org/oceane.mp3",
        length: "03:00:00",
        mime: "audio/mpeg",
        owner: 1,
      },
    ],
    shows: foreignShows,
    ...foreignWeeks(monday, timeZone, files),
  };
}
