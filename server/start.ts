import { getCms } from "@/server/cms/cms";
import { getDeps } from "@/server/deps";
import { env } from "@/server/env";

/** What happens before the first request: settings read, the database migrated, LibreTime's mirror begun. */
export async function startServer(): Promise<void> {
  env();
  await getCms();
  await getDeps();
}
