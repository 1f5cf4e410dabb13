import { existsSync, mkdirSync, renameSync } from "node:fs";
import path from "node:path";
import { DEMO_ADMIN_EMAIL, demoDeeds, PUBLISHED_PASSWORD } from "../../server/demo/published.mjs";
import { root } from "./checkout.mjs";
import { isLoopback } from "./loopback.mjs";
import { Stopped } from "./step.mjs";

/** @typedef {import("./settings.mjs").Settings} Settings */

/** What the demo of before kept directly in the folder of its port. */
const kept = ["airweek.db", "airweek.db-wal", "airweek.db-shm", "station.jsonl", "secret"];

/**
 * The demo's people have a password that everybody can read here: it listens where only this machine reaches it.
 * @param {Settings} settings
 */
export async function demandHome({ hasDemoWeek, env, host, port }) {
  const own = env.AIRWEEK_DEMO_PASSWORD;
  if (!hasDemoWeek || (own !== undefined && own !== PUBLISHED_PASSWORD) || (await isLoopback(host))) return;
  throw new Stopped(
    [
      `The demo does not start on ${host}: everybody who reaches it could sign in with its published password.`,
      `To try it there, give its people a password of your own: AIRWEEK_DEMO_PASSWORD=… HOST=${host} PORT=${port} npm start`,
    ].join("\n"),
  );
}

const deeds = Object.values(demoDeeds)
  .map((deed) => `'airweek:${deed}'`)
  .join(", ");
/** What server/demo/own-database.ts asks, without Payload. */
const question = `SELECT key AS mark FROM payload_kv WHERE key IN (${deeds}) UNION SELECT email AS mark FROM users WHERE email = '${DEMO_ADMIN_EMAIL}' ORDER BY mark`;

/**
 * Which of the demo's marks a database carries; none where there is no database yet.
 * @param {string} url
 * @returns {Promise<readonly string[]>}
 */
export async function demoMarksIn(url) {
  try {
    return url.startsWith("file:") ? await marksInFile(url) : await marksInPostgres(url);
  } catch (error) {
    // An empty database has no table yet; one that cannot be opened is told by the server, with its reason.
    if (error instanceof Error) return [];
    throw error;
  }
}

/** @param {string} url */
async function marksInFile(url) {
  if (!existsSync(path.resolve(root, url.slice("file:".length)))) return [];
  const { createClient } = await import("@libsql/client");
  const client = createClient({ url });
  try {
    return (await client.execute(question)).rows.map(({ mark }) => /** @type {string} */ (mark));
  } finally {
    client.close();
  }
}

/** @param {string} connectionString */
async function marksInPostgres(connectionString) {
  const { Client } = (await import("pg")).default;
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return (await client.query(question)).rows.map(({ mark }) => /** @type {string} */ (mark));
  } finally {
    await client.end();
  }
}

/**
 * A database that the demo filled belongs to the embedded station: its people have published passwords, and its slots
 * name rows that are somebody else's in another LibreTime.
 * @param {Settings} settings
 */
export async function demandOwnDatabase({ env, hasDemoWeek }) {
  if (hasDemoWeek) return;
  const url = env.DATABASE_URL ?? "";
  if ((await demoMarksIn(url)).length > 0) throw new Stopped(sentenceOfDemoDatabase(url));
}

/** @param {string} url */
export function sentenceOfDemoDatabase(url) {
  const named = url.startsWith("file:") ? url : new URL(url).pathname.slice(1);
  return [
    `${named} was filled by the demo: its people have published passwords, and what it planned is not in your LibreTime.`,
    "Name another database, for example DATABASE_URL=file:.data/station.db, or move this one away.",
  ].join("\n");
}

/**
 * Where the demo of before is found beside its present folder, with its mark, it moves there: nothing of it is lost,
 * and the place is free for a station's own database.
 * @param {Settings} settings
 */
export async function moveEarlierDemo({ hasDemoWeek, dataFolder, earlierFolder }) {
  if (!hasDemoWeek || earlierFolder === null || existsSync(path.join(dataFolder, "airweek.db"))) return;
  if ((await demoMarksIn(`file:${path.join(earlierFolder, "airweek.db")}`)).length === 0) return;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const there = kept.filter((name) => existsSync(path.join(earlierFolder, name)));
  for (const name of there) renameSync(path.join(earlierFolder, name), path.join(dataFolder, name));
  console.log(
    `The demo has a folder of its own now: ${there.join(", ")} moved from ${path.relative(root, earlierFolder)}/ to ${path.relative(root, dataFolder)}/.`,
  );
}
