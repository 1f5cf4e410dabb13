import { createClient } from "@libsql/client";

/** What the process writes by itself, without anybody's request: its clock's jobs, its health, its sample of LibreTime. */
const ofTheProcess: Readonly<Record<string, string>> = {
  payload_kv: "key NOT IN ('airweek:health', 'airweek:station')",
  payload_jobs: "0",
  payload_jobs_log: "0",
  payload_jobs_stats: "0",
};

export type Rows = Readonly<Record<string, readonly unknown[]>>;

/** Every row of every table of a planner's database, in order. */
export async function rowsIn(databaseUrl: string): Promise<Rows> {
  const client = createClient({ url: databaseUrl });
  try {
    const { rows } = await client.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
    const all: Record<string, readonly unknown[]> = {};
    for (const { name } of rows) {
      const counts = ofTheProcess[String(name)] ?? "1";
      const { rows: kept } = await client.execute(`SELECT * FROM "${name}" WHERE ${counts} ORDER BY 1, 2`);
      all[String(name)] = kept.map((row) => ({ ...row }));
    }
    return all;
  } finally {
    client.close();
  }
}
