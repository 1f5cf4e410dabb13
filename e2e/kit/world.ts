import type { GivenRow, World } from "@/station/station";

export const STATION_NAME = "Radio Colline";
export const STATION_ZONE = "Europe/Paris";

/** The programmes, as Payload will have them; none has a show in LibreTime yet. */
export const showTitles = ["Night Waves", "Deep Rooms", "Kiln", "Field Notes", "Blue Hour", "Headlines"] as const;
export type ShowTitle = (typeof showTitles)[number];

/** An episode as it is written in Payload, with the length of its track; `file` says what is wrong with the track. */
type Written = { readonly show: ShowTitle; readonly length: string; readonly file?: GivenRow; readonly isDraft?: true };

/** The episodes by title. Lengths are what the journeys are about: on the minute, a little under, a little over. */
export const episodes = {
  "Slow ferries": { show: "Night Waves", length: "00:58:47" },
  "Signal to sea": { show: "Night Waves", length: "01:00:00" },
  "Harbour frequencies": { show: "Night Waves", length: "00:30:00" },
  "Until the morning": { show: "Night Waves", length: "02:00:00" },
  "The weight of rooms": { show: "Deep Rooms", length: "01:28:03" },
  "Concrete choir": { show: "Deep Rooms", length: "01:00:00" },
  "Stairwell recordings": { show: "Deep Rooms", length: "00:45:00" },
  "Cones and draughts": { show: "Kiln", length: "01:00:00" },
  "Slip and glaze": { show: "Kiln", length: "00:45:00" },
  "Marsh at four in the morning": { show: "Field Notes", length: "00:44:30" },
  "Dawn, pylons": { show: "Field Notes", length: "00:30:00" },
  "Alice, again": { show: "Blue Hour", length: "00:59:12" },
  "Piano alone": { show: "Blue Hour", length: "00:30:00" },
  "Tide and weather": { show: "Headlines", length: "00:05:00" },
  Traffic: { show: "Headlines", length: "00:05:00" },
  "Bricklayers and brass": { show: "Kiln", length: "00:57:58", file: { import_status: 1 } },
  "Working title, do not tell": { show: "Blue Hour", length: "00:30:00", isDraft: true },
  // Planned by the journey about reruns alone: an episode that others have planned before has had its premiere.
  "Twice told": { show: "Kiln", length: "00:45:00" },
  "Once more": { show: "Blue Hour", length: "00:30:00" },
  // Planned by the journeys about the inbox alone, which find their entries by these titles.
  "Fog signals": { show: "Night Waves", length: "00:20:00" },
  "Salt and wire": { show: "Deep Rooms", length: "00:40:00" },
  "Kelp inventory": { show: "Kiln", length: "00:25:00" },
  "Lighthouse log": { show: "Field Notes", length: "00:40:00" },
  "Glass harmonica": { show: "Blue Hour", length: "00:50:00" },
} as const satisfies Record<string, Written>;
export type EpisodeTitle = keyof typeof episodes;

/** What a colleague wrote for colleagues; no listener may read it. */
export const INTERNAL_NOTE = "Ask Marie whether the rights are cleared";

/** A file that no episode has yet: the admin picks it. */
export const LOOSE_TRACK = "Quarry at noon";

/** LibreTime's own: what somebody plans in its pages. */
export const JAZZ_ARCHIVE = { show: 1, name: "Saturday Jazz Archive", file: 1, title: "Kind of evening" } as const;

/** A webstream of LibreTime's. */
export const WORLD_SERVICE = { id: 1, name: "World Service" } as const;

const titles = Object.keys(episodes) as EpisodeTitle[];

/** The file of an episode, by LibreTime's id. */
export function fileOf(title: EpisodeTitle): number {
  return titles.indexOf(title) + 10;
}

/** LibreTime on the first day: the files of the episodes, one more, and a show that LibreTime's own pages made. */
export const stationWorld: World = {
  shows: [{ id: JAZZ_ARCHIVE.show, name: JAZZ_ARCHIVE.name }],
  webstreams: [
    {
      ...WORLD_SERVICE,
      description: "Relay of the night",
      url: "https://relay.example.org/world",
      length: "01:30:00",
      owner: 1,
    },
  ],
  files: [
    { id: JAZZ_ARCHIVE.file, track_title: JAZZ_ARCHIVE.title, artist_name: "Archive", length: "02:00:00" },
    { id: 2, track_title: LOOSE_TRACK, artist_name: "Field Notes", album_title: "Quarries", length: "00:52:07" },
    ...titles.map((title): GivenRow => {
      const { show, length, file } = episodes[title] as Written;
      return { id: fileOf(title), track_title: title, artist_name: show, length, ...file };
    }),
  ],
};
