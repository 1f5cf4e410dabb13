import { trackOf } from "@/domain/tracks";
import { isMarked, mark } from "@/server/cms/marks";
import { log } from "@/server/log";
import type { Deps } from "@/server/schedule/deps";
import { PUBLISHED_PASSWORD } from "./published.mjs";
import { keepPassword } from "./demo-password";
import { isFreeForDemo } from "./own-database";
import { planDemoWeek } from "./plan-week";
import { demoActors, demoEpisodes, seedCms } from "./seed";

const PLANNED = "demo-planned";

/**
 * Sets up the demo once: people, shows and episodes from LibreTime's files, and a week that is half planned. The
 * people's password is the one that was told, at every start and before anybody can sign in.
 */
export async function startDemo(deps: Deps, password = PUBLISHED_PASSWORD): Promise<void> {
  if (!(await isFreeForDemo())) return;
  await keepPassword(password);
  if (await isMarked(PLANNED)) return;
  await deps.mirror.ready();
  const files = [...deps.mirror.files.values()].map((file) => {
    const track = trackOf(file);
    return { ...file, lengthSeconds: track.ok ? track.value.length : null };
  });
  await seedCms({ files, password });
  const actors = await demoActors();
  if (actors.length > 0)
    log.info(
      `The demo's week: ${await planDemoWeek(deps, actors, shuffled(await demoEpisodes(actors[0]!)))} slots planned`,
    );
  await mark(PLANNED);
}

/** Show after show in turn, so that a day does not hold one show alone. */
function shuffled<T extends { readonly showId: string }>(episodes: readonly T[]): T[] {
  const byShow = new Map<string, T[]>();
  for (const each of episodes) byShow.set(each.showId, [...(byShow.get(each.showId) ?? []), each]);
  const rounds = Math.max(0, ...[...byShow.values()].map((each) => each.length));
  return Array.from({ length: rounds }, (_, round) =>
    [...byShow.values()].flatMap((each) => each.slice(round, round + 1)),
  ).flat();
}
