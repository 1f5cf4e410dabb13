import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { aFolder, settingsFor } from "./cms.test-kit";
import { makePrivate } from "./private-files";

const mode = (name: string): string => (statSync(name).mode & 0o777).toString(8);

/** Windows has no modes to look at. */
const here = test.skipIf(process.platform === "win32");

here("a new database, its journal and its folder are this user's alone while it is written", async () => {
  using folder = aFolder();
  const own = path.join(folder.path, "new", "own");
  Object.assign(process.env, settingsFor(`file:${own}/airweek.db`));
  const cms = await (await import("./cms")).getCms();
  await cms.kv.set("a", 1);
  expect(Object.fromEntries(readdirSync(own).map((name) => [name, mode(path.join(own, name))]))).toEqual({
    "airweek.db": "600",
    "airweek.db-shm": "600",
    "airweek.db-wal": "600",
  });
  expect([mode(own), mode(path.dirname(own))]).toEqual(["700", "700"]);
  await cms.destroy();
});

here("what a start before left open for others is closed, backups included", () => {
  using folder = aFolder();
  const own = path.join(folder.path, "own");
  mkdirSync(own, { mode: 0o755 });
  for (const name of ["airweek.db", "airweek.db-wal", "airweek.db.bak", "airweek.db-journal"])
    writeFileSync(path.join(own, name), "", { mode: 0o644 });
  chmodSync(path.join(own, "airweek.db-wal"), 0o666);
  makePrivate(`file:${own}/airweek.db`);
  expect(new Set(readdirSync(own).map((name) => mode(path.join(own, name))))).toEqual(new Set(["600"]));
  expect(mode(own)).toBe("700");
});

here("a folder that holds other people's things keeps its mode, and they keep theirs", () => {
  using folder = aFolder();
  const shared = path.join(folder.path, "shared");
  mkdirSync(shared, { mode: 0o755 });
  writeFileSync(path.join(shared, "airweek.dbx"), "", { mode: 0o644 });
  makePrivate(`file:${shared}/airweek.db`);
  expect([mode(shared), mode(path.join(shared, "airweek.dbx")), mode(path.join(shared, "airweek.db"))]).toEqual([
    "755",
    "644",
    "600",
  ]);
});

test("a database in memory has no file", () => {
  expect(() => makePrivate("file::memory:")).not.toThrow();
});
