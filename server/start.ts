import { closeCms, getCms, startChores } from "@/server/cms/cms";
import { judgeCall } from "@/server/cms/server-functions";
import { demandOwnDatabase } from "@/server/demo/own-database";
import { startDemo } from "@/server/demo/start-demo";
import { databaseWatch } from "@/server/database-watch";
import { closeDeps, getDeps } from "@/server/deps";
import { env } from "@/server/env";
import { startFront } from "@/server/front/start-front";
import { tellArrivals } from "@/server/guard/arrivals";
import { trustIn } from "@/server/guard/forwarded";
import { judgeFunctionsBy } from "@/server/guard/judge-function";
import { logSchedule } from "@/server/log";
import { keepKnown } from "@/server/schedule/keep-known";
import { settleAll } from "@/server/schedule/settle-open";
import { endOnSignals } from "@/server/shutdown";

/** What happens before the first request: settings read, the database migrated, LibreTime's mirror begun, what was left open settled, the demo set up. */
export async function startServer(): Promise<void> {
  const settings = env();
  endOnSignals(letGo);
  tellArrivals(trustIn(settings.TRUSTED_PROXY)!);
  judgeFunctionsBy(judgeCall);
  await getCms();
  if (!settings.AIRWEEK_DEMO) await demandOwnDatabase();
  const deps = await getDeps();
  await startFront(deps, settings);
  databaseWatch();
  // One round at a time: while LibreTime is slow, the next minute's would only wait behind this one.
  let round: Promise<void> | null = null;
  const settle = () =>
    (round ??= Promise.all([settleAll(deps), keepKnown(deps)])
      .then(() => undefined)
      .finally(() => (round = null)));
  // LibreTime may be away: then what was left open waits for the first minute in which it is not.
  void settle().catch((cause: unknown) => logSchedule.failure(cause, []));
  // A file that became shorter, or somebody's instance that moved, is a trouble now, not at the next comparing.
  deps.news.subscribe(
    ({ kind }) => kind === "mirror" && void deps.inbox.look().catch((cause: unknown) => logSchedule.failure(cause, [])),
  );
  await startChores({ settle, compare: () => deps.inbox.look() });
  if (settings.AIRWEEK_DEMO) await startDemo(deps, settings.AIRWEEK_DEMO_PASSWORD);
}

/** What this process has open, and others may wait for. */
async function letGo(): Promise<void> {
  await closeDeps();
  await closeCms();
}
