import { randomBytes } from "node:crypto";
import path from "node:path";
import { createInterface } from "node:readline";
import { root } from "./checkout.mjs";
import { startChild } from "./children.mjs";
import { Stopped } from "./step.mjs";

/** @typedef {{ url: string, controlUrl: string, key: string, child: import("node:child_process").ChildProcess }} EmbeddedStation */

/**
 * Starts the embedded LibreTime on a free port. It ends with us: its standard input is ours to close.
 * @param {{ dataFolder: string, timeZone: string | undefined }} where
 * @returns {Promise<EmbeddedStation>}
 */
export async function startStation({ dataFolder, timeZone }) {
  const key = randomBytes(16).toString("hex");
  const child = startChild(process.execPath, ["--import", "tsx", path.join("station", "main.ts")], {
    cwd: root,
    stdio: ["pipe", "pipe", "inherit"],
    env: {
      ...process.env,
      STATION_PORT: process.env.STATION_PORT ?? "0",
      STATION_STATE: path.join(dataFolder, "station.jsonl"),
      STATION_KEY: key,
      STATION_TIMEZONE: timeZone,
      STATION_UNTIL_STDIN_CLOSES: "1",
    },
  });
  const lines = createInterface({ input: /** @type {import("node:stream").Readable} */ (child.stdout) });
  const first = await new Promise((resolve, reject) => {
    lines.once("line", resolve);
    child.once("exit", () => reject(new Stopped("The embedded station could not start.")));
  });
  lines.on("line", (line) => console.log(line));
  return { ...JSON.parse(String(first)), key, child };
}
