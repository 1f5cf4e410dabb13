import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Redis } from "ioredis";
import { redisServer } from "@/scripts/steps/services.mjs";
import { freePort } from "@/server/free-port.test-kit";

/** A Redis of a test's own, that can go away and come back. */
export type GivenRedis = AsyncDisposable & {
  readonly url: string;
  /** Asks it directly, past what is tested: `ask("DEL", "name")`. */
  readonly ask: (command: string, ...args: string[]) => Promise<unknown>;
  /** The keys whose name ends so. */
  readonly keys: (ending: string) => Promise<string[]>;
  /** Ends it; what it held is lost. */
  readonly goAway: () => Promise<void>;
  /** Starts it again on the same port. */
  readonly comeBack: () => Promise<void>;
  /** Stops it in the middle of whatever it does: connections stay, answers do not come. */
  readonly freeze: () => void;
  readonly thaw: () => void;
};

/** A Redis on a free port, in a scratch folder, that keeps nothing on disk; gone with `await using`. Without one the test fails. */
export async function aRedis(): Promise<GivenRedis> {
  const program = redisServer();
  if (!program)
    throw new Error("There is no Redis on this machine: install it (on Debian: apt-get install redis-server).");
  const folder = mkdtempSync(path.join(tmpdir(), "airweek-redis-"));
  const port = await freePort();
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "no"];
  const start = (): ChildProcess => spawn(program, args, { cwd: folder, stdio: "ignore" });
  let server = start();
  const direct = new Redis(port, "127.0.0.1", {
    retryStrategy: () => 20,
    maxRetriesPerRequest: null,
    disableClientInfo: true,
  });
  direct.on("error", () => undefined);
  const goAway = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, "exit");
    server.kill("SIGKILL");
    await gone;
  };
  await direct.ping();
  return {
    url: `redis://127.0.0.1:${port}`,
    ask: (command, ...rest) => direct.call(command, ...rest),
    keys: async (ending) => (await direct.keys(`*${ending}`)).toSorted(),
    goAway,
    comeBack: async () => {
      server = start();
      await direct.ping();
    },
    freeze: () => void server.kill("SIGSTOP"),
    thaw: () => void server.kill("SIGCONT"),
    [Symbol.asyncDispose]: async () => {
      direct.disconnect();
      await goAway();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
