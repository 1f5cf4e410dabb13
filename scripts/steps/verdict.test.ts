import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { inData } from "./checkout.mjs";
import { playwright, vitest } from "./stages.mjs";
import { sumOf } from "./verdict.mjs";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of tests, where both runners find their packages. */
function given(files: Readonly<Record<string, string>>): string {
  mkdirSync(inData(), { recursive: true });
  const folder = mkdtempSync(inData("verdict-"));
  folders.push(folder);
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(path.join(folder, "vitest.config.js"), "export default {};");
  writeFileSync(path.join(folder, "playwright.config.js"), 'export default { testMatch: "*.test.js" };');
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

const runners = [
  {
    runner: "vitest",
    from: "vitest",
    run: (folder: string) => vitest(path.basename(folder), ["--root", folder]),
  },
  {
    runner: "Playwright",
    from: "@playwright/test",
    run: (folder: string) => playwright(path.basename(folder), ["--config", path.join(folder, "playwright.config.js")]),
  },
];

// Each starts a runner of its own.
describe.each(runners)("what $runner came to", { timeout: 120_000 }, ({ from, run }) => {
  const imports = `import { test, expect } from "${from}";\n`;
  const passes = `${imports}test("stands", () => expect(1).toBe(1));\n`;

  test("each test counts once, and what failed is named with its reason", async () => {
    const failing = `${imports}test.describe("a group", () => test("falls", () => expect(1).toBe(2)));
      test.skip("waits", () => {});\n`;
    const { says, ...counts } = await run(given({ "one.test.js": passes, "two.test.js": failing }));
    expect(counts).toEqual({ passed: 1, failed: 1, skipped: 1 });
    expect(says).toMatch(/two\.test\.js: a group >? ?falls\n[^]*Object\.is equality/);
  });

  test("a file that cannot be loaded is one failed, and is named", async () => {
    const verdict = await run(given({ "one.test.js": passes, "two.test.js": `${imports}throw new Error("torn");` }));
    expect(verdict).toMatchObject({ failed: 1, says: expect.stringMatching(/two\.test\.js[^]*torn/) });
  });

  test("a run without a test is one failed", async () => {
    expect(await run(given({}))).toMatchObject({ passed: 0, failed: 1 });
  });
});

test("both runners' counts are one", () => {
  const one = { passed: 2, failed: 1, says: "a" };
  expect(sumOf([one, { passed: 3, failed: 0, skipped: 1 }])).toEqual({ passed: 5, failed: 1, skipped: 1, says: "a" });
});
