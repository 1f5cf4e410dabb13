import type { Locator, Page } from "@playwright/test";
import type { Control } from "@/station/control";
import { plan, unplan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { block, dragEpisode, openWeek } from "./kit/planner-page";
import { mondayFor, weekOf } from "./kit/weeks";

const paused = (page: Page): Locator => page.getByRole("alert").filter({ hasText: "planning is paused" });

type Seen = { readonly isStale: boolean; readonly hasBanner: boolean };

/**
 * Keeps, in the page, every moment in which the grid and the banner do not say the same: a block that is
 * not checked stands under a banner, and one that was just read does not.
 */
async function watch(page: Page, title: string): Promise<() => Promise<readonly Seen[]>> {
  await page.evaluate((name) => {
    const wrong: Seen[] = [];
    const look = () => {
      const slot = [...document.querySelectorAll("[data-slot-id]")].find((each) => each.textContent?.includes(name));
      if (!slot) return;
      const alerts = [...document.querySelectorAll('[role="alert"]')];
      const seen = {
        isStale: slot.getAttribute("data-state") === "unknown",
        hasBanner: alerts.some((each) => each.textContent?.includes("planning is paused")),
      };
      if (seen.isStale !== seen.hasBanner) wrong.push(seen);
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    Object.assign(window, { wrong });
  }, title);
  return () => page.evaluate(() => (window as unknown as { wrong: readonly Seen[] }).wrong);
}

const ways: readonly (readonly [string, (station: Control) => Promise<void>])[] = [
  ["LibreTime is away", (station) => station.goAway()],
  [
    "the schedule alone is answered by a proxy's page",
    (station) => station.fault({ route: "GET /schedule", kind: "html", times: "always" }),
  ],
  [
    "the schedule alone hangs up",
    (station) => station.fault({ route: "GET /schedule", kind: "refuse", times: "always" }),
  ],
];

journey.describe("the banner comes and goes with the week that it describes", () => {
  for (const [name, fail] of ways) {
    journey(
      `${name}: it is there with the stale week, and gone with the one that was read`,
      async ({ browse, station }) => {
        const week = weekOf(mondayFor("banner"), station);
        expect((await plan("Cones and draughts", week.at("Mon 10:00"), week.at("Mon 11:00"))).status).toBe(200);
        const page = await browse("programmer");
        await openWeek(page, week);
        await block(page, /Cones and draughts, Monday 10:00 to 11:00, on LibreTime/).waitFor();
        const wrong = await watch(page, "Cones and draughts");
        await fail(station);
        // The server finds out by itself. The week that it read just before must not look fresh by then.
        await expect.poll(async () => (await page.request.get("/api/health/ready")).status()).toBe(503);
        await dragEpisode(page, "Signal to sea", "Mon 12:00");
        await page.getByRole("dialog", { name: /LibreTime/ }).waitFor();
        await paused(page).waitFor({ timeout: 3_000 });
        await block(page, /Cones and draughts, Monday 10:00 to 11:00, not checked/).waitFor();
        await station.comeBack();
        await station.clearFaults();
        // Nobody presses anything: the page looks again by itself.
        await paused(page).waitFor({ state: "detached" });
        await block(page, /Cones and draughts, Monday 10:00 to 11:00, on LibreTime/).waitFor();
        expect(await wrong()).toEqual([]);
        expect(await week.onAir("Mon")).toEqual(["Mon 10:00:00–11:00:00 Cones and draughts"]);
        await unplan("Cones and draughts", week.at("Mon 10:00"));
      },
    );
  }
});
