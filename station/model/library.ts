import {
  boolean,
  choice,
  datetime,
  decimal,
  duration,
  fk,
  float,
  integer,
  notNullColumn,
  optional,
  text,
  time,
  withDefault,
} from "./field";
import type { Field, Model } from "./field";

const texts = (...names: readonly string[]): Record<string, Field> =>
  Object.fromEntries(names.map((name) => [name, optional(text(512))]));

export const files: Model = {
  table: "files",
  name: "File",
  fields: {
    import_status: withDefault(
      choice([
        [0, "Success"],
        [1, "Pending"],
        [2, "Failed"],
      ]),
      1,
    ),
    filepath: optional(text()),
    size: integer(),
    exists: optional(boolean()),
    mime: text(255),
    md5: optional(text(32)),
    hidden: optional(boolean()),
    accessed: integer(),
    scheduled: optional(boolean()),
    part_of_list: optional(boolean()),
    created_at: optional(datetime()),
    updated_at: optional(datetime()),
    last_played_at: optional(datetime()),
    bit_rate: optional(integer()),
    sample_rate: optional(integer()),
    format: optional(text(128)),
    channels: optional(integer()),
    length: optional(duration()),
    bpm: optional(integer()),
    replay_gain: optional(decimal()),
    cue_in: optional(duration()),
    cue_out: optional(duration()),
    name: text(255),
    ...texts("description", "artwork", "artist_name", "artist_url", "original_artist", "album_title", "track_title"),
    ...texts("genre", "mood", "date"),
    track_number: optional(integer()),
    ...texts("disc_number", "comment", "language", "label", "copyright", "composer", "conductor", "orchestra"),
    ...texts("encoder", "encoded_by", "isrc", "lyrics", "lyricist", "original_lyricist", "subject", "contributor"),
    ...texts("rating", "url", "info_url", "audio_source_url", "buy_this_url", "catalog_number"),
    ...texts("radio_station_name", "radio_station_url", "report_datetime", "report_location", "report_organization"),
    library: optional(fk("libraries", "set-null")),
    owner: optional(fk("users", "refuse")),
    edited_by: optional(fk("users", "refuse")),
  },
};

export const webstreams: Model = {
  table: "webstreams",
  name: "Webstream",
  fields: {
    created_at: datetime(),
    updated_at: datetime(),
    last_played_at: optional(datetime()),
    name: text(255),
    description: text(255),
    url: text(512),
    length: duration(),
    mime: optional(text(1024)),
    owner: notNullColumn(optional(fk("users", "cascade"))),
  },
};

export const playlists: Model = {
  table: "playlists",
  name: "Playlist",
  fields: {
    created_at: optional(datetime()),
    updated_at: optional(datetime()),
    name: text(255),
    description: optional(text(512)),
    length: optional(duration()),
    owner: optional(fk("users", "cascade")),
  },
};

export const playlistContents: Model = {
  table: "playlist-contents",
  name: "PlaylistContent",
  fields: {
    kind: choice([
      [0, "File"],
      [1, "Stream"],
      [2, "Block"],
    ]),
    position: optional(integer()),
    offset: float(),
    length: optional(duration()),
    cue_in: optional(duration()),
    cue_out: optional(duration()),
    fade_in: optional(time()),
    fade_out: optional(time()),
    playlist: optional(fk("playlists", "cascade")),
    file: optional(fk("files", "cascade")),
    stream: optional(fk("webstreams", "cascade")),
    block: optional(fk("smart-blocks", "cascade")),
  },
};

export const smartBlocks: Model = {
  table: "smart-blocks",
  name: "SmartBlock",
  fields: {
    created_at: optional(datetime()),
    updated_at: optional(datetime()),
    name: text(255),
    description: optional(text(512)),
    length: optional(duration()),
    kind: optional(text(7)),
    owner: optional(fk("users", "cascade")),
  },
};
