import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { inData, root } from "./checkout.mjs";
import { scratchFolder } from "./scratch.mjs";
import { lastLines, longStep, runLogged, Stopped } from "./step.mjs";
import { verdictOfPlaywright, verdictOfVitest } from "./verdict.mjs";

/** @typedef {import("./verdict.mjs").Verdict} Verdict */

/** @param {...string} parts */
export const bin = (...parts) => path.join(root, "node_modules", ...parts);

/** Runs a stage with a line of its own, and below it whatever failed. @param {string} name @param {() => Promise<Verdict>} work */
export async function stage(name, work) {
  const verdict = await longStep(name, work, ({ passed, failed, skipped }) =>
    passed + failed === 1
      ? failed
        ? "failed"
        : "passed"
      : `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`,
  );
  if (verdict.says) console.log(`\n${verdict.says}\n`);
  return verdict;
}

/** A stage that is one thing: it passes or it fails.
 * @param {string} name @param {readonly (readonly string[])[]} commands  Arguments of Node, each after the one before.
 * @returns {Promise<Verdict>} */
export async function commands(name, commands) {
  for (const args of commands) {
    const { code, output } = await runLogged({ name, command: process.execPath, args });
    if (code !== 0) return { passed: 0, failed: 1, says: lastLines(output, 60) };
  }
  return { passed: 1, failed: 0 };
}

/** A stage that may say why it stopped. @param {() => Promise<unknown>} work @returns {Promise<Verdict>} */
export async function attempt(work) {
  try {
    await work();
    return { passed: 1, failed: 0 };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return { passed: 0, failed: 1, says: error.message };
  }
}

/** Runs vitest and counts its tests.
 * @param {string} name @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env] @returns {Promise<Verdict>} */
export async function vitest(name, args, env = process.env) {
  const report = reportOf(name);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const ran = await runTests(name, [bin("vitest", "vitest.mjs"), "run", ...args, ...reporters], env);
  return existsSync(report) ? verdictOfVitest(JSON.parse(readFileSync(report, "utf8")), ran) : withoutReport(ran);
}

/** Runs Playwright and counts its tests.
 * @param {string} name @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env] @returns {Promise<Verdict>} */
export async function playwright(name, args, env = process.env) {
  const report = reportOf(name);
  const command = [bin("@playwright", "test", "cli.js"), "test", ...args, "--reporter=list,json"];
  const ran = await runTests(name, command, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return existsSync(report) ? verdictOfPlaywright(JSON.parse(readFileSync(report, "utf8")), ran) : withoutReport(ran);
}

/** Where a runner writes what it counted; nothing of an earlier run is there. @param {string} name */
function reportOf(name) {
  const report = inData("logs", `${name}-${process.pid}.json`);
  rmSync(report, { force: true });
  return report;
}

/** @param {string} name @param {string[]} args @param {NodeJS.ProcessEnv} env */
function runTests(name, args, env) {
  return runLogged({
    name,
    command: process.execPath,
    args,
    env: { ...env, TMPDIR: scratchFolder(), NODE_ENV: "test", NO_COLOR: "1" },
  });
}

/** @param {import("./verdict.mjs").Ran} ran @returns {Verdict} */
function withoutReport({ output }) {
  return { passed: 0, failed: 1, says: lastLines(output, 60) };
}
