import { mkdtempSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "./checkout.mjs";
import { keptSecret, readSettings } from "./settings.mjs";

const given = (env: Record<string, string>) => readSettings({ NODE_ENV: "test", ...env }, {});

const LIBRETIME_API_URL = "http://libretime";

test("every port has its own database and its own folder, so that two starts do not meet", () => {
  expect(given({ PORT: "3000", LIBRETIME_API_URL }).env.DATABASE_URL).toBe("file:.data/airweek.db");
  expect(given({ PORT: "3001", LIBRETIME_API_URL }).env.DATABASE_URL).toBe("file:.data/port-3001/airweek.db");
  expect(given({ PORT: "3001", LIBRETIME_API_URL }).dataFolder).toBe(path.join(root, ".data/port-3001"));
});

test("the demo has a folder of its own, which no station's database is in; its station says where it is in the port's", () => {
  expect(given({ PORT: "3000" }).env.DATABASE_URL).toBe("file:.data/demo/airweek.db");
  const demo = given({ PORT: "3001" });
  expect([demo.env.DATABASE_URL, demo.dataFolder, demo.portFolder]).toEqual([
    "file:.data/port-3001/demo/airweek.db",
    path.join(root, ".data/port-3001/demo"),
    path.join(root, ".data/port-3001"),
  ]);
  expect(given({ PORT: "3001", AIRWEEK_DEMO: "false" }).env.DATABASE_URL).toBe("file:.data/port-3001/airweek.db");
});

test("the demo does not fill another LibreTime", () => {
  expect(() => given({ LIBRETIME_API_URL, AIRWEEK_DEMO: "1" })).toThrow("Unset one of them");
  expect(given({ LIBRETIME_API_URL, AIRWEEK_DEMO: "false" }).hasDemoWeek).toBe(false);
});

test("a database that is named says where the folder is", () => {
  expect(given({ DATABASE_URL: "file:/srv/airweek/a.db" })).toMatchObject({
    dataFolder: "/srv/airweek",
    portFolder: "/srv/airweek",
    earlierFolder: null,
  });
  expect(given({ DATABASE_URL: "postgres://a@b/c", PORT: "3002" })).toMatchObject({
    dataFolder: path.join(root, ".data/port-3002/demo"),
    portFolder: path.join(root, ".data/port-3002"),
  });
});

test("without a LibreTime it is the demo, and what is said about the station stays", () => {
  const demo = given({ LIBRETIME_API_URL: "", STATION_NAME: "Radio X" });
  expect(demo.isDemo).toBe(true);
  expect(demo.env).toMatchObject({ AIRWEEK_DEMO: "true", STATION_NAME: "Radio X", STATION_TIMEZONE: "Europe/Paris" });
  expect(given({ LIBRETIME_API_URL }).env.AIRWEEK_DEMO).toBeUndefined();
});

test("the environment wins over .env, also with nothing", () => {
  const settings = readSettings(
    { NODE_ENV: "test", LIBRETIME_API_URL: "" },
    { LIBRETIME_API_URL: "http://libretime", STATION_NAME: "Radio X" },
  );
  expect(settings.isDemo).toBe(true);
  expect(settings.env.STATION_NAME).toBe("Radio X");
});

test("a port that is none is said", () => {
  expect(() => given({ PORT: "eighty" })).toThrow("PORT must be a number");
});

test("the secret is made once, for this user's eyes only", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "airweek-secret-"));
  const secret = keptSecret(folder);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(keptSecret(folder)).toBe(secret);
  expect(statSync(path.join(folder, "secret")).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});
