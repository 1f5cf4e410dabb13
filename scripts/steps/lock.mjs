import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { inData } from "./checkout.mjs";

const beatMs = 2_000;
/** Long enough for a machine that is busy building, short enough for a person who waits after a power cut. */
const silentMs = 30_000;

/**
 * Does `work` while no other process of this checkout is inside the lock of that name. The lock of a process that
 * died is taken over: at once if its number is free, otherwise when it has not been heard of for half a minute.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {{ onWait?: () => void, file?: string }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(name, work, { onWait, file = inData("locks", name) } = {}) {
  for (let tries = 0; !(await take(file)); tries += 1) {
    if (tries === 0) onWait?.();
    await wait(300);
  }
  const beat = setInterval(() => touch(file), beatMs);
  beat.unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(file, { force: true });
  }
}

/**
 * Takes the lock for as long as this process lives, or says whose it is.
 * @param {string} file
 * @returns {Promise<{ held: true } | { held: false, by: number }>}
 */
export async function takeForLife(file) {
  if (!(await take(file))) return { held: false, by: holderOf(file) ?? 0 };
  setInterval(() => touch(file), beatMs).unref();
  process.on("exit", () => {
    if (holderOf(file) === process.pid) rmSync(file, { force: true });
  });
  return { held: true };
}

/** @param {string} file */
async function take(file) {
  if (isStale(file)) rmSync(file, { force: true });
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
  } catch {
    return false;
  }
  // Two that found the same dead lock may both have removed it, the second the first's new one: whoever's number stays has it.
  await wait(100);
  return holderOf(file) === process.pid;
}

/** @param {string} file */
function isStale(file) {
  const holder = holderOf(file);
  if (holder !== null && (holder === process.pid || !isAlive(holder))) return true;
  return Date.now() - modifiedAt(file) > silentMs;
}

/** @param {string} file */
function holderOf(file) {
  try {
    return Number(readFileSync(file, "utf8")) || null;
  } catch {
    return null;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/** @param {string} file */
function modifiedAt(file) {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return Date.now();
  }
}

/** @param {string} file */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody emptied .data/; the work goes on.
  }
}
