import { defineConfig } from "@playwright/test";
import journeys from "../playwright.config";

/** `npm run screens`: the pages in every state, for people to look at, in test-results/screens. They assert nothing that a journey does not. */
export default defineConfig({ ...journeys, testMatch: "*.screens.ts" });
