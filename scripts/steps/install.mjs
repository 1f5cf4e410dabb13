import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createHash } from "node:crypto";
import { root } from "./checkout.mjs";
import { withLock } from "./lock.mjs";
import { lastLines, longStep, runLogged, runQuietly, Stopped } from "./step.mjs";

const lockfile = path.join(root, "package-lock.json");
const failing = "The packages could not be installed.";
const stamp = path.join(root, "node_modules", ".airweek-installed");

/** Installs the packages of package-lock.json, unless they are there. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await withLock(
    "install",
    async () => {
      if (isInstalled()) return;
      await longStep("Installing packages", install);
      writeFileSync(stamp, hashOfLockfile());
    },
    { onWait: () => console.log("Another start is installing packages; waiting for it…") },
  );
}

/**
 * `npm ci` refuses a lockfile made where another system's optional packages could not be looked up; `npm install`
 * takes the same versions from it and does without them.
 */
async function install() {
  const quiet = ["--include=dev", "--no-audit", "--no-fund"];
  const exact = await runLogged({ name: "install", ...npm(["ci", ...quiet]) });
  if (exact.code === 0) return;
  const isRefused = /code EUSAGE/.test(exact.output);
  if (!isRefused) throw new Stopped(`${failing}\n\n${lastLines(exact.output, 25)}`);
  await runQuietly({ name: "install-again", ...npm(["install", "--no-save", ...quiet]), failing });
}

function isInstalled() {
  if (!existsSync(path.join(root, "node_modules"))) return false;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hashOfLockfile()) return true;
  if (!holdsWhatTheLockfileNames()) return false;
  writeFileSync(stamp, hashOfLockfile());
  return true;
}

function hashOfLockfile() {
  return createHash("sha256").update(readFileSync(lockfile)).digest("hex");
}

/** npm keeps in node_modules what it put there: whoever ran `npm install` by hand needs no second one. */
function holdsWhatTheLockfileNames() {
  const inside = path.join(root, "node_modules", ".package-lock.json");
  if (!existsSync(inside)) return false;
  const installed = packagesOf(inside);
  return Object.entries(packagesOf(lockfile)).every(
    ([where, wanted]) => where === "" || wanted.optional || installed[where]?.version === wanted.version,
  );
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}

/** The npm that started us, or the one on the path.
 * @param {readonly string[]} args */
export function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli)) return { command: process.execPath, args: [cli, ...args] };
  return { command: "npm", args, shell: process.platform === "win32" };
}
