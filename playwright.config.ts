import { defineConfig } from "@playwright/test";
import path from "node:path";
import { launchOptions } from "./e2e/kit/browser";

const root = import.meta.dirname;

/** Journeys in a real browser: each worker has a planner and a station to itself, and makes one after the other there. */
export default defineConfig({
  testDir: path.join(root, "e2e"),
  testMatch: "*.test.ts",
  // They start their own planners, and run by a configuration of their own.
  testIgnore: "outages/**",
  outputDir: path.join(root, "test-results", "journeys"),
  globalSetup: path.join(root, "e2e", "kit", "find-browser.ts"),
  workers: 2,
  timeout: 120_000,
  // A machine that also builds is slow; what is awaited is awaited by its condition, never by the clock.
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // A trace of every journey would make all of them a fifth slower: what fails is made once more, with a trace, and has failed all the same.
  retries: 1,
  failOnFlakyTests: true,
  use: {
    launchOptions: launchOptions(),
    viewport: { width: 1480, height: 860 },
    timezoneId: "Europe/Paris",
    locale: "en-GB",
    actionTimeout: 20_000,
    navigationTimeout: 20_000,
    screenshot: "only-on-failure",
    trace: "on-first-retry",
  },
});
