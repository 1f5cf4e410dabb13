import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

test("what Next prints of an error that nobody caught is a line of the log without its values", async () => {
  const program = `
    import { consoleIntoLog } from "@/server/logging/console-into-log";
    consoleIntoLog();
    const failure = Object.assign(new Error('Failed query: insert into "users" values (?)\\nparams: leaked@example.org'), { query: "leaked", params: ["leaked"] });
    console.error("⨯", failure);
    console.error(" ⨯ unhandledRejection:", failure);
    console.warn({ params: ["leaked"] }, "leaked@example.org");
  `;
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", program],
    { cwd: process.cwd() },
  );
  expect(stderr).toBe("");
  expect(stdout).not.toContain("leaked");
  expect(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { level: "error", event: "console", err: { message: "Failed query: insert users" } },
    { level: "error" },
    { level: "warn" },
  ]);
});
