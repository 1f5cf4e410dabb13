import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { isSupported } from "./node-version.mjs";
import { root } from "./steps/checkout.mjs";

test.each([
  ["0.10.48", false],
  ["18.20.8", false],
  ["20.9.0", false],
  ["20.18.3", false],
  ["20.19.0", true],
  ["20.20.2", true],
  ["21.7.3", false],
  ["22.0.0", true],
  ["22.23.3", true],
  ["23.11.1", false],
  ["24.0.0", true],
  ["24.21.0", true],
  ["25.1.0", true],
  ["100.0.0", true],
])("Node %s is supported: %s", (version, supported) => {
  expect(isSupported(version)).toBe(supported);
});

test("package.json, its lock and the README name the same Node", () => {
  const read = (name: string) => readFileSync(path.join(root, name), "utf8");
  const engines = { node: "^20.19.0 || ^22 || >=24" };
  expect(JSON.parse(read("package.json"))).toMatchObject({ engines });
  expect(JSON.parse(read("package-lock.json"))).toMatchObject({ packages: { "": { engines } } });
  expect(read("README.md")).toContain("With Node 20.19 or later, 22 or 24");
});

test.each(["start", "test", "check", "run"])(
  "on Node 18 scripts/%s.mjs says what it needs, and does nothing",
  (name) => {
    const asNode18 =
      "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'18.20.8'}})";
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", asNode18, `scripts/${name}.mjs`], {
      cwd: root,
      encoding: "utf8",
    });
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: "",
      stderr: "Airweek needs Node 20 (20.19 or later), 22, or 24 or later; this is Node 18.20.8.\n",
    });
  },
);
