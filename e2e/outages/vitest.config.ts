import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * Planners that are ended, and whose databases go away. No browser meets them, and most of their time is waiting:
 * `npm test` runs them beside the journeys.
 */
export default defineConfig({
  root,
  resolve: { alias: [{ find: /^@\//, replacement: `${root}/` }] },
  test: {
    name: "outages",
    include: ["e2e/outages/*.test.ts"],
    maxWorkers: 1,
    isolate: false,
    // A machine that also builds is slow; what is awaited is awaited by its condition, never by the clock.
    expect: { poll: { timeout: 10_000, interval: 60 } },
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
