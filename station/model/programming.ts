import {
  boolean,
  choice,
  date,
  datetime,
  duration,
  fk,
  integer,
  optional,
  readOnly,
  smallInteger,
  text,
  time,
  withDefault,
} from "./field";
import type { Model } from "./field";

const noYes = [
  [0, "No"],
  [1, "Yes"],
] as const;

export const shows: Model = {
  table: "shows",
  name: "Show",
  fields: {
    name: text(255),
    description: optional(text(8192)),
    genre: optional(text(255)),
    url: optional(text(255)),
    image: optional(text(255)),
    foreground_color: optional(text(6)),
    background_color: optional(text(6)),
    live_enabled: readOnly(withDefault(boolean(), false)),
    linked: boolean(),
    linkable: boolean(),
    auto_playlist: optional(fk("playlists", "set-null")),
    auto_playlist_enabled: boolean(),
    auto_playlist_repeat: boolean(),
    intro_playlist: optional(fk("playlists", "set-null")),
    override_intro_playlist: boolean(),
    outro_playlist: optional(fk("playlists", "set-null")),
    override_outro_playlist: boolean(),
  },
};

export const showDays: Model = {
  table: "show-days",
  name: "ShowDays",
  fields: {
    first_show_on: date(),
    last_show_on: optional(date()),
    start_time: time(),
    timezone: text(),
    duration: text(),
    record_enabled: { ...withDefault(choice(noYes), 0), nullable: true },
    week_day: optional(
      choice([
        [0, "Monday"],
        [1, "Tuesday"],
        [2, "Wednesday"],
        [3, "Thursday"],
        [4, "Friday"],
        [5, "Saturday"],
        [6, "Sunday"],
      ]),
    ),
    repeat_kind: choice([
      [0, "Weekly"],
      [1, "Every two weeks"],
      [4, "Every three weeks"],
      [5, "Every four weeks"],
      [2, "Monthly"],
    ]),
    repeat_next_on: optional(date()),
    show: fk("shows", "cascade"),
  },
};

export const showHosts: Model = {
  table: "show-hosts",
  name: "ShowHost",
  fields: { show: fk("shows", "cascade"), user: fk("users", "cascade") },
};

export const showRebroadcasts: Model = {
  table: "show-rebroadcasts",
  name: "ShowRebroadcast",
  fields: { day_offset: text(), start_time: time(), show: fk("shows", "cascade") },
};

export const showInstances: Model = {
  table: "show-instances",
  name: "ShowInstance",
  fields: {
    created_at: datetime(),
    starts_at: datetime(),
    ends_at: datetime(),
    filled_time: optional(duration()),
    last_scheduled_at: optional(datetime()),
    description: optional(text(8192)),
    modified: boolean(),
    rebroadcast: optional(smallInteger()),
    auto_playlist_built: boolean(),
    record_enabled: { ...withDefault(choice(noYes), 0), nullable: true },
    show: fk("shows", "cascade"),
    instance: optional(fk("show-instances", "cascade")),
    record_file: optional(fk("files", "cascade")),
  },
};

/** In the order in which POST reports and answers (R208, R209); GET's order is in api/schedule-reading.ts. */
export const schedule: Model = {
  table: "schedule",
  name: "Schedule",
  fields: {
    starts_at: datetime(),
    ends_at: datetime(),
    length: optional(duration()),
    fade_in: optional(time()),
    fade_out: optional(time()),
    cue_in: duration(),
    cue_out: duration(),
    position: integer(),
    position_status: withDefault(
      choice([
        [-1, "Filler"],
        [0, "Outside"],
        [1, "Inside"],
        [2, "Boundary"],
      ]),
      1,
    ),
    broadcasted: smallInteger(),
    played: optional(boolean()),
    instance: fk("show-instances", "cascade"),
    file: optional(fk("files", "cascade")),
    stream: optional(fk("webstreams", "cascade")),
  },
};
