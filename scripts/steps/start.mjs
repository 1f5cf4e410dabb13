import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { once } from "node:events";
import { DEMO_ADMIN_EMAIL, PUBLISHED_PASSWORD } from "../../server/demo/published.mjs";
import { ensureBuilt } from "./build.mjs";
import { root } from "./checkout.mjs";
import { demandHome, demandOwnDatabase, moveEarlierDemo } from "./demo.mjs";
import { endChildren, endChildrenWithUs, isEnding, startChild } from "./children.mjs";
import { ensureInstalled } from "./install.mjs";
import { takeForLife } from "./lock.mjs";
import { demandFreePort, startServer, waitFor } from "./server.mjs";
import { keptSecret, readSettings } from "./settings.mjs";
import { startStation } from "./station.mjs";
import { longStep, Stopped } from "./step.mjs";

/** @typedef {import("./settings.mjs").Settings} Settings */
/** @typedef {import("./station.mjs").EmbeddedStation} EmbeddedStation */

/** Everything up to a working planner, and then as long as it works. @param {{ isDev: boolean }} options */
export async function start({ isDev }) {
  endChildrenWithUs();
  process.chdir(root);
  try {
    process.exitCode = await run(isDev);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
  await endChildren();
  process.exit();
}

/** @param {boolean} isDev */
async function run(isDev) {
  const began = Date.now();
  const settings = readSettings();
  await demandHome(settings);
  await demandFreePort(settings.host, settings.port);
  await ensureInstalled();
  await moveEarlierDemo(settings);
  await demandOwnDatabase(settings);
  if (settings.isDemo) settings.env.PAYLOAD_SECRET ??= keptSecret(settings.dataFolder);
  const checked = demandGoodSettings(settings);
  const [station] = await Promise.all([
    checked.then(() => (settings.isDemo ? embeddedStation(settings) : null)),
    isDev ? null : ensureBuilt(),
  ]);
  const server = startServer({ ...settings, isDev });
  const serving = await Promise.race([server.ended, becomeReady(server.url, settings)]);
  if (typeof serving === "number") return serving;
  server.speak();
  announce({ began, settings, station, url: server.url, reasons: serving.reasons });
  return Promise.race([
    server.ended.then(said("The server")),
    ...(station ? [endOf(station).then(said("The embedded station"))] : []),
  ]);
}

/** Says that something has ended by itself. @param {string} what */
const said = (what) => (/** @type {number} */ code) => {
  if (!isEnding()) console.error(`${what} has ended.`);
  return code;
};

/** A planner without its LibreTime only shows what was: the demo ends with its station. @param {EmbeddedStation} station */
async function endOf({ child }) {
  await once(child, "exit");
  return 1;
}

/** Reads the settings as the server will, so that a bad one stops us before a build. @param {Settings} settings */
async function demandGoodSettings({ env, isDemo }) {
  /** @type {Partial<NodeJS.ProcessEnv>} */
  const unknownYet = isDemo ? { LIBRETIME_API_URL: "http://127.0.0.1:9", LIBRETIME_API_KEY: "unknown yet" } : {};
  const child = startChild(process.execPath, ["--import", "tsx", path.join("scripts", "steps", "check-settings.ts")], {
    cwd: root,
    env: { ...env, ...unknownYet },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Stopped("Every setting has its line in .env.example.");
}

/** @param {Settings} settings @returns {Promise<EmbeddedStation>} */
async function embeddedStation({ env, dataFolder, portFolder }) {
  for (const folder of [dataFolder, portFolder]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = await takeForLife(path.join(dataFolder, "in-use"));
  if (!lock.held)
    throw new Stopped(
      `${path.relative(root, dataFolder)} is in use by another start (process ${lock.by}). Give this one its own: another PORT, or another DATABASE_URL.`,
    );
  const station = await startStation({ dataFolder, timeZone: env.STATION_TIMEZONE });
  Object.assign(env, { LIBRETIME_API_URL: station.url, LIBRETIME_API_KEY: station.key });
  const file = path.join(portFolder, "station.json");
  const { child: _child, ...addresses } = station;
  // One that another user could read would keep its mode.
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify(addresses), { mode: 0o600 });
  process.on("exit", () => rmSync(file, { force: true }));
  return station;
}

/**
 * The demo answers when its week is planned; a server of your own is worth announcing without its LibreTime, too.
 * @param {string} url @param {Settings} settings
 */
function becomeReady(url, { hasDemoWeek: isDemo, dataFolder }) {
  const isFirst = isDemo && !existsSync(path.join(dataFolder, "airweek.db"));
  return longStep(isFirst ? "Starting, and planning the demo week" : "Starting", async (tell) => {
    const live = await waitFor(`${url}/api/health/live`, { patienceMs: 300_000 });
    if (!live.ok) throw new Stopped("The server does not answer.");
    return waitFor(`${url}/api/health/ready`, {
      patienceMs: isDemo ? 120_000 : 5_000,
      onReasons: ([first]) => tell(first ?? ""),
    });
  });
}

/** @param {{ began: number, settings: Settings, station: EmbeddedStation | null, url: string, reasons: readonly string[] }} what */
function announce({ began, settings, station, url, reasons }) {
  const lines = [
    `Airweek is there (${((Date.now() - began) / 1000).toFixed(1)} s). Ctrl-C ends it.`,
    `  Planner    ${url}/`,
    `  Station    ${url}/station`,
    `  Admin      ${url}/admin`,
    ...(settings.hasDemoWeek
      ? [
          `  Sign in    ${DEMO_ADMIN_EMAIL} / ${settings.env.AIRWEEK_DEMO_PASSWORD ? "the AIRWEEK_DEMO_PASSWORD that you gave" : PUBLISHED_PASSWORD}`,
        ]
      : []),
    ...(station ? [`  LibreTime  the embedded station, ${station.url} (control door ${station.controlUrl})`] : []),
    ...reasons.map((reason) => `  Not ready: ${reason}`),
    ...(reasons.length > 0 && !station ? ["  `npm run doctor` says what is wrong with the way to LibreTime."] : []),
  ];
  console.log(`\n${lines.join("\n")}\n`);
}
