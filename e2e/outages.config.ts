import { defineConfig } from "vitest/config";
import journeys, { outages } from "./vitest.config";

/** Planners that are ended, and whose databases go away. No browser meets them, and most of their time is waiting: they run beside the journeys. */
export default defineConfig({
  ...journeys,
  test: { ...journeys.test, name: "outages", include: outages, exclude: [], globalSetup: [], maxWorkers: 1 },
});
