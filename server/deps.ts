import { instant } from "@/domain/time";
import { zoneOf } from "@/domain/zone";
import { inProcess, overRedis, type Coordination } from "@/server/coordination/coordination";
import { lookUpWith } from "@/server/cms/station-lookup";
import { createMirror } from "@/server/coordination/mirror";
import { env, type Env } from "@/server/env";
import { createLibreTime } from "@/server/libretime/client";
import { lookupIn } from "@/server/library/lookup-in";
import { log } from "@/server/log";
import { countRequest } from "@/server/metrics";
import type { Deps } from "@/server/schedule/deps";
import { createInboxWatch } from "@/server/schedule/inbox";
import { createWindowCache } from "@/server/schedule/window-cache";

// The framework bundles a module more than once; what a process has only one of lives on the process.
const shared = globalThis as typeof globalThis & { airweekDeps?: Promise<OwnDeps> };

/** What this process's acts stand on; built on first use, with the mirror running. */
export async function getDeps(): Promise<Deps> {
  return (shared.airweekDeps ??= startDeps());
}

/** Lets go of Redis and of LibreTime, if this process has ever asked for them. */
export async function closeDeps(): Promise<void> {
  await (await shared.airweekDeps)?.close();
}

async function startDeps(): Promise<OwnDeps> {
  const deps = createDeps(env());
  lookUpWith(lookupIn(deps));
  deps.mirror.start();
  deps.libretime.breaker.start();
  return deps;
}

type Settings = Pick<
  Env,
  "LIBRETIME_API_URL" | "LIBRETIME_API_KEY" | "STATION_TIMEZONE" | "STATION_NAME" | "LEAD_TIME_SECONDS"
> &
  Partial<Pick<Env, "REDIS_URL">>;

/** What the acts stand on, and how whoever built it lets go of it. */
type OwnDeps = Deps & { readonly close: () => Promise<void> };

/** So soon a small table is read again, at most: a list that fails is told within ten seconds. */
const MIRROR_MS = 3_000;

/** Builds what the acts stand on, from settings. `timeoutMs` is what one request to LibreTime may take. */
export function createDeps(
  settings: Settings,
  { now = Date.now, timeoutMs }: { readonly now?: () => number; readonly timeoutMs?: number } = {},
): OwnDeps {
  const libretime = createLibreTime({
    url: settings.LIBRETIME_API_URL,
    apiKey: settings.LIBRETIME_API_KEY,
    onRequest: countRequest,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  const coordination = coordinationFor(settings);
  const { lock, news, sharing } = coordination;
  const mirror = createMirror({
    libretime,
    now,
    news,
    sharing,
    leastMs: MIRROR_MS,
    onFailure: (error) =>
      log.warn({ event: "mirror_failure" }, `[LT] ${error instanceof Error ? error.message : String(error)}`),
  });
  const windows = createWindowCache((window) => libretime.schedule.window(window), now);
  news.subscribe(({ kind }) => kind === "slots-changed" && windows.drop());
  const deps: OwnDeps = {
    libretime,
    mirror,
    lock,
    news,
    coordination,
    windows,
    inbox: createInboxWatch(() => deps),
    zone: zoneOf(settings.STATION_TIMEZONE)!,
    stationName: settings.STATION_NAME,
    leadTimeSeconds: settings.LEAD_TIME_SECONDS,
    now: () => instant(now()),
    close: async () => {
      mirror.stop();
      libretime.breaker.stop();
      await coordination.close();
    },
  };
  return deps;
}

function coordinationFor({ REDIS_URL: url, LIBRETIME_API_URL: station }: Settings): Coordination {
  if (!url) return inProcess();
  return overRedis({ url, station, onFailure: (why) => log.warn({ event: "redis_failure" }, `[REDIS] ${why}`) });
}
