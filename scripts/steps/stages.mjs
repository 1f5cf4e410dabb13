import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { inData, root } from "./checkout.mjs";
import { scratchFolder } from "./scratch.mjs";
import { lastLines, longStep, plain, runLogged, Stopped } from "./step.mjs";

/** @typedef {{ passed: number, failed: number, skipped?: number, says?: string }} Verdict  What a stage came to. */

/** @param {...string} parts */
export const bin = (...parts) => path.join(root, "node_modules", ...parts);

/** What several came to together. @param {readonly Verdict[]} verdicts @returns {Verdict} */
export function sumOf(verdicts) {
  const sum = (/** @type {"passed" | "failed" | "skipped"} */ what) =>
    verdicts.reduce((total, verdict) => total + (verdict[what] ?? 0), 0);
  const says = verdicts.flatMap((verdict) => verdict.says ?? []).join("\n");
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped"), ...(says && { says }) };
}

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

/** Runs vitest and counts its tests. A file that cannot be loaded, and a run that fails without a failed test, count as one failed each.
 * @param {string} name @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env] @returns {Promise<Verdict>} */
export async function vitest(name, args, env = process.env) {
  const report = inData("logs", `${name}-${process.pid}.json`);
  rmSync(report, { force: true });
  const command = [
    bin("vitest", "vitest.mjs"),
    "run",
    ...args,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const { code, output } = await runLogged({
    name,
    command: process.execPath,
    args: command,
    env: { ...env, TMPDIR: scratchFolder(), NODE_ENV: "test", NO_COLOR: "1" },
  });
  if (!existsSync(report)) return { passed: 0, failed: 1, says: lastLines(output, 60) };
  /** @type {{ testResults: { name: string, status: string, message?: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[] }} */
  const { testResults: files } = JSON.parse(readFileSync(report, "utf8"));
  const tests = files.flatMap((file) =>
    file.assertionResults.map((test) => ({ ...test, file: path.relative(root, file.name) })),
  );
  const unloaded = files.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const broken = tests.filter((test) => test.status === "failed");
  const failed = broken.length + unloaded.length;
  const says = [
    ...unloaded.map((file) => `  ${path.relative(root, file.name)}: ${file.message ?? "cannot be run"}`),
    ...broken.map((test) => `  ${test.file}: ${test.fullName}\n${firstLines(test.failureMessages ?? [])}`),
    ...(failed === 0 && code !== 0 ? [lastLines(output, 60)] : []),
  ];
  return {
    passed: tests.filter((test) => test.status === "passed").length,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: tests.filter((test) => ["pending", "skipped", "todo"].includes(test.status)).length,
    ...(says.length > 0 && { says: says.join("\n") }),
  };
}

/** @param {readonly string[]} messages */
function firstLines(messages) {
  return messages
    .flatMap((message) => plain(message).split("\n").slice(0, 12))
    .map((line) => `      ${line}`)
    .join("\n");
}
