import { getCms } from "./cms";

/** Was that done once, in this database? */
export async function isMarked(deed: string): Promise<boolean> {
  return (await markOf(deed)) !== null;
}

/** What was remembered of it; null when it was not done. */
export async function markOf(deed: string): Promise<Readonly<Record<string, unknown>> | null> {
  return (await (await getCms()).kv.get(`airweek:${deed}`)) as Record<string, unknown> | null;
}

/** Remembers that it was done, and what is to be known of it. */
export async function mark(deed: string, details: Readonly<Record<string, string>> = {}): Promise<void> {
  await (await getCms()).kv.set(`airweek:${deed}`, { ...details, at: new Date().toISOString() });
}
