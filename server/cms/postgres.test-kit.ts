import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, chownSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const places = ["/usr/lib/postgresql/17/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/14/bin"];
const bin = places.find((place) => existsSync(path.join(place, "postgres")));

/** Is there a PostgreSQL on this machine to test against? */
export const hasPostgres = bin !== undefined;

/** A PostgreSQL of its own, in a scratch folder on a free port; gone with `await using`. */
export async function aPostgres(): Promise<AsyncDisposable & { readonly url: string }> {
  if (!bin) throw new Error("There is no PostgreSQL on this machine.");
  const folder = mkdtempSync(path.join(tmpdir(), "airweek-postgres-"));
  const owner = ownerOf(folder);
  const port = await freePort();
  const asOwner = { ...owner, cwd: folder, stdio: "ignore" } as const;
  execFileSync(path.join(bin, "initdb"), ["-D", path.join(folder, "data"), "-U", "airweek", "--auth=trust", "--no-sync"], asOwner);
  const server = spawn(path.join(bin, "postgres"), ["-D", path.join(folder, "data"), "-p", String(port), "-h", "127.0.0.1", "-k", folder, "-F"], asOwner);
  const gone = new Promise((resolve) => server.once("exit", resolve));
  const url = `postgres://airweek@127.0.0.1:${port}/airweek`;
  await untilReady(bin, port);
  execFileSync(path.join(bin, "createdb"), ["-h", "127.0.0.1", "-p", String(port), "-U", "airweek", "airweek"], asOwner);
  return {
    url,
    async [Symbol.asyncDispose]() {
      server.kill("SIGINT");
      await gone;
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

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
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
