import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { aFolder, settingsFor } from "./cms.test-kit";
import { aPostgres } from "./postgres.test-kit";

// Each process compiles what it reads first; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000 });

const run = promisify(execFile);
const script = ["--import", "tsx", "scripts/user.ts"];

async function user(url: string, ...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [...script, ...args], {
    env: { ...process.env, ...settingsFor(url), NODE_ENV: "production" },
  });
  return stdout;
}

test("processes that start together on one empty SQLite file all come up, and migrate it once", async () => {
  using folder = aFolder();
  const url = `file:${folder.path}/new/airweek.db`;
  const said = await Promise.all(
    ["a", "b", "c"].map((name) => user(url, "--email", `${name}@example.org`, "--role", "programmer", "--api-key")),
  );
  for (const text of said)
    expect(text).toMatch(/^Made: .@example\.org, programmer \(.\)\nPassword: \S{16}\nAPI key: [\w-]{43}\n$/);
  expect(await user(url, "--email", "A@example.org", "--role", "admin")).toBe("Changed: a@example.org, admin (a)\n");
});

test("the same on an empty PostgreSQL", async () => {
  await using postgres = await aPostgres();
  const said = await Promise.all(
    ["a", "b"].map((name) =>
      user(postgres.url, "--email", `${name}@example.org`, "--role", "viewer", "--password", "long enough"),
    ),
  );
  expect(said.sort()).toEqual(["Made: a@example.org, viewer (a)\n", "Made: b@example.org, viewer (b)\n"]);
});
