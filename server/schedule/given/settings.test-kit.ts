import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * The settings of a test file: a database of its own, gone with it. Imported before anything that reads
 * settings. LibreTime is another one in each test, so that this address is never asked.
 */
export const scratchFolder = mkdtempSync(path.join(tmpdir(), "airweek-acts-"));

Object.assign(process.env, {
  DATABASE_URL: `file:${path.join(scratchFolder, "airweek.db")}`,
  PAYLOAD_SECRET: "a-secret-for-tests-alone",
  LIBRETIME_API_URL: "http://127.0.0.1:9",
  LIBRETIME_API_KEY: "the-key-of-the-station",
  STATION_TIMEZONE: "Europe/Paris",
  STATION_NAME: "Radio Colline",
});
