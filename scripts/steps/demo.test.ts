import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createClient } from "@libsql/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { demandHome, demandOwnDatabase, demoMarksIn, moveEarlierDemo } from "./demo.mjs";
import { isLoopback } from "./loopback.mjs";
import { readSettings } from "./settings.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "airweek-demo-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const given = (env: Record<string, string>) => readSettings({ NODE_ENV: "test", ...env }, {});

/** A database as Payload makes it, as far as the marks go. */
async function database(file: string, statements: readonly string[] = []): Promise<string> {
  mkdirSync(path.dirname(file), { recursive: true });
  const client = createClient({ url: `file:${file}` });
  await client.executeMultiple(
    ["CREATE TABLE payload_kv (key TEXT, data TEXT)", "CREATE TABLE users (email TEXT)", ...statements].join(";"),
  );
  client.close();
  return `file:${file}`;
}
const seeded = ["INSERT INTO payload_kv VALUES ('airweek:demo-seeded', '{}')"];

test.each([
  "127.0.0.1",
  "127.1",
  "127.255.0.9",
  "localhost",
  "::1",
  "[::1]",
  "0:0:0:0:0:0:0:1",
  "::ffff:127.0.0.1",
  "::ffff:7f00:1",
])("%s is this machine alone", async (host) => {
  expect(await isLoopback(host)).toBe(true);
});

test.each([
  "0.0.0.0",
  "0",
  "::",
  "[::]",
  "0:0:0:0:0:0:0:0",
  "::ffff:0.0.0.0",
  "10.0.0.1",
  "::ffff:10.0.0.1",
  "192.168.1.2",
  "fe80::1",
  "128.0.0.1",
  "no-such-host.invalid",
  "127.0.0.1.example.invalid",
])("%s is not", async (host) => {
  expect(await isLoopback(host)).toBe(false);
});

test("the demo starts elsewhere with a password of its own only, and says so", async () => {
  await expect(demandHome(given({ HOST: "0.0.0.0", PORT: "3001" }))).rejects.toThrow(
    "AIRWEEK_DEMO_PASSWORD=… HOST=0.0.0.0 PORT=3001 npm start",
  );
  await expect(demandHome(given({ HOST: "::", AIRWEEK_DEMO_PASSWORD: "airweek-demo" }))).rejects.toThrow(
    "published password",
  );
  await demandHome(given({ HOST: "0.0.0.0", AIRWEEK_DEMO_PASSWORD: "one of our own" }));
  await demandHome(given({ HOST: "localhost" }));
  await demandHome(given({ HOST: "0.0.0.0", LIBRETIME_API_URL: "http://libretime" }));
});

test("a database that the demo filled does not start with another LibreTime, nor without the demo", async () => {
  const url = await database(path.join(folder, "a.db"), seeded);
  const others: readonly Record<string, string>[] = [
    { LIBRETIME_API_URL: "http://libretime" },
    { AIRWEEK_DEMO: "false" },
    { AIRWEEK_DEMO: "0" },
  ];
  for (const other of others) {
    await expect(demandOwnDatabase(given({ DATABASE_URL: url, ...other }))).rejects.toThrow("was filled by the demo");
  }
  await demandOwnDatabase(given({ DATABASE_URL: url }));
  const own = await database(path.join(folder, "own.db"), [
    "INSERT INTO payload_kv VALUES ('airweek:demo-planned', '{}')",
  ]);
  await demandOwnDatabase(given({ DATABASE_URL: own, LIBRETIME_API_URL: "http://libretime" }));
});

test("a seeding that was cut off before it was marked is known by its admin", async () => {
  expect(
    await demoMarksIn(await database(path.join(folder, "a.db"), ["INSERT INTO users VALUES ('demo@airweek.local')"])),
  ).toEqual(["demo@airweek.local"]);
});

test("a database that is not there, or is empty, carries no mark, and is not made by asking", async () => {
  expect(await demoMarksIn(`file:${folder}/none.db`)).toEqual([]);
  expect(existsSync(path.join(folder, "none.db"))).toBe(false);
  writeFileSync(path.join(folder, "empty.db"), "");
  expect(await demoMarksIn(`file:${folder}/empty.db`)).toEqual([]);
});

test("the demo of before moves into the demo's folder, and a station's own database stays", async () => {
  const settings = { ...given({}), dataFolder: path.join(folder, "demo"), earlierFolder: folder };
  await database(path.join(folder, "airweek.db"));
  writeFileSync(path.join(folder, "secret"), "kept");
  await moveEarlierDemo(settings);
  expect(existsSync(path.join(folder, "airweek.db"))).toBe(true);

  await database(path.join(folder, "marked.db"), seeded);
  rmSync(path.join(folder, "airweek.db"));
  await database(path.join(folder, "airweek.db"), seeded);
  await moveEarlierDemo(settings);
  expect(["airweek.db", "secret"].map((name) => existsSync(path.join(folder, name)))).toEqual([false, false]);
  expect(readFileSync(path.join(folder, "demo", "secret"), "utf8")).toBe("kept");
  expect(await demoMarksIn(`file:${folder}/demo/airweek.db`)).toEqual(["airweek:demo-seeded"]);
});

test("where the demo has begun anew, the one of before stays where it is", async () => {
  await database(path.join(folder, "airweek.db"), seeded);
  await database(path.join(folder, "demo", "airweek.db"));
  await moveEarlierDemo({ ...given({}), dataFolder: path.join(folder, "demo"), earlierFolder: folder });
  expect(existsSync(path.join(folder, "airweek.db"))).toBe(true);
});
