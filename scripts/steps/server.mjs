import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "./checkout.mjs";
import { nextCli } from "./build.mjs";
import { startChild } from "./children.mjs";
import { lastLines, Stopped } from "./step.mjs";

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */
/** @typedef {{ child: ChildProcess, url: string, speak: () => void, ended: Promise<number> }} Server */

/** Says in a sentence that the port is taken, before anything long is begun. @param {string} host @param {number} port */
export async function demandFreePort(host, port) {
  const probe = createServer();
  const error = await new Promise((resolve) => {
    probe.once("error", resolve);
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (error?.code === "EADDRINUSE")
    throw new Stopped(
      `Port ${port} is taken by another program. Set PORT to a free one, for example: PORT=${port + 1} npm start`,
    );
  if (error?.code === "EACCES")
    throw new Stopped(`Port ${port} may not be used by this user. Set PORT to one above 1023.`);
  if (error) throw new Stopped(`Cannot listen on HOST ${host}: ${error.code}.`);
}

/** The server finishes its acts before it ends (server/shutdown.ts). */
const PATIENCE_MS = 120_000;

/**
 * Starts Next's server. It is silent until `speak`, unless it dies before.
 * @param {{ env: Record<string, string | undefined>, host: string, port: number, isDev: boolean }} options
 * @returns {Server}
 */
export function startServer({ env, host, port, isDev }) {
  const preload = new URL("./until-stdin-closes.mjs", import.meta.url).href;
  const { NODE_ENV: _mode, ...rest } = env;
  const child = startChild(
    process.execPath,
    ["--import", preload, nextCli, isDev ? "dev" : "start", "--hostname", host, "--port", String(port)],
    {
      cwd: root,
      patienceMs: PATIENCE_MS,
      stdio: ["pipe", "pipe", "pipe"],
      env: {
        ...rest,
        NODE_ENV: isDev ? "development" : "production",
        NEXT_TELEMETRY_DISABLED: "1",
        NEXT_MANUAL_SIG_HANDLE: "1",
      },
    },
  );
  /** @type {string[] | null} */
  let held = [];
  for (const [from, to] of /** @type {const} */ ([
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])) {
    from?.on("data", (chunk) => (held ? held.push(String(chunk)) : to.write(chunk)));
  }
  const ended = new Promise((resolve) => {
    child.once("close", (code) => {
      if (held && code !== 0) console.error(lastLines(held.join(""), 25));
      resolve(code ?? 1);
    });
  });
  const reachable =
    host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "[::1]" : host.includes(":") ? `[${host}]` : host;
  return {
    child,
    url: `http://${reachable}:${port}`,
    speak: () => {
      held = null;
    },
    ended,
  };
}

/**
 * Waits until an address answers 200, telling the reasons it gives until then. Answers what it said last.
 * @param {string} address
 * @param {{ patienceMs: number, onReasons?: (reasons: readonly string[]) => void }} options
 * @returns {Promise<{ ok: boolean, reasons: readonly string[] }>}
 */
export async function waitFor(address, { patienceMs, onReasons }) {
  const until = Date.now() + patienceMs;
  /** @type {readonly string[]} */
  let reasons = [];
  while (Date.now() < until) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(15_000) }).catch(() => null);
    if (answer?.ok) return { ok: true, reasons: [] };
    const body = await answer?.json().catch(() => null);
    if (Array.isArray(body?.reasons)) {
      reasons = body.reasons;
      onReasons?.(reasons);
    }
    await wait(150);
  }
  return { ok: false, reasons };
}
