import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { controlOf, type Control } from "@/station/control";
import { browserAt } from "./browser";
import { breachesOfLawFour } from "./law-four";
import type { Role } from "./seed";
import { stack } from "./stack";
import { JAZZ_ARCHIVE } from "./world";

/** What a journey travels with. */
export type Journey = {
  /** The station's control door: what would be heard, what LibreTime holds, what goes wrong. */
  readonly station: Control;
  /** A page of somebody's own browser: another profile, another session. */
  readonly browse: (who: Role | "nobody", options?: BrowserContextOptions) => Promise<Page>;
};

const results = path.resolve("test-results");

/** A trace costs a tenth of a journey: it is kept when somebody asks for it, `JOURNEY_TRACES=1`. */
const isTraced = Boolean(process.env.JOURNEY_TRACES);

/** The station's control door. */
export function theStation(): Control {
  return controlOf(stack().controlUrl);
}

/**
 * One journey. Whatever it did, what it leaves on the station must air (law 4). When it fails, a screenshot of
 * each of its browsers stays in test-results/, and a trace when traces are asked for.
 */
export function journey(name: string, travel: (journey: Journey) => Promise<void>, timeoutMs?: number): void {
  test(
    name,
    async () => {
      const station = theStation();
      const contexts: BrowserContext[] = [];
      const browse: Journey["browse"] = async (who, options) => {
        const context = await openContext(who, options);
        contexts.push(context);
        return context.newPage();
      };
      try {
        await travel({ station, browse });
        expect(await breachesOfLawFour(station, await foreignInstances(station))).toEqual([]);
      } catch (error) {
        await keep(name, contexts);
        throw error;
      } finally {
        await station.comeBack();
        await station.clearFaults();
        for (const context of contexts) await context.close();
      }
    },
    timeoutMs,
  );
}

async function openContext(who: Role | "nobody", options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const browser = await browserAt(inject("browserUrl"));
  const url = stack().plannerUrl;
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1480, height: 860 },
    timezoneId: "Europe/Paris",
    locale: "en-GB",
    ...options,
  });
  context.setDefaultTimeout(10_000);
  if (who !== "nobody")
    await context.addCookies([
      { name: "payload-token", value: stack().seeded.people[who].token, url, httpOnly: true, sameSite: "Lax" },
    ]);
  if (isTraced) await context.tracing.start({ snapshots: true });
  return context;
}

async function keep(name: string, contexts: readonly BrowserContext[]): Promise<void> {
  await mkdir(results, { recursive: true });
  const base = path.join(
    results,
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 80),
  );
  for (const [index, context] of contexts.entries()) {
    const which = contexts.length > 1 ? `-${index + 1}` : "";
    const page = context.pages()[0];
    await page?.screenshot({ path: `${base}${which}.png` }).catch(() => undefined);
    if (isTraced) await context.tracing.stop({ path: `${base}${which}.zip` }).catch(() => undefined);
  }
}

async function foreignInstances(station: Control): Promise<ReadonlySet<number>> {
  const { "show-instances": instances } = await station.snapshot();
  return new Set(instances.filter((each) => each["show"] === JAZZ_ARCHIVE.show).map((each) => Number(each["id"])));
}
