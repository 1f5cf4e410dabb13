import { AsyncLocalStorage } from "node:async_hooks";
import type { BaseDatabaseAdapter } from "payload";
import { DatabaseUnreachable } from "@/server/database-unreachable";
import { log } from "@/server/log";
import { whyAway } from "./database-errors";

type Noted = { away: DatabaseUnreachable | null };

// The framework bundles a module more than once; the adapter is the process's.
const shared = globalThis as typeof globalThis & { airweekDatabase?: { readonly asking: AsyncLocalStorage<Noted>; said: { readonly why: string; readonly at: number } | null } };
const home = (shared.airweekDatabase ??= { asking: new AsyncLocalStorage<Noted>(), said: null });

/** All that Payload and our own SQL ask of an adapter. */
const questions = [
  "find", "findOne", "findDistinct", "findVersions", "findGlobal", "findGlobalVersions", "count", "countVersions", "countGlobalVersions", "queryDrafts", "execute",
  "create", "createVersion", "createGlobal", "createGlobalVersion", "updateOne", "updateMany", "updateJobs", "updateVersion", "updateGlobal", "updateGlobalVersion", "upsert",
  "deleteOne", "deleteMany", "deleteVersions", "beginTransaction", "commitTransaction",
] as const;

/** Makes an adapter fail with `DatabaseUnreachable` when its database is away: the one place that all questions pass. */
export function tellWhenAway(adapter: BaseDatabaseAdapter): void {
  const asked = adapter as unknown as Record<string, unknown>;
  for (const name of questions) {
    const ask = asked[name];
    if (typeof ask !== "function") continue;
    asked[name] = async function (this: unknown, ...given: readonly unknown[]): Promise<unknown> {
      try {
        return await ask.apply(this, given);
      } catch (error) {
        throw asAway(error);
      }
    };
  }
}

/**
 * Fails with `DatabaseUnreachable` when an answer came about without the database: Payload takes one that it could
 * not ask for one that knows nobody. `isSure`: is the answer good all the same?
 */
export async function withoutGuessing<T>(ask: () => Promise<T>, isSure: (answer: T) => boolean): Promise<T> {
  const noted: Noted = { away: null };
  const answer = await home.asking.run(noted, ask);
  if (noted.away && !isSure(answer)) throw noted.away;
  return answer;
}

function asAway(error: unknown): unknown {
  const why = whyAway(error);
  if (why !== null) say(why);
  const told = why === null ? error : new DatabaseUnreachable();
  const noted = home.asking.getStore();
  if (noted && told instanceof DatabaseUnreachable) noted.away = told;
  return told;
}

const SAY_EVERY_MS = 60_000;

/** Each request would say it again: as long as it is the same, once a minute is enough. */
function say(why: string): void {
  if (home.said?.why === why && Date.now() - home.said.at < SAY_EVERY_MS) return;
  home.said = { why, at: Date.now() };
  log.error({ event: "database_away" }, `[DB] The database cannot be asked, or not be written: ${why}`);
}
