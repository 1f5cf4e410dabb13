import type { Problem } from "@/domain/problems";
import { createLock, type Lock } from "./lock";
import { createNews, type News } from "./news";
import { connectTo, type ConnectionOptions } from "./redis/connection";
import { redisLock } from "./redis/redis-lock";
import { redisNews } from "./redis/redis-news";
import { redisSharing } from "./redis/redis-sharing";
import { alone, type Sharing } from "./sharing";

/** What all who act on one station agree through, be it one process or several. */
export type Coordination = {
  readonly lock: Lock;
  readonly news: News;
  readonly sharing: Sharing;
  /** Why nobody may act at this moment, if so. */
  readonly problem: () => Problem | null;
  /** Gives back what is held and lets go of whatever is connected. */
  readonly close: () => Promise<void>;
};

/** One process, which agrees with itself. */
export function inProcess(): Coordination {
  return { lock: createLock(), news: createNews(), sharing: alone, problem: () => null, close: async () => undefined };
}

const PROVE_EVERY_MS = 3_000;

/** All processes that name that Redis and that station. It connects by itself, now and whenever it is lost. */
export function overRedis(options: ConnectionOptions): Coordination {
  const connection = connectTo(options);
  const sharing = redisSharing(connection);
  const { commands, named } = connection;
  // A Redis that is frozen, full or a mere copy is connected all the same: only a write that succeeds tells.
  let isWritable = true;
  const prove = (): void =>
    void commands.set(named("proof"), "1", "PX", 10 * PROVE_EVERY_MS).then(
      () => (isWritable = true),
      () => (isWritable = false),
    );
  const proving = setInterval(prove, PROVE_EVERY_MS).unref();
  return {
    lock: redisLock(connection),
    news: redisNews(connection),
    sharing,
    problem: () => (commands.status === "ready" && isWritable ? null : { code: "COORDINATION_UNREACHABLE" }),
    close: async () => {
      clearInterval(proving);
      await sharing.close();
      await connection.close();
    },
  };
}
