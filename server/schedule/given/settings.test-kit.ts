import { mkdtempSync } from "node:fs";
import path from "node:path";
import { inject } from "vitest";

/**
 * The settings of a worker: a database of its own, gone with the run. Imported before anything that reads
 * settings. LibreTime is another one in each test, so that this address is never asked.
 */
const folder = mkdtempSync(path.join(inject("scratchFolder"), "acts-"));

Object.assign(process.env, {
  DATABASE_URL: `file:${path.join(folder, "airweek.db")}`,
  PAYLOAD_SECRET: "a-secret-for-tests-alone",
  LIBRETIME_API_URL: "http://127.0.0.1:9",
  LIBRETIME_API_KEY: "the-key-of-the-station",
  STATION_TIMEZONE: "Europe/Paris",
  STATION_NAME: "Radio Colline",
});
