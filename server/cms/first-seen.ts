import { getCms } from "./cms";

const KEY = "airweek:troubles-first-seen";

/** When each trouble was seen for the first time, by its id; of those that were there at the last look. */
export async function firstSeen(): Promise<Readonly<Record<string, string>>> {
  return (await (await getCms()).kv.get<Record<string, string>>(KEY)) ?? {};
}

/** Remembers that, instead of what was remembered before. */
export async function keepFirstSeen(seen: Readonly<Record<string, string>>): Promise<void> {
  await (await getCms()).kv.set(KEY, seen);
}
