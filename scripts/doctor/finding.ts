/** What can be wrong on the way to LibreTime, in the order in which it is looked at; whether it is ours, the way to Redis, where there is one, and what is here. */
export type Check =
  | "settings"
  | "name"
  | "connection"
  | "TLS"
  | "LibreTime"
  | "clock"
  | "key"
  | "rights"
  | "version"
  | "station"
  | "Redis"
  | "address"
  | "demo"
  | "files";

/** What was seen at one step of the way. A fault says how to mend it; after one, what lies behind it is not looked at. */
export type Finding =
  | { readonly check: Check; readonly ok: true; readonly seen: string }
  | { readonly check: Check; readonly ok: false; readonly seen: string; readonly mend: string; readonly goesOn?: true };

export function good(check: Check, seen: string): Finding {
  return { check, ok: true, seen };
}

export function bad(check: Check, seen: string, mend: string): Finding {
  return { check, ok: false, seen, mend };
}
