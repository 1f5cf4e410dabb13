import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./checkout.mjs";
import { parseDotEnv } from "./dot-env.mjs";
import { Stopped } from "./step.mjs";

/** @typedef {NodeJS.ProcessEnv} Variables */

/**
 * What a start knows of its settings before the application reads them (server/env.ts judges the rest).
 * @typedef {object} Settings
 * @property {Variables} env  For the server: the environment, `.env` below it, and what was left open.
 * @property {boolean} isDemo  Without a LibreTime of your own: with the embedded station.
 * @property {boolean} hasDemoWeek  With the demo's people, shows and week, which have a folder of their own.
 * @property {string} host
 * @property {number} port
 * @property {string} dataFolder  The database's folder, or where it would be: the station, the demo's secret.
 * @property {string} portFolder  The folder of this port: where the embedded station is, in station.json.
 * @property {string | null} earlierFolder  Where the demo of earlier versions would be.
 */

/**
 * Reads the settings. Every port has its own data folder, so that several starts of one checkout do not meet.
 * @param {Variables} [given]  What is in it wins over `.env`.
 * @param {Record<string, string>} [fromFile]
 * @returns {Settings}
 */
export function readSettings(given = process.env, fromFile = dotEnv()) {
  const merged = { ...fromFile, ...given };
  const env = /** @type {Variables} */ (
    Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined && value !== ""))
  );
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Stopped("Settings: PORT must be a number from 1 to 65535.");
  const portFolder = port === 3000 ? ".data" : `.data/port-${port}`;
  const isDemo = env.LIBRETIME_API_URL === undefined;
  if (!isDemo && isOn(env.AIRWEEK_DEMO))
    throw new Stopped(
      "Settings: AIRWEEK_DEMO fills the embedded station, and LIBRETIME_API_URL names another. Unset one of them.",
    );
  const hasDemoWeek = isDemo && isOn(env.AIRWEEK_DEMO ?? "true");
  const ownFolder = hasDemoWeek ? `${portFolder}/demo` : portFolder;
  const database = env.DATABASE_URL ?? `file:${ownFolder}/airweek.db`;
  const dataFolder = path.resolve(root, folderOf(database) ?? ownFolder);
  return {
    env: { ...env, PORT: String(port), DATABASE_URL: database, ...(isDemo && demoDefaults(env)) },
    isDemo,
    hasDemoWeek,
    host: env.HOST ?? "127.0.0.1",
    port,
    dataFolder,
    portFolder: path.resolve(root, folderOf(env.DATABASE_URL ?? "") ?? portFolder),
    earlierFolder: hasDemoWeek && env.DATABASE_URL === undefined ? path.resolve(root, portFolder) : null,
  };
}

function dotEnv() {
  const file = path.join(root, ".env");
  return existsSync(file) ? parseDotEnv(readFileSync(file, "utf8")) : {};
}

/** A flag as server/env.ts reads it. @param {string | undefined} flag */
function isOn(flag) {
  return flag === "true" || flag === "1";
}

/** @param {Variables} env */
function demoDefaults(env) {
  return {
    AIRWEEK_DEMO: env.AIRWEEK_DEMO ?? "true",
    STATION_NAME: env.STATION_NAME ?? "Radio Colline",
    STATION_TIMEZONE: env.STATION_TIMEZONE ?? "Europe/Paris",
  };
}

/** The folder of a database that is a file. @param {string} database */
function folderOf(database) {
  if (!database.startsWith("file:") || database.includes(":memory:")) return null;
  return path.dirname(database.startsWith("file://") ? fileURLToPath(database) : database.slice("file:".length));
}

/**
 * The demo's secret, made at the first start and kept beside the database for this user's eyes only.
 * @param {string} dataFolder
 */
export function keptSecret(dataFolder) {
  const file = path.join(dataFolder, "secret");
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  chmodSync(file, 0o600);
  return readFileSync(file, "utf8").trim();
}
