import { getCms } from "./cms";

/** Was that done once, in this database? */
export async function isMarked(deed: string): Promise<boolean> {
  return (await (await getCms()).kv.get(`airweek:${deed}`)) !== null;
}

/** Remembers that it was done. */
export async function mark(deed: string): Promise<void> {
  await (await getCms()).kv.set(`airweek:${deed}`, { at: new Date().toISOString() });
}
