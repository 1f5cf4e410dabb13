import { execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@/server/free-port.test-kit";
import { postgresFolder } from "@/scripts/steps/services.mjs";

/** A PostgreSQL of its own, in a scratch folder on a free port; gone with `await using`. Without one the test fails. */
export async function aPostgres(): Promise<AsyncDisposable & { readonly url: string }> {
  const bin = postgresFolder();
  if (!bin) throw new Error("There is no PostgreSQL on this machine: install it (on Debian: apt-get install postgresql).");
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
