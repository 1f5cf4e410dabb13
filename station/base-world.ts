import type { World } from "./world";

/** A LibreTime just installed: one admin, a few preferences (as R025, R028). What a world leaves out comes from here. */
export const baseWorld: World = {
  users: [{ id: 1, username: "admin", password: "admin", role: "A" }],
  preferences: [
    { id: 1, key: "schema_version", value: "46" },
    { id: 2, key: "off_air_meta", value: "LibreTime - offline" },
    { id: 3, key: "enable_replay_gain", value: "1" },
    { id: 4, key: "locale", value: "en_US" },
  ],
};
