import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import type { SQLiteAdapter } from "@payloadcms/db-sqlite";

const ofPayload = createRequire(createRequire(import.meta.url).resolve("@payloadcms/db-sqlite"));
const driver = ofPayload.resolve("@libsql/client");

/** Another connection to that file, with the driver that Payload uses. */
export function aConnection(url: string): SQLiteAdapter["client"] {
  return (ofPayload(driver) as { createClient(config: { url: string }): SQLiteAdapter["client"] }).createClient({
    url,
  });
}

const holder = `
const { createClient } = require(${JSON.stringify(driver)});
const db = createClient({ url: process.argv[1] });
db.execute("PRAGMA busy_timeout = 10000").then(() => db.execute("BEGIN IMMEDIATE")).then(() => console.log("held"));
process.stdin.on("data", () => db.execute("ROLLBACK").then(() => process.exit()));
`;

/** Another process that holds SQLite's lock for writing, until `using` ends. */
export async function aLockHolder(url: string): Promise<AsyncDisposable> {
  const child = spawn(process.execPath, ["--input-type=commonjs", "-e", holder, url], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  await Promise.race([
    once(child.stdout, "data"),
    once(child, "exit").then(() => Promise.reject(new Error("the lock could not be taken"))),
  ]);
  return {
    async [Symbol.asyncDispose]() {
      const gone = once(child, "exit");
      child.stdin.write("go");
      await gone;
    },
  };
}
