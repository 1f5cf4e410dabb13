import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterEach, beforeEach, expect, test } from "vitest";

import { startStation } from "./station";
import { call } from "./testing-call";
import type { Address } from "./testing-call";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));
const show = {
  name: "Deep Rooms",
  linked: false,
  linkable: true,
  auto_playlist_enabled: false,
  auto_playlist_repeat: false,
  override_intro_playlist: false,
  override_outro_playlist: false,
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "station-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("what was saved is there after a restart, and ids go on where they were", async () => {
  const stateFile = join(folder, "state", "station.jsonl");
  {
    await using station = await startStation({ stateFile, world: { shows: [{ id: 7, name: "Kiln" }] } });
    await call(station, "POST", "/shows", show);
    await call(station, "DELETE", "/shows/8");
  }
  await using again = await startStation({ stateFile, world: { shows: [{ id: 1, name: "Not this one" }] } });
  expect((await call(again, "GET", "/shows")).body).toMatchObject([{ id: 7, name: "Kiln" }]);
  expect((await call(again, "POST", "/shows", show)).body).toMatchObject({ id: 9 });
});

test("a station killed after its answer has saved what it answered", async () => {
  const environment = {
    ...process.env,
    STATION_STATE: join(folder, "station.jsonl"),
    STATION_KEY: "k",
    STATION_WORLD: "empty",
    STATION_UNTIL_STDIN_CLOSES: "1",
  };
  const run = async (): Promise<{ address: Address; kill: () => Promise<unknown> }> => {
    const child = spawn(process.execPath, ["--import", "tsx", main], {
      env: environment,
      stdio: ["pipe", "pipe", "inherit"],
    });
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    const { url } = JSON.parse(line.toString()) as { url: string };
    return { address: { url, key: "k" }, kill: () => (child.kill("SIGKILL"), once(child, "exit")) };
  };
  const first = await run();
  expect((await call(first.address, "POST", "/shows", show)).status).toBe(201);
  await first.kill();
  const second = await run();
  expect((await call(second.address, "GET", "/shows/1")).body).toMatchObject({ name: "Deep Rooms" });
  await second.kill();
}, 20_000);

test("the command ends when its parent closes stdin", async () => {
  const child = spawn(process.execPath, ["--import", "tsx", main], {
    env: { ...process.env, STATION_WORLD: "empty", STATION_UNTIL_STDIN_CLOSES: "1" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.stdin.end();
  expect(await once(child, "exit")).toEqual([0, null]);
}, 20_000);

test.skipIf(process.platform === "win32")(
  "its file and folder are this user's alone, also where they were wider",
  async () => {
    const stateFile = join(folder, "state", "station.jsonl");
    const modeOf = (name: string) => (statSync(name).mode & 0o777).toString(8);
    {
      await using station = await startStation({ stateFile });
      await call(station, "POST", "/shows", show);
      expect([modeOf(stateFile), modeOf(join(folder, "state"))]).toEqual(["600", "700"]);
    }
    chmodSync(stateFile, 0o644);
    await using _again = await startStation({ stateFile });
    expect(modeOf(stateFile)).toBe("600");
  },
);
