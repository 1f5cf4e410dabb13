import { AsyncLocalStorage } from "node:async_hooks";
import type { BaseDatabaseAdapter } from "payload";
import { DatabaseUnreachable } from "@/server/database-unreachable";
import { log } from "@/server/log";
import { isSilence, whyAway } from "./database-errors";

type Noted = { away: DatabaseUnreachable | null };

type Home = {
  readonly asking: AsyncLocalStorage<Noted>;
  said: { readonly why: string; readonly at: number } | null;
  answeredMs: number;
  /** While the database is silent: when the next question may be put to it; never before the one under way has ended. */
  nextTryMs: number | null;
};

// The framework bundles a module more than once; the adapter is the process's.
const shared = globalThis as typeof globalThis & { airweekDatabase?: Home };
const home = (shared.airweekDatabase ??= {
  asking: new AsyncLocalStorage<Noted>(),
  said: null,
  answeredMs: -Infinity,
  nextTryMs: null,
});

/** A request asks several questions in a row, and would wait for each: a silent database is asked again only after this. */
const TRY_AFTER_MS = 1_000;

/** All that Payload and our own SQL ask of an adapter. */
const questions = [
  "find",
  "findOne",
  "findDistinct",
  "findVersions",
  "findGlobal",
  "findGlobalVersions",
  "count",
  "countVersions",
  "countGlobalVersions",
  "queryDrafts",
  "execute",
  "executeTogether",
  "create",
  "createVersion",
  "createGlobal",
  "createGlobalVersion",
  "updateOne",
  "updateMany",
  "updateJobs",
  "updateVersion",
  "updateGlobal",
  "updateGlobalVersion",
  "upsert",
  "deleteOne",
  "deleteMany",
  "deleteVersions",
  "beginTransaction",
  "commitTransaction",
] as const;

/** Makes an adapter fail with `DatabaseUnreachable` when its database is away: the one place that all questions pass. */
export function tellWhenAway(adapter: BaseDatabaseAdapter): void {
  const asked = adapter as unknown as Record<string, unknown>;
  for (const name of questions) {
    const ask = asked[name];
    if (typeof ask !== "function") continue;
    asked[name] = async function (this: unknown, ...given: readonly unknown[]): Promise<unknown> {
      demandWord();
      const beganMs = performance.now();
      try {
        const answer = await ask.apply(this, given);
        heard();
        return answer;
      } catch (error) {
        const why = whyAway(error);
        if (why === null) heard();
        else home.nextTryMs = isSilence(why) && home.answeredMs < beganMs ? performance.now() + TRY_AFTER_MS : null;
        throw asAway(error, why);
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

/** Fails at once while the database is silent; of those who ask, one at a time is let through to find out. */
function demandWord(): void {
  if (home.nextTryMs === null) return;
  if (performance.now() < home.nextTryMs) throw noteAway(new DatabaseUnreachable());
  home.nextTryMs = Infinity;
}

function heard(): void {
  home.answeredMs = performance.now();
  home.nextTryMs = null;
}

function asAway(error: unknown, why: string | null): unknown {
  if (why !== null) say(why);
  return noteAway(why === null ? error : new DatabaseUnreachable());
}

function noteAway(told: unknown): unknown {
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
