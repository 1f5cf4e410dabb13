import { existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { aptInstall, isRootOnDebian } from "./apt.mjs";
import { root } from "./checkout.mjs";
import { longStep, runLogged, Stopped } from "./step.mjs";

/** Chromium without windows: it draws the same pages with half the work, so it comes first. */
const SHELL = "chromium-headless-shell";
const names = [SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const playwrightCli = path.join(root, "node_modules", "@playwright", "test", "cli.js");

/** A Chromium that starts: the one named, the system's, Playwright's own, or else one that is fetched now. */
export async function ensureBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named && (await starts(named))) return named;
  if (named) console.log(`CHROMIUM_PATH names no browser that starts (${named}); looking for another one.`);
  const found = await firstThatStarts([...systemBrowsers(), await playwrightBrowser()]);
  if (found && (path.basename(found) === SHELL || !isRootOnDebian())) return found;
  const fetched = await longStep(
    "Getting a browser",
    () => fetchBrowser(found),
    (browser) => browser ?? "none",
  );
  if (fetched) return fetched;
  throw new Stopped(
    "There is no Chromium that starts, and none could be fetched. Install one (on Debian: apt-get install chromium-headless-shell), or name it in CHROMIUM_PATH.",
  );
}

/** @param {string | null} slower  What there is if the quick one cannot be had. */
async function fetchBrowser(slower) {
  if (isRootOnDebian()) {
    await aptInstall([SHELL]);
    const shell = await firstThatStarts(systemBrowsers());
    if (shell) return shell;
  }
  if (slower) return slower;
  await runLogged({
    name: "browser",
    command: process.execPath,
    args: [playwrightCli, "install", "--no-shell", "chromium"],
    patienceMs: 240_000,
  });
  const own = await firstThatStarts([await playwrightBrowser()]);
  if (own || !isRootOnDebian()) return own;
  await aptInstall(["chromium"]);
  return firstThatStarts(systemBrowsers());
}

async function playwrightBrowser() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

function systemBrowsers() {
  const { PATH = "", ProgramFiles = "", "ProgramFiles(x86)": programFiles32 = "", LOCALAPPDATA = "" } = process.env;
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium"].flatMap((app) =>
      ["/Applications", path.join(os.homedir(), "Applications")].map(
        (folder) => `${folder}/${app}.app/Contents/MacOS/${app}`,
      ),
    );
  }
  if (process.platform === "win32") {
    return [ProgramFiles, programFiles32, LOCALAPPDATA].flatMap((folder) =>
      [
        "Google\\Chrome\\Application\\chrome.exe",
        "Chromium\\Application\\chrome.exe",
        "Microsoft\\Edge\\Application\\msedge.exe",
      ].map((file) => path.join(folder, file)),
    );
  }
  return names.flatMap((name) =>
    [...PATH.split(path.delimiter), "/usr/bin", "/snap/bin"].map((folder) => path.join(folder, name)),
  );
}

/** @param {readonly string[]} candidates @returns {Promise<string | null>} */
async function firstThatStarts(candidates) {
  for (const candidate of new Set(candidates)) if (await starts(candidate)) return candidate;
  return null;
}

/** A file is not yet a browser: Ubuntu's `chromium-browser` may be a note, and a downloaded one may lack libraries.
 * @param {string} file */
async function starts(file) {
  if (!existsSync(file)) return false;
  const profile = mkdtempSync(path.join(os.tmpdir(), "airweek-browser-"));
  const args = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    `--user-data-dir=${profile}`,
    "--dump-dom",
    "about:blank",
  ];
  const { code } = await runLogged({ name: "browser-trial", command: file, args, patienceMs: 40_000 });
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return code === 0;
}
