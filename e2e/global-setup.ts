import { rm } from "node:fs/promises";
import path from "node:path";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { startStation } from "@/station/station";
import { launchOptions } from "./kit/browser";
import { startPlanner } from "./kit/planner-server";
import { seed, type Seeded } from "./kit/seed";
import { stationWorld } from "./kit/world";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the planner is. */
    plannerUrl: string;
    /** The station's control door. */
    controlUrl: string;
    /** Where the browser is. */
    browserUrl: string;
    seeded: Seeded;
  }
}

/** One station, one planner by `npm start`, one browser, and what a station has on its first day. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await rm(path.join(project.config.root, "test-results"), { recursive: true, force: true });
  const opened: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const each of opened.splice(0).reverse()) await each();
  };
  try {
    const station = await startStation({ world: stationWorld });
    opened.push(() => station.close());
    const planner = await startPlanner({ root: project.config.root, station });
    opened.push(() => planner.close());
    const browser = await chromium.launchServer(launchOptions());
    opened.push(() => browser.close());
    project.provide("plannerUrl", planner.url);
    project.provide("controlUrl", station.controlUrl);
    project.provide("browserUrl", browser.wsEndpoint());
    project.provide("seeded", await seed(planner));
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}
