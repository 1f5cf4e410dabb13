import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeForLife, withLock } from "./lock.mjs";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "airweek-lock-"));
  file = path.join(folder, "lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("while a living process is inside, others wait", async () => {
  writeFileSync(file, String(process.ppid));
  const order: string[] = [];
  const waiting = withLock("test", async () => void order.push("inside"), {
    file,
    onWait: () => order.push("waiting"),
  });
  await wait(600);
  expect(order).toEqual(["waiting"]);
  rmSync(file);
  await waiting;
  expect(order).toEqual(["waiting", "inside"]);
});

test("the lock of a process that died is taken over at once", async () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(file, String(pid));
  await withLock("test", async () => expect(readFileSync(file, "utf8")).toBe(String(process.pid)), {
    file,
    onWait: () => expect.unreachable(),
  });
});

test("a lock that has not been heard of for half a minute is taken over, whoever has its number now", async () => {
  writeFileSync(file, String(process.ppid));
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(file, longAgo, longAgo);
  expect(await takeForLife(file)).toEqual({ held: true });
});

test("who holds a lock for life is named to the next one", async () => {
  writeFileSync(file, String(process.ppid));
  expect(await takeForLife(file)).toEqual({ held: false, by: process.ppid });
});
