import { choice, datetime, fk, hidden, integer, optional, text, withDefault } from "./field";
import type { Model } from "./field";

/** Role S is LibreTime's old superadmin: stored, unknown to the API, and a 500 on every request (R343). */
export const users: Model = {
  table: "users",
  name: "User",
  fields: {
    role: choice([
      ["G", "Guest"],
      ["H", "Host"],
      ["P", "Manager"],
      ["A", "Admin"],
    ]),
    username: text(255),
    password: hidden(optional(text(255))),
    email: optional(text(1024)),
    first_name: withDefault({ ...text(255), blank: true }, ""),
    last_name: withDefault({ ...text(255), blank: true }, ""),
    login_attempts: withDefault({ ...integer(), nullable: true }, 0),
    last_login: optional(datetime()),
    last_failed_login: optional(datetime()),
    skype: optional(text(1024)),
    jabber: optional(text(1024)),
    phone: optional(text(1024)),
  },
};

export const preferences: Model = {
  table: "preferences",
  name: "Preference",
  fields: { key: optional(text(255)), value: optional(text(255)), user: optional(fk("users", "cascade")) },
};

export const liveLogs: Model = {
  table: "live-logs",
  name: "LiveLog",
  fields: { state: text(32), start_time: datetime(), end_time: optional(datetime()) },
};

/** Never seen with a row in it: served as an empty list behind the right permission, nothing more. */
export const unrecorded: readonly Model[] = [
  { table: "libraries", name: "Library", fields: {} },
  { table: "webstream-metadata", name: "WebstreamMetadata", fields: {} },
  { table: "playout-history", name: "PlayoutHistory", fields: {} },
];
