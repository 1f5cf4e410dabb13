import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Actor } from "@/server/cms/records";
import type { Deps } from "@/server/schedule/deps";
import type { Station } from "@/station/station";

/** What acts take: the server's parts on a scratch database, and somebody with an episode to plan. */
export type Planner = {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly showId: string;
  readonly episodeId: string;
  readonly close: () => Promise<void>;
};

/** The settings are read when the server's files are loaded, so they are set first. */
export async function startPlanner(station: Pick<Station, "url" | "key">): Promise<Planner> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "airweek-bench-"));
  Object.assign(process.env, {
    DATABASE_URL: `file:${path.join(folder, "airweek.db")}`,
    PAYLOAD_SECRET: "only-for-the-bench",
    STATION_TIMEZONE: "Europe/Paris",
    LIBRETIME_API_URL: station.url,
    LIBRETIME_API_KEY: station.key,
    REDIS_URL: "",
    AIRWEEK_DEMO: "",
    NODE_ENV: "production",
  });
  const { getCms } = await import("@/server/cms/cms");
  const { createDeps } = await import("@/server/deps");
  const { env } = await import("@/server/env");
  const { log } = await import("@/server/log");
  log.level = "silent";
  const cms = await getCms();
  const user = await cms.create({
    collection: "users",
    data: { name: "Bench", email: "bench@airweek.local", password: "only-for-the-bench", role: "programmer" },
  });
  const show = await cms.create({ collection: "shows", data: { title: "Side by side" } });
  const episode = await cms.create({
    collection: "episodes",
    data: { title: "Half an hour", show: show.id, libretimeTrackId: 39, length: 1800, status: "ready" },
  });
  const deps = createDeps(env());
  return {
    deps,
    actor: { id: user.id, name: user.name, email: user.email, role: "programmer", showIds: [] },
    showId: show.id,
    episodeId: episode.id,
    async close() {
      await deps.close();
      await cms.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
