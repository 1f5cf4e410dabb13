import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createClient } from "@libsql/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { examineDemo } from "./demo";
import { examineFiles } from "./files";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "airweek-doctor-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test.skipIf(process.platform === "win32")(
  "each file that others may read is named, with who and with what closes it",
  () => {
    const data = path.join(folder, "data");
    mkdirSync(data, { mode: 0o700 });
    const file = (name: string, mode: number) => {
      writeFileSync(path.join(folder, name), "");
      chmodSync(path.join(folder, name), mode);
    };
    file("data/airweek.db", 0o600);
    const look = () =>
      examineFiles({ database: "file:data/airweek.db", folders: [data], root: folder }).map(({ ok, seen }) =>
        ok ? "ok" : seen.replace(folder, ""),
      );
    expect(look()).toEqual(["ok"]);
    file("data/airweek.db-wal", 0o644);
    file("data/airweek.db.bak", 0o640);
    file("data/secret", 0o604);
    file(".env", 0o644);
    file("data/other", 0o644);
    chmodSync(data, 0o755);
    expect(look().sort()).toEqual([
      "/.env is open to everybody on this machine (0644)",
      "/data is open to everybody on this machine (0755)",
      "/data/airweek.db-wal is open to everybody on this machine (0644)",
      "/data/airweek.db.bak is open to its group (0640)",
      "/data/secret is open to everybody on this machine (0604)",
    ]);
    const mends = examineFiles({ database: "postgres://a@b/c", folders: [data], root: folder }).map((each) =>
      each.ok ? "" : each.mend,
    );
    expect(mends).toEqual(
      expect.arrayContaining([
        `chmod 600 '${folder}/.env'`,
        expect.stringMatching(/^Give the database a folder of its own/),
      ]),
    );
  },
);

test("Windows has no modes to look at", () => {
  expect(examineFiles({ database: "file:a.db", folders: [], root: folder }, "win32")).toMatchObject([{ ok: true }]);
});

test("the demo's marks are a fault where the demo is not", async () => {
  const database = `file:${folder}/a.db`;
  expect(await examineDemo({ database, hasDemoWeek: false })).toMatchObject({ ok: true });
  const client = createClient({ url: database });
  await client.executeMultiple(
    "CREATE TABLE payload_kv (key TEXT); CREATE TABLE users (email TEXT); INSERT INTO payload_kv VALUES ('airweek:demo-seeded')",
  );
  client.close();
  expect(await examineDemo({ database, hasDemoWeek: false })).toMatchObject({
    ok: false,
    seen: expect.stringContaining("It carries: demo-seeded."),
    mend: expect.stringContaining("DATABASE_URL="),
  });
  expect(await examineDemo({ database, hasDemoWeek: true })).toMatchObject({ ok: true });
});
