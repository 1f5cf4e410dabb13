import path from "node:path";
import { root } from "./checkout.mjs";
import { lastLines, plain } from "./step.mjs";

/** @typedef {{ passed: number, failed: number, skipped?: number, says?: string }} Verdict  What a stage came to. */
/** @typedef {{ code: number | null, output: string }} Ran  How a runner ended, and what it printed. */
/** @typedef {{ name: string, state: "passed" | "failed" | "skipped", messages: readonly string[] }} Test */
/** @typedef {{ testResults: { name: string, status: string, message?: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[] }} VitestReport */
/** @typedef {{ message?: string, location?: { file: string } }} PlaywrightError */
/** @typedef {{ title: string, file: string, tests: { status: string, results: { errors: PlaywrightError[] }[] }[] }} PlaywrightSpec */
/** @typedef {{ title: string, specs: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite */
/** @typedef {{ suites: PlaywrightSuite[], errors: PlaywrightError[], config: { rootDir: string } }} PlaywrightReport */

/** What several came to together. @param {readonly Verdict[]} verdicts @returns {Verdict} */
export function sumOf(verdicts) {
  const sum = (/** @type {"passed" | "failed" | "skipped"} */ what) =>
    verdicts.reduce((total, verdict) => total + (verdict[what] ?? 0), 0);
  const says = verdicts.flatMap((verdict) => verdict.says ?? []).join("\n");
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped"), ...(says && { says }) };
}

/** Counts what vitest's JSON reporter wrote; a file that cannot be loaded is one failed.
 * @param {VitestReport} report @param {Ran} ran @returns {Verdict} */
export function verdictOfVitest({ testResults: files }, ran) {
  const tests = files.flatMap((file) =>
    file.assertionResults.map(({ status, fullName, failureMessages = [] }) => ({
      name: `${path.relative(root, file.name)}: ${fullName}`,
      state: stateOf(status),
      messages: failureMessages,
    })),
  );
  const unloaded = files
    .filter(
      ({ status, assertionResults }) =>
        status === "failed" && !assertionResults.some((test) => test.status === "failed"),
    )
    .map((file) => failedFile(file.name, file.message));
  return verdict([...unloaded, ...tests], ran);
}

/** Counts what Playwright's JSON reporter wrote; a file that cannot be loaded, and any other error outside of a test, is one failed.
 * @param {PlaywrightReport} report @param {Ran} ran @returns {Verdict} */
export function verdictOfPlaywright({ suites, errors, config }, ran) {
  const unloaded = errors.map(({ message, location }) => failedFile(location?.file ?? config.rootDir, message));
  return verdict([...unloaded, ...suites.flatMap((suite) => testsIn(suite, []))], ran);
}

/** @param {PlaywrightSuite} suite @param {readonly string[]} above  The titles that it stands under; the file's is not one. @returns {Test[]} */
function testsIn({ specs, suites = [] }, above) {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests.map(({ status, results }) => ({
      name: `${file}: ${[...above, title].join(" > ")}`,
      state: stateOf(status),
      messages: results.flatMap(({ errors }) => errors.map(({ message = "" }) => message)),
    })),
  );
  return [...own, ...suites.flatMap((suite) => testsIn(suite, [...above, suite.title]))];
}

/** The words of both runners. @param {string} status @returns {Test["state"]} */
function stateOf(status) {
  if (status === "passed" || status === "expected") return "passed";
  return ["pending", "skipped", "todo"].includes(status) ? "skipped" : "failed";
}

/** @param {string} file @param {string | undefined} message @returns {Test} */
function failedFile(file, message) {
  return { name: path.relative(root, file) || ".", state: "failed", messages: [message ?? "cannot be run"] };
}

/** A run that fails without a failed test is one failed, and so is a run without a test.
 * @param {readonly Test[]} tests @param {Ran} ran @returns {Verdict} */
function verdict(tests, { code, output }) {
  const broken = tests.filter(({ state }) => state === "failed");
  const passed = tests.filter(({ state }) => state === "passed").length;
  const isOddlyOver = broken.length === 0 && (code !== 0 || passed === 0);
  const says = [
    ...broken.map(({ name, messages }) => `  ${name}\n${firstLines(messages)}`),
    ...(isOddlyOver ? [lastLines(output, 60)] : []),
  ];
  return {
    passed,
    failed: isOddlyOver ? 1 : broken.length,
    skipped: tests.filter(({ state }) => state === "skipped").length,
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
