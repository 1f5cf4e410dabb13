import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { inData, root } from "./checkout.mjs";
import { endChild, startChild } from "./children.mjs";

/** What stops a command, as one sentence for whoever typed it. */
export class Stopped extends Error {}

/**
 * A line for a long step, with its seconds: "Installing packages… 41 s". On a terminal the seconds run.
 * @template T
 * @param {string} says
 * @param {(tell: (detail: string) => void) => Promise<T>} work  It may tell how far it is.
 * @param {(result: T) => string} [sumUp]  What is said behind the seconds.
 * @returns {Promise<T>}
 */
export async function longStep(says, work, sumUp = () => "") {
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  let detail = "";
  const draw = () => process.stdout.write(`\r\x1b[2K${says}… ${detail && `${detail}, `}${seconds()}`);
  const ticking = process.stdout.isTTY ? setInterval(draw, 1000) : undefined;
  if (process.stdout.isTTY) draw();
  else console.log(`${says}…`);
  const end = (/** @type {string} */ summary) => {
    clearInterval(ticking);
    console.log(`${process.stdout.isTTY ? "\r\x1b[2K" : ""}${says}… ${seconds()}${summary && `, ${summary}`}`);
  };
  try {
    const result = await work((next) => {
      detail = next;
    });
    end(sumUp(result));
    return result;
  } catch (error) {
    end("failed");
    throw error;
  }
}

/**
 * Runs a command without a word. Its output is in `.data/logs/<name>.log`, and on failure its last lines are in the message.
 * @param {{ name: string, command: string, args: readonly string[], env?: NodeJS.ProcessEnv, failing: string, shell?: boolean }} run
 */
export async function runQuietly({ name, command, args, env = process.env, failing, shell = false }) {
  const result = await runLogged({ name, command, args, env, shell });
  if (result.code !== 0)
    throw new Stopped(`${failing}\n\n${lastLines(result.output, 25)}\n\nAll of it: ${path.relative(root, result.log)}`);
}

/**
 * Runs a command with its output in a log, and answers its exit code and output. Out of patience, it ends the command.
 * @param {{ name: string, command: string, args: readonly string[], env?: NodeJS.ProcessEnv, shell?: boolean, patienceMs?: number }} run
 */
export async function runLogged({ name, command, args, env = process.env, shell = false, patienceMs }) {
  const log = inData("logs", `${name}-${process.pid}.log`);
  const out = openSync(log, "w");
  const child = startChild(command, args, { cwd: root, env, shell, stdio: ["ignore", out, out] });
  const impatience = patienceMs && setTimeout(() => void endChild(child), patienceMs);
  const code = await once(child, "exit").then(
    ([status]) => status ?? 1,
    (error) => String(error),
  );
  clearTimeout(impatience);
  closeSync(out);
  const output = plain(readFileSync(log, "utf8"));
  return { code, output: typeof code === "string" ? `${output}\n${code}` : output, log };
}

/** @param {string} text @param {number} count */
export function lastLines(text, count) {
  return text
    .trimEnd()
    .split("\n")
    .slice(-count)
    .map((line) => `  ${line}`)
    .join("\n");
}

/** Without a terminal's colours. @param {string} text */
export function plain(text) {
  return stripVTControlCharacters(text);
}
