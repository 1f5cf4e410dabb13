import { getCms } from "@/server/cms/cms";
import { startDemo } from "@/server/demo/start-demo";
import { getDeps } from "@/server/deps";
import { env } from "@/server/env";

/** What happens before the first request: settings read, the database migrated, LibreTime's mirror begun, the demo set up. */
export async function startServer(): Promise<void> {
  const settings = env();
  await getCms();
  const deps = await getDeps();
  if (settings.AIRWEEK_DEMO) await startDemo(deps);
}
