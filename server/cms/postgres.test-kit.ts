import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@/server/free-port.test-kit";
import { postgresFolder } from "@/scripts/steps/services.mjs";

/** A PostgreSQL of its own, in a scratch folder on a free port; gone with `await using`. */
type OwnPostgres = AsyncDisposable & {
  readonly url: string;
  /** Runs SQL past Airweek, statement by statement. */
  readonly run: (...statements: readonly string[]) => void;
  /** Ends it, with all its connections. */
  readonly stop: () => Promise<void>;
  /** Stops it and its connections' processes in the middle of whatever they do: connections stay, answers do not come. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** Starts it again, on the same data and port. */
  readonly start: () => Promise<void>;
};

/** Starts one. Without PostgreSQL the test fails. */
export async function aPostgres(): Promise<OwnPostgres> {
  const bin = postgresFolder();
  if (!bin)
    throw new Error("There is no PostgreSQL on this machine: install it (on Debian: apt-get install postgresql).");
  const folder = mkdtempSync(path.join(tmpdir(), "airweek-postgres-"));
  const owner = ownerOf(folder);
  const port = await freePort();
  const asOwner = { ...owner, cwd: folder, stdio: "ignore" } as const;
  const address = ["-h", "127.0.0.1", "-p", String(port), "-U", "airweek"];
  execFileSync(
    path.join(bin, "initdb"),
    ["-D", path.join(folder, "data"), "-U", "airweek", "--auth=trust", "--no-sync"],
    asOwner,
  );
  let server: ChildProcess;
  let gone: Promise<unknown>;
  const start = async (): Promise<void> => {
    server = spawn(
      path.join(bin, "postgres"),
      ["-D", path.join(folder, "data"), "-p", String(port), "-h", "127.0.0.1", "-k", folder, "-F"],
      asOwner,
    );
    gone = new Promise((resolve) => server.once("exit", resolve));
    await untilReady(bin, port);
  };
  const stop = async (): Promise<void> => {
    server.kill("SIGINT");
    await gone;
  };
  const signalAll = (name: NodeJS.Signals): void => {
    const listed = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
      .trim()
      .split("\n")
      .map((line) => line.trim().split(/\s+/).map(Number));
    const children = listed.filter(([, parent]) => parent === server.pid).map(([pid]) => pid!);
    for (const pid of [server.pid!, ...children]) process.kill(pid, name);
  };
  await start();
  execFileSync(path.join(bin, "createdb"), [...address, "airweek"], asOwner);
  return {
    url: `postgres://airweek@127.0.0.1:${port}/airweek`,
    run: (...statements) =>
      void execFileSync(
        path.join(bin, "psql"),
        [...address, "-d", "airweek", "-v", "ON_ERROR_STOP=1", ...statements.flatMap((each) => ["-c", each])],
        asOwner,
      ),
    stop,
    start,
    freeze: () => signalAll("SIGSTOP"),
    thaw: () => signalAll("SIGCONT"),
    async [Symbol.asyncDispose]() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then the folder and the server belong to the `postgres` user. */
function ownerOf(folder: string): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  const owner = { uid: id("-u"), gid: id("-g") };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}

async function untilReady(folder: string, port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      execFileSync(path.join(folder, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error("PostgreSQL did not start.");
}
