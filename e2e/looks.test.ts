import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { lookAtLibreTime, plan } from "./kit/api";
import { journey } from "./kit/journey";
import { dayAfter, mondayOf, parisClock } from "./kit/paris-time";
import { carryEpisode, dragEpisode, openWeek, scrollTo, weekIsThere } from "./kit/planner-page";
import { mondayFor, weekOf, type DayName, type OwnWeek } from "./kit/weeks";
import { JAZZ_ARCHIVE, type EpisodeTitle } from "./kit/world";

const screens = path.resolve("test-results", "screens");
const schemes = ["light", "dark"] as const;

async function keepScreen(page: Page, name: string): Promise<void> {
  await mkdir(screens, { recursive: true });
  await page.screenshot({ path: path.join(screens, `${name}.png`) });
}

const running: readonly (readonly [EpisodeTitle, number])[] = [
  ["Signal to sea", 60], ["The weight of rooms", 90], ["Cones and draughts", 60], ["Tide and weather", 5], ["Traffic", 5], ["Alice, again", 60],
  ["Marsh at four in the morning", 60], ["Concrete choir", 60], ["Slip and glaze", 30], ["Slow ferries", 60], ["Stairwell recordings", 45],
];

/** A week as a station has it: days that are full, with a gap, a cut, dead air, five-minute slots, and somebody else's. */
async function fill(week: OwnWeek, days: readonly DayName[]): Promise<void> {
  for (const [index, day] of days.entries()) {
    let at = Date.parse(week.at(`${day} 08:00`));
    for (let count = 0; count < running.length; count += 1) {
      const [title, minutes] = running[(count + index * 3) % running.length]!;
      await plan(title, new Date(at).toISOString(), new Date(at + minutes * 60_000).toISOString());
      at += (minutes + (count === 5 ? 30 : 0)) * 60_000;
    }
  }
}

/** Screens for people to look at; what they assert is only that there was something to see. */
describe("how it looks", () => {
  journey("the planner: full, empty, dragging, refused, failing; light and dark", async ({ browse, station }) => {
    const week = weekOf(mondayFor("looks"), station);
    await fill(week, ["Mon", "Tue", "Wed", "Thu", "Fri"]);
    const times = { starts_at: week.at("Sat 14:00"), ends_at: week.at("Sat 16:00") };
    const instance = await station.put("show-instances", { show: JAZZ_ARCHIVE.show, ...times });
    await station.put("schedule", { instance, file: JAZZ_ARCHIVE.file, ...times });
    await lookAtLibreTime();
    for (const colorScheme of schemes) {
      const page = await browse("programmer", { colorScheme });
      await openWeek(page, week);
      await scrollTo(page, "12:00");
      expect(await page.locator("[data-slot-id]").count()).toBeGreaterThan(40);
      await keepScreen(page, `planner-full-${colorScheme}`);
      await carryEpisode(page, "The weight of rooms", "Sat 10:00");
      await keepScreen(page, `planner-dragging-${colorScheme}`);
      await page.mouse.up();
      await page.keyboard.press("Escape");
      await carryEpisode(page, "Dawn, pylons", "Thu 12:00");
      await keepScreen(page, `planner-conflict-${colorScheme}`);
      await page.mouse.up();
      await page.getByRole("dialog").waitFor();
      await keepScreen(page, `planner-card-${colorScheme}`);
      await page.keyboard.press("Escape");
      await page.locator('[data-kind="planned"]').first().click();
      await page.getByRole("dialog").waitFor();
      await keepScreen(page, `planner-block-card-${colorScheme}`);
      await page.keyboard.press("Escape");
      for (const view of ["Day", "List"]) {
        await page.getByRole("button", { name: view, exact: true }).click();
        await page.locator("[data-slot-id]").first().waitFor();
        await keepScreen(page, `planner-${view.toLowerCase()}-${colorScheme}`);
      }
      await openWeek(page, { monday: dayAfter(week.monday, 63) });
      await keepScreen(page, `planner-empty-${colorScheme}`);
      await openWeek(page, week);
      await station.goAway();
      await dragEpisode(page, "Dawn, pylons", "Sun 12:00");
      await page.getByRole("alert").filter({ hasText: "LibreTime" }).waitFor();
      await keepScreen(page, `planner-failing-${colorScheme}`);
      await station.comeBack();
      await page.close();
    }
  }, 180_000);

  journey("the station's page, the sign-in, and all of it on a phone", async ({ browse, station }) => {
    const week = weekOf(mondayFor("station-view"), station);
    const today = mondayOf(parisClock(Date.now()).slice(0, 10));
    await fill(week, ["Mon", "Tue"]);
    for (const colorScheme of schemes) {
      const page = await browse("nobody", { colorScheme });
      for (const [name, monday] of [["station", week.monday], ["station-now", today]] as const) {
        await page.goto(name === "station" ? `/station?week=${monday}` : "/station");
        await keepScreen(page, `${name}-${colorScheme}`);
      }
      await page.goto("/login");
      await keepScreen(page, `login-${colorScheme}`);
    }
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const page = await browse("programmer", phone);
    await page.goto(`/?week=${week.monday}&view=day&day=${week.monday}`);
    await weekIsThere(page);
    await keepScreen(page, "phone-day");
    await page.getByRole("button", { name: "Library" }).tap();
    await page.getByRole("searchbox", { name: /^Search episodes/ }).waitFor();
    await keepScreen(page, "phone-library");
    await page.goto(`/station?week=${week.monday}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await keepScreen(page, "phone-station");
  }, 120_000);
});
