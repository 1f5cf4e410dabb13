import { rm } from "node:fs/promises";
import path from "node:path";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { startStation } from "@/station/station";
import { launchOptions } from "./kit/browser";
import { startPlanner } from "./kit/planner-server";
import { seed } from "./kit/seed";
import { WORKERS, type Stack } from "./kit/stack";
import { stationWorld } from "./kit/world";

declare module "vitest" {
  interface ProvidedContext {
    stacks: readonly Stack[];
    /** Where the browser is. */
    browserUrl: string;
  }
}

/** For each worker a station, a planner by `npm start`, and what a station has on its first day; one browser for all. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await rm(path.join(project.config.root, "test-results"), { recursive: true, force: true });
  const opened: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const each of opened.splice(0).reverse()) await each();
  };
  try {
    const stacks: Stack[] = [];
    // One after the other: the first start may have to build.
    for (let worker = 0; worker < WORKERS; worker += 1) {
      const station = await startStation({ world: stationWorld });
      opened.push(() => station.close());
      const planner = await startPlanner({ root: project.config.root, station });
      opened.push(() => planner.close());
      stacks.push({
        plannerUrl: planner.url,
        controlUrl: station.controlUrl,
        databaseUrl: planner.env["DATABASE_URL"]!,
        seeded: await seed(planner),
      });
    }
    project.provide("stacks", stacks);
    const browser = await chromium.launchServer(launchOptions());
    opened.push(() => browser.close());
    project.provide("browserUrl", browser.wsEndpoint());
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}
