import type { Row } from "../model/field";
import type { Store } from "../store/store";
import { json, serverError } from "./answer";
import type { Answer } from "./answer";

/** The same number in every release: no use for telling them apart (R001, R801). */
export const version = (): Answer => json(200, { api_version: "2.0.0" });

export const info = (store: Store): Answer =>
  json(200, { station_name: preference(store, "station_name") ?? "LibreTime" });

export const streamPreferences = (store: Store): Answer =>
  json(200, {
    input_fade_transition: 0,
    message_format: 0,
    message_offline: preference(store, "off_air_meta") ?? "LibreTime - offline",
    replay_gain_enabled: (preference(store, "enable_replay_gain") ?? "1") === "1",
    replay_gain_offset: 0,
  });

/** Nobody is ever connected to an embedded station. */
export const streamState = (): Answer =>
  json(200, {
    input_main_connected: false,
    input_main_streaming: false,
    input_show_connected: false,
    input_show_streaming: false,
    schedule_streaming: true,
  });

function preference(store: Store, key: string): string | undefined {
  for (const row of store.all("preferences")) if (row.key === key && row.user === null) return String(row.value);
  return undefined;
}

const listedInRoot = [
  "login-attempts",
  "preferences",
  "service-registers",
  "users",
  "user-tokens",
  "celery-tasks",
  "third-party-track-references",
];

/** Names some tables, by no rule (R007). */
export const apiRoot = (base: string): Answer =>
  json(200, Object.fromEntries(listedInRoot.map((name) => [name, `${base}/${name}`])));

/** Empty, with the path for nginx to send (R191, R192); a null path is a bug (R193); nobody looks whether the file is there (R194). */
export function download(file: Row): Answer {
  if (file.filepath === null) return serverError;
  const path = String(file.filepath).split("/").map(encodeURIComponent).join("/");
  return { status: 200, html: "", headers: { "x-accel-redirect": `/api/_media/${path}` } };
}
