import { randomUUID } from "node:crypto";
import { getCms } from "./cms";
import { asJson, sql } from "./sql";
import { rowsOf } from "./rows-of";

const KEY = "airweek:health";

/** Reads one small row. Fails with `DatabaseUnreachable`. */
export async function proveReadable(): Promise<void> {
  await rowsOf(sql`SELECT id FROM payload_kv LIMIT 1`);
}

/** Writes one small row, over the last one: reading alone would say nothing of a full disk. Fails with `DatabaseUnreachable`. */
export async function proveWritable(): Promise<void> {
  const at = asJson(await getCms(), { at: new Date().toISOString() });
  await rowsOf(
    sql`INSERT INTO payload_kv (id, key, data) VALUES (${randomUUID()}, ${KEY}, ${at}) ON CONFLICT (key) DO UPDATE SET data = excluded.data`,
  );
}
