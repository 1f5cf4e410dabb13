import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { WORKERS } from "./kit/stack";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** They start their own planners, and run by `e2e/outages.config.ts`. */
export const outages = ["e2e/shutdown.test.ts", "e2e/database-away.test.ts"];

/** Journeys in a real browser: each worker has a planner and a station to itself, and makes one after the other there. */
export default defineConfig({
  root,
  resolve: { alias: [{ find: /^@\//, replacement: `${root}/` }] },
  test: {
    name: "e2e",
    include: ["e2e/**/*.test.ts"],
    exclude: outages,
    globalSetup: ["e2e/global-setup.ts"],
    maxWorkers: WORKERS,
    isolate: false,
    // A machine that also builds is slow; what is awaited is awaited by its condition, never by the clock.
    expect: { poll: { timeout: 10_000, interval: 60 } },
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
