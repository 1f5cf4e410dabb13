import { createClient } from "@libsql/client";
import type { Control } from "@/station/control";

/** What the process writes by itself, without anybody's request: its clock's jobs, its health, its sample of LibreTime, since when a trouble lasts. */
const ofTheProcess: Readonly<Record<string, string>> = {
  payload_kv: "key NOT IN ('airweek:health', 'airweek:station', 'airweek:troubles-first-seen')",
  payload_jobs: "0",
  payload_jobs_log: "0",
  payload_jobs_stats: "0",
};

type Tables = Readonly<Record<string, readonly unknown[]>>;

/** What a planner's database and its station hold. */
export type Everything = { readonly planner: Tables; readonly station: Tables };

/** Reads every row of both. */
export async function everything(databaseUrl: string, station: Control): Promise<Everything> {
  return { planner: await rowsIn(databaseUrl), station: (await station.snapshot()) as Tables };
}

/** Each row that came or went between two looks, by its table: `+ users_sessions {…}`. */
export function changesBetween(before: Everything, after: Everything): readonly string[] {
  return (["planner", "station"] as const).flatMap((where) => {
    const tables = new Set([...Object.keys(before[where]), ...Object.keys(after[where])]);
    return [...tables].flatMap((table) => {
      const [was, is] = [before, after].map((look) => (look[where][table] ?? []).map((row) => JSON.stringify(row)));
      const gone = was!.filter((row) => !is!.includes(row)).map((row) => `- ${table} ${row}`);
      return [...gone, ...is!.filter((row) => !was!.includes(row)).map((row) => `+ ${table} ${row}`)];
    });
  });
}

/** Every row of every table of a planner's database, in order. */
async function rowsIn(databaseUrl: string): Promise<Tables> {
  const client = createClient({ url: databaseUrl });
  try {
    const { rows } = await client.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
    const all: Record<string, readonly unknown[]> = {};
    for (const name of rows.map((row) => row["name"] as string)) {
      const counts = ofTheProcess[name] ?? "1";
      const { rows: kept } = await client.execute(`SELECT * FROM "${name}" WHERE ${counts} ORDER BY 1, 2`);
      all[name] = kept.map((row) => ({ ...row }));
    }
    return all;
  } finally {
    client.close();
  }
}
