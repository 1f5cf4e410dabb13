import type { Station } from "../station";
import type { World } from "../world";

/** The database at the first recording: five users whose password is their name, and the preferences of R028 in their order. */
export const recordedWorld: World = {
  users: [
    { id: 1, username: "admin", password: "admin", role: "A" },
    { id: 2, username: "guest1", password: "guest1", role: "G", email: "g@x", first_name: "Gina", last_name: "Guest" },
    { id: 3, username: "host1", password: "host1", role: "H", email: "h@x", first_name: "Hank", last_name: "Host" },
    { id: 4, username: "host2", password: "host2", role: "H", email: "h2@x", first_name: "Hera", last_name: "Host" },
    {
      id: 5,
      username: "manager1",
      password: "manager1",
      role: "P",
      email: "m@x",
      first_name: "Mona",
      last_name: "Manager",
    },
  ],
  preferences: [
    { id: 2, key: "import_timestamp", value: "0" },
    { id: 3, key: "off_air_meta", value: "LibreTime - offline" },
    { id: 4, key: "enable_replay_gain", value: "1" },
    { id: 5, key: "locale", value: "en_US" },
    { id: 6, key: "plan_level", value: "disabled" },
    { id: 7, key: "podcast_album_override", value: "1" },
    { id: 8, key: "podcast_auto_smartblock", value: "0" },
    { id: 9, key: "scheduled_play_switch", value: "on" },
    { id: 10, key: "whats_new_dialog_viewed", value: "1" },
    { id: 11, key: "user_locale", value: "en_US", user: 1 },
    { id: 1, key: "schema_version", value: "46" },
  ],
};

/** What was done before a recording and not recorded: requests whose answers are only seen later, and SQL. */
export const doneBefore: Readonly<Record<string, (station: Station) => Promise<unknown>>> = {
  "294": (station) =>
    post(station, "files", {
      name: "Bye",
      size: 1,
      mime: "audio/mp3",
      accessed: 0,
      filepath: "imported/1/bye.mp3",
      exists: true,
    }),
  "298": async (station) => {
    await post(station, "show-instances", instance(1, "2026-11-01T10:00:00Z", "2026-11-01T11:00:00Z"));
    await post(station, "schedule", {
      ...row(18, "2026-11-01T10:00:00Z", "2026-11-01T10:01:00Z"),
      file: 5,
      position: 5,
    });
  },
  "300": (station) => post(station, "schedule", row(3, "2026-12-07T08:00:00Z", "2026-12-07T08:01:00Z")),
  "302": (station) =>
    post(station, "schedule", { ...row(1, "2026-12-07T08:00:00Z", "2026-12-07T08:01:00Z"), file: null, stream: 1 }),
  "304": async (station) => {
    await post(station, "shows", {
      name: "To go",
      linked: false,
      linkable: true,
      auto_playlist_enabled: false,
      auto_playlist_repeat: false,
      override_intro_playlist: false,
      override_outro_playlist: false,
    });
    await post(station, "show-instances", instance(5, "2026-12-14T06:00:00Z", "2026-12-14T07:00:00Z"));
    await post(station, "show-instances", {
      ...instance(1, "2026-12-15T06:00:00Z", "2026-12-15T07:00:00Z"),
      rebroadcast: 1,
      instance: 19,
    });
    await post(station, "schedule", row(19, "2026-12-14T06:00:00Z", "2026-12-14T06:01:00Z"));
    await post(station, "show-hosts", { show: 5, user: 3 });
    await post(station, "show-days", {
      show: 5,
      first_show_on: "2026-12-14",
      start_time: "07:00",
      timezone: "UTC",
      duration: "01:00",
      repeat_kind: 0,
    });
  },
  "334": (station) => station.put("live-logs", { id: 1, state: "S", start_time: "2026-11-22T18:31:13.888891Z" }),
  "336": (station) => Promise.all([1, 2, 3, 4, 5].map((id) => station.put("files", { id, owner: 3 }))),
  "337": (station) => station.put("files", { id: 3, owner: 1 }),
  "338": (station) =>
    station.put("show-days", { ...legacyRule, id: 5, last_show_on: "2026-12-22", week_day: 1, repeat_kind: -1 }),
  "339": (station) => station.put("show-days", { ...legacyRule, id: 6, repeat_kind: 3 }),
  "342": async (station) => {
    await station.put("show-instances", {
      id: 5023,
      show: 2,
      starts_at: "2026-11-22T19:00:00Z",
      ends_at: "2026-11-22T21:00:00Z",
      modified: true,
    });
    const times = {
      starts_at: "2026-11-22T19:56:32Z",
      ends_at: "2026-11-22T19:59:32Z",
      cue_in: "0",
      cue_out: "00:03:00",
      length: "00:03:00",
    };
    await station.put("schedule", { id: 6162, instance: 5023, file: 1, played: null, ...times });
  },
  "343": (station) => station.put("users", { id: 6, username: "super1", password: "super1", role: "S" }),
};

/** What was done after one: R278 stands for twelve at once, and shows the first answer. */
export const doneAfter: typeof doneBefore = {
  "278": (station) =>
    Promise.all(
      Array.from({ length: 11 }, () =>
        post(station, "schedule", row(2, "2026-12-08T07:00:00Z", "2026-12-08T07:03:04.55Z")),
      ),
    ),
};

const legacyRule = {
  show: 2,
  first_show_on: "2026-12-21",
  start_time: "09:00:00",
  timezone: "Europe/Berlin",
  duration: "01:00",
};

const row = (of: number, starts_at: string, ends_at: string): Readonly<Record<string, unknown>> => ({
  instance: of,
  starts_at,
  ends_at,
  file: 1,
  length: "00:03:04.55",
  fade_in: "00:00:00.5",
  fade_out: "00:00:00.5",
  cue_in: "00:00:00.35",
  cue_out: "00:03:04.9",
  position: 0,
  broadcasted: 0,
});

const instance = (show: number, starts_at: string, ends_at: string): Readonly<Record<string, unknown>> => ({
  show,
  starts_at,
  ends_at,
  created_at: "2026-11-22T12:00:00Z",
  modified: false,
  auto_playlist_built: false,
});

async function post(station: Station, table: string, body: unknown): Promise<void> {
  const headers = { authorization: `Api-Key ${station.key}`, "content-type": "application/json" };
  const response = await fetch(`${station.url}/api/v2/${table}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  if (response.status !== 201) throw new Error(`POST /${table}: ${response.status} ${await response.text()}`);
}
