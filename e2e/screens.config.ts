import { defineConfig } from "vitest/config";
import journeys from "./vitest.config";

/** `npm run screens`: the pages in every state, for people to look at, in test-results/screens. They assert nothing that a journey does not. */
export default defineConfig({ ...journeys, test: { ...journeys.test, include: ["e2e/**/*.screens.ts"] } });
