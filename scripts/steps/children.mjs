import { spawn } from "node:child_process";
import { once } from "node:events";

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */

const hasGroups = process.platform !== "win32";

/** @type {Map<ChildProcess, number>} In the order of their start, and how long each may take to end. */
const living = new Map();

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
 * @param {import("node:child_process").SpawnOptions & { patienceMs?: number }} options
 */
export function startChild(command, args, { patienceMs = 10_000, ...options }) {
  const child = spawn(command, args, { ...options, detached: hasGroups, windowsHide: true });
  living.set(child, patienceMs);
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

/** Ends all children, the youngest first: the server before the station that it writes to. Did all of them end in order? */
export async function endChildren() {
  ending = true;
  const all = [...living].reverse();
  for (const [child, patienceMs] of all) await endChild(child, patienceMs);
  return all.every(([child]) => child.exitCode === 0);
}

/** npm passes Ctrl-C on to whom the terminal has told already. */
const SAME_MS = 1_000;

/** Makes sure that no child outlives this process, however it ends. Whoever asks a second time does not want to wait. */
export function endChildrenWithUs() {
  let beganAt = 0;
  for (const [name, code] of /** @type {const} */ ([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ])) {
    process.on(name, () => {
      if (beganAt > 0 && Date.now() - beganAt > SAME_MS) process.exit(code);
      if (ending) return;
      beganAt = Date.now();
      void endChildren().then((isInOrder) => process.exit(isInOrder ? 0 : code));
    });
  }
  process.on("exit", () => [...living.keys()].forEach((child) => signal(child, "SIGKILL")));
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
