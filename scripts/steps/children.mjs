import { spawn } from "node:child_process";
import { once } from "node:events";

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */

const hasGroups = process.platform !== "win32";

/** @type {Set<ChildProcess>} In the order of their start. */
const living = new Set();

let ending = false;

/** Is what happens to a child our own doing? */
export function isEnding() {
  return ending;
}

/**
 * Starts a child in a process group of its own: Ctrl-C reaches only us, and we end the children in order,
 * each with whatever it started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 */
export function startChild(command, args, options) {
  const child = spawn(command, args, { ...options, detached: hasGroups, windowsHide: true });
  living.add(child);
  child.once("exit", () => living.delete(child)).once("error", () => living.delete(child));
  return child;
}

/** Ends one child: asks, waits, and kills if it stays.
 * @param {ChildProcess} child */
export async function endChild(child, patienceMs = 10_000) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, "exit");
  signal(child, "SIGTERM");
  const impatience = setTimeout(() => signal(child, "SIGKILL"), patienceMs);
  await gone;
  clearTimeout(impatience);
}

/** Ends all children, the youngest first: the server before the station that it writes to. */
export async function endChildren() {
  ending = true;
  for (const child of [...living].reverse()) await endChild(child);
}

/** Makes sure that no child outlives this process, however it ends. */
export function endChildrenWithUs() {
  for (const [name, code] of /** @type {const} */ ([["SIGINT", 130], ["SIGTERM", 143], ["SIGHUP", 129]])) {
    process.on(name, () => {
      if (ending) return;
      void endChildren().then(() => process.exit(code));
    });
  }
  process.on("exit", () => living.forEach((child) => signal(child, "SIGKILL")));
}

/** @param {ChildProcess} child @param {NodeJS.Signals} name */
function signal(child, name) {
  try {
    if (hasGroups && child.pid !== undefined) process.kill(-child.pid, name);
    else child.kill(name);
  } catch {
    // It has just ended by itself.
  }
}
