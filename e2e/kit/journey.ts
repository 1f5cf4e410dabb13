import { test, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";
import { controlOf, type Control } from "@/station/control";
import { expect } from "./expect";
import { breachesOfLawFour } from "./law-four";
import type { Role } from "./seed";
import { withStack, type Stack } from "./stack";
import { JAZZ_ARCHIVE } from "./world";

/** What a journey travels with. */
export type Journey = {
  /** The station's control door: what would be heard, what LibreTime holds, what goes wrong. */
  readonly station: Control;
  /** A page of somebody's own browser, signed in: another profile, another session. */
  readonly browse: (who: Role | "nobody", options?: BrowserContextOptions) => Promise<Page>;
};

/** What all journeys of a worker share. */
type Worker = {
  /** Settings of its planner, beside the usual ones. */
  readonly settings: Readonly<Record<string, string>>;
  readonly stack: Stack;
};

/** A first start installs and builds. */
const START_MS = 600_000;

/** One journey. Whatever it did, what it leaves on the station must air (law 4). */
export const journey = test.extend<Journey & { readonly airs: void }, Worker>({
  settings: [{}, { scope: "worker", option: true }],

  stack: [({ settings }, provide) => withStack(provide, settings), { scope: "worker", auto: true, timeout: START_MS }],

  baseURL: ({ stack }, provide) => provide(stack.plannerUrl),

  station: async ({ stack }, provide) => {
    const station = controlOf(stack.controlUrl);
    await provide(station);
    await station.comeBack();
    await station.clearFaults();
  },

  browse: async ({ browser, stack }, provide) => {
    const contexts: BrowserContext[] = [];
    await provide(async (who, options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      if (who !== "nobody")
        await context.addCookies([
          {
            name: "payload-token",
            value: stack.seeded.people[who].token,
            url: stack.plannerUrl,
            httpOnly: true,
            sameSite: "Lax",
          },
        ]);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  airs: [
    async ({ station }, provide, outcome) => {
      await provide();
      if (outcome.status === outcome.expectedStatus)
        expect(await breachesOfLawFour(station, await foreignInstances(station))).toEqual([]);
    },
    { auto: true },
  ],
});

async function foreignInstances(station: Control): Promise<ReadonlySet<number>> {
  const { "show-instances": instances } = await station.snapshot();
  return new Set(instances.filter((each) => each["show"] === JAZZ_ARCHIVE.show).map((each) => Number(each["id"])));
}
