import { randomUUID } from "node:crypto";
import type { Fingerprint } from "@/domain/fingerprint/fingerprint";
import { getCms } from "./cms";
import { asId, asJson, sql } from "./sql";
import { rowsOf } from "./rows-of";

const KEY = "airweek:station";

/** Which LibreTime our records belong to, and who said so, if somebody had to. */
export type KeptStation = {
  readonly fingerprint: Fingerprint;
  /** When an admin last took another LibreTime, or an earlier state of it, for ours. An ISO instant. */
  readonly confirmed?: { readonly at: string; readonly by: string };
};

/** What is kept of it; null before the first look. */
export async function keptStation(): Promise<KeptStation | null> {
  return (await getCms()).kv.get<KeptStation>(KEY);
}

/** Keeps that instead. Whoever calls holds the station; in one statement all the same, for processes that do not know of each other. */
export async function keepStation(kept: KeptStation): Promise<void> {
  const cms = await getCms();
  await rowsOf(sql`INSERT INTO payload_kv (id, key, data) VALUES (${asId(cms, sql`${randomUUID()}`)}, ${KEY}, ${asJson(cms, kept)})
    ON CONFLICT (key) DO UPDATE SET data = excluded.data RETURNING id`);
}
