import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Station } from "@/station/station";
import { STATION_NAME, STATION_ZONE } from "./world";

/** A running planner. */
export type Planner = {
  readonly url: string;
  /** Its settings: what a script that works beside it needs. */
  readonly env: NodeJS.ProcessEnv;
  readonly root: string;
  /** What was started; Next's server is below it. */
  readonly process: ChildProcess;
  readonly close: () => Promise<void>;
};

type Start = {
  readonly root: string;
  readonly station: Station;
  /** Settings that differ from those of the journeys, by the names of `.env.example`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** As a terminal starts it: npm itself, and a process group of its own. */
  readonly isInTerminal?: boolean;
  /** What it has to be for the caller to go on; ready unless told. */
  readonly until?: "ready" | "live";
};

/** A first start installs and builds. */
const PATIENCE_MS = 600_000;

/** Starts the planner as anybody would, by `npm start`, with a database of its own and this station for its LibreTime. */
export async function startPlanner({
  root,
  station,
  settings = {},
  isInTerminal = false,
  until = "ready",
}: Start): Promise<Planner> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "airweek-journeys-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: "127.0.0.1",
    DATABASE_URL: `file:${path.join(folder, "airweek.db")}`,
    PAYLOAD_SECRET: "a secret for the journeys alone",
    LIBRETIME_API_URL: station.url,
    LIBRETIME_API_KEY: station.key,
    LOCALE: "en",
    STATION_NAME,
    STATION_TIMEZONE: STATION_ZONE,
    REDIS_URL: "",
    AIRWEEK_DEMO: "false",
    ...settings,
  };
  const said: string[] = [];
  const [command, ...args] = isInTerminal
    ? ["npm", "start"]
    : [process.execPath, path.join(root, "scripts", "start.mjs")];
  const child = spawn(command!, args, { cwd: root, env, detached: isInTerminal, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => said.push(String(chunk)));
  const close = async () => {
    await end(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await answersAt(`${url}/api/health/${until}`, child);
  } catch (error) {
    await close();
    throw new Error(`The planner did not start: ${String(error)}\n${said.join("").slice(-4000)}`);
  }
  return { url, env, root, process: child, close };
}

async function answersAt(address: string, child: ChildProcess): Promise<void> {
  const untilMs = Date.now() + PATIENCE_MS;
  while (Date.now() < untilMs) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error("it has ended");
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await wait(200);
  }
  throw new Error(`it did not answer after ${PATIENCE_MS / 1000} s`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const impatience = setTimeout(() => child.kill("SIGKILL"), 15_000);
  await gone;
  clearTimeout(impatience);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
